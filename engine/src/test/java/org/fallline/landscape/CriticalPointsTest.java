package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fallline.landscape.CriticalPoint.Kind;
import org.junit.jupiter.api.Test;

class CriticalPointsTest {
    private static final Surface HIMMELBLAU = (x, y) -> sq(x * x + y - 11) + sq(x + y * y - 7);
    private static final PlaneDerivatives HIMMELBLAU_DERIVATIVES = (x, y, g, h) -> {
        double p = x * x + y - 11;
        double q = x + y * y - 7;
        g[0] = 4 * x * p + 2 * q;
        g[1] = 2 * p + 4 * y * q;
        h[0] = 12 * x * x + 4 * y - 42;
        h[1] = 4 * x + 4 * y;
        h[2] = 12 * y * y + 4 * x - 26;
    };

    @Test
    void himmelblau_hasItsNinePublishedPoints() {
        // D. M. Himmelblau, "Applied Nonlinear Programming", 1972; the maximum's value is 181.617.
        for (int cells : new int[] {16, 32, 64}) {
            CriticalPoints found =
                    CriticalPoints.find(HIMMELBLAU, HIMMELBLAU_DERIVATIVES, new Window(-5, 5, -5, 5), cells);
            assertPoints(found, Kind.MINIMUM, 1e-6, new double[][] {
                {-3.779310, -3.283186}, {-2.805118, 3.131312}, {3, 2}, {3.584428, -1.848126}
            });
            assertPoints(found, Kind.MAXIMUM, 1e-6, new double[][] {{-0.270845, -0.923039}});
            assertPoints(found, Kind.SADDLE, 1e-4, new double[][] {
                {-3.0730, -0.0814}, {-0.1280, -1.9537}, {0.0867, 2.8843}, {3.3852, 0.0739}
            });
            assertEquals(9, found.points().size());
            assertEquals(181.617, found.points().get(8).loss(), 5e-4);
            assertTrue(found.complete() && !found.plateau());
            // At (3, 2) the Hessian is [74 20; 20 34]: 54 ± √(20² + 20²).
            CriticalPoint minimum = found.points().stream()
                    .min(Comparator.comparingDouble(p -> Math.abs(p.u() - 3) + Math.abs(p.v() - 2)))
                    .orElseThrow();
            assertEquals(54 + 20 * Math.sqrt(2), minimum.largest(), 1e-11);
            assertEquals(54 - 20 * Math.sqrt(2), minimum.smallest(), 1e-11);
            for (CriticalPoint point : found.points()) {
                assertTrue(point.gradientNorm() < 1e-11, point.toString());
            }
        }
    }

    @Test
    void sixHumpCamel_hasItsFifteenPoints() {
        // L. C. W. Dixon, G. P. Szegö, 1978: six minima, in pairs, of the values −1.0316285, −0.2154638 and 2.1042503;
        // with two maxima and seven saddles, since minima + maxima − saddles is 1 for a bowl.
        Surface camel = (x, y) -> (4 - 2.1 * x * x + x * x * x * x / 3) * x * x + x * y + (-4 + 4 * y * y) * y * y;
        CriticalPoints found = CriticalPoints.find(
                camel,
                (x, y, g, h) -> {
                    g[0] = 8 * x - 8.4 * x * x * x + 2 * x * x * x * x * x + y;
                    g[1] = x - 8 * y + 16 * y * y * y;
                    h[0] = 8 - 25.2 * x * x + 10 * x * x * x * x;
                    h[1] = 1;
                    h[2] = -8 + 48 * y * y;
                },
                new Window(-2, 2, -1.2, 1.2),
                32);
        assertEquals(6, count(found, Kind.MINIMUM));
        assertEquals(2, count(found, Kind.MAXIMUM));
        assertEquals(7, count(found, Kind.SADDLE));
        double[] values = found.points().stream()
                .filter(p -> p.kind() == Kind.MINIMUM)
                .mapToDouble(CriticalPoint::loss)
                .toArray();
        double[] published = {-1.0316285, -1.0316285, -0.2154638, -0.2154638, 2.1042503, 2.1042503};
        for (int i = 0; i < 6; i++) {
            assertEquals(published[i], values[i], 1e-7);
        }
        assertPoints(found.points().subList(0, 2), 1e-6, new double[][] {{-0.089842, 0.712656}, {0.089842, -0.712656}});
    }

    @Test
    void rosenbrock_hasOnlyItsMinimum() {
        CriticalPoints found = CriticalPoints.find(
                (x, y) -> sq(1 - x) + 100 * sq(y - x * x),
                (x, y, g, h) -> {
                    g[0] = -2 * (1 - x) - 400 * x * (y - x * x);
                    g[1] = 200 * (y - x * x);
                    h[0] = 2 - 400 * (y - 3 * x * x);
                    h[1] = -400 * x;
                    h[2] = 200;
                },
                new Window(-2, 2, -1, 3),
                32);
        assertEquals(1, found.points().size());
        CriticalPoint minimum = found.points().get(0);
        assertEquals(Kind.MINIMUM, minimum.kind());
        assertEquals(1, minimum.u(), 1e-12);
        assertEquals(1, minimum.v(), 1e-12);
        // The eigenvalues of [802 −400; −400 200]: their sum is 1002, their product 400.
        assertEquals(501 + Math.sqrt(501 * 501 - 400), minimum.largest(), 1e-9);
        assertEquals(501 - Math.sqrt(501 * 501 - 400), minimum.smallest(), 1e-9);
    }

    @Test
    void rastrigin_hasAllItsPoints() {
        // Along each axis 2x + 20π sin 2πx vanishes five times at a minimum and four times at a maximum.
        CriticalPoints found = CriticalPoints.find(
                (x, y) -> 20 + x * x + y * y - 10 * (Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)),
                (x, y, g, h) -> {
                    g[0] = 2 * x + 20 * Math.PI * Math.sin(2 * Math.PI * x);
                    g[1] = 2 * y + 20 * Math.PI * Math.sin(2 * Math.PI * y);
                    h[0] = 2 + 40 * Math.PI * Math.PI * Math.cos(2 * Math.PI * x);
                    h[1] = 0;
                    h[2] = 2 + 40 * Math.PI * Math.PI * Math.cos(2 * Math.PI * y);
                },
                new Window(-2.5, 2.5, -2.5, 2.5),
                48);
        assertEquals(25, count(found, Kind.MINIMUM));
        assertEquals(16, count(found, Kind.MAXIMUM));
        assertEquals(40, count(found, Kind.SADDLE));
        assertEquals(81, found.points().size());
        assertEquals(0, found.points().get(0).loss(), 1e-13);
        assertTrue(found.complete());
    }

    @Test
    void saddleAndMonkeySaddle_areToldApart() {
        Window window = new Window(-1, 2, -1.3, 1);
        CriticalPoint saddle = only(quadratic(1, -1, window));
        assertEquals(Kind.SADDLE, saddle.kind());
        assertEquals(2, saddle.largest(), 1e-14);
        assertEquals(-2, saddle.smallest(), 1e-14);
        CriticalPoint monkey = only(CriticalPoints.find(
                (x, y) -> x * x * x - 3 * x * y * y,
                (x, y, g, h) -> {
                    g[0] = 3 * x * x - 3 * y * y;
                    g[1] = -6 * x * y;
                    h[0] = 6 * x;
                    h[1] = -6 * y;
                    h[2] = -6 * x;
                },
                window,
                31));
        assertEquals(Kind.DEGENERATE, monkey.kind());
        assertEquals(0, monkey.u(), 1e-7);
        assertEquals(0, monkey.v(), 1e-7);
    }

    @Test
    void constant_isAPlateauWithoutPoints() {
        CriticalPoints found = quadratic(0, 0, new Window(-1, 1, -1, 1));
        assertTrue(found.points().isEmpty() && found.plateau() && found.complete());
    }

    @Test
    void levelValley_isStoodForByAFewDegeneratePoints() {
        for (Window window : List.of(new Window(-1, 1, -1, 1), new Window(-1.1, 1.7, 3, 5))) {
            CriticalPoints found = quadratic(1, 0, window);
            assertTrue(found.points().size() >= 2 && found.points().size() <= 9, "" + found.points());
            assertEquals(found.points().size(), count(found, Kind.DEGENERATE));
            assertFalse(found.plateau());
        }
    }

    @Test
    void deepZoom_findsThePointAllTheSame() {
        double size = 1e-8;
        CriticalPoints found = CriticalPoints.find(
                HIMMELBLAU, HIMMELBLAU_DERIVATIVES, new Window(3 - size, 3 + 2 * size, 2 - 1.5 * size, 2 + size), 16);
        CriticalPoint minimum = only(found);
        assertEquals(Kind.MINIMUM, minimum.kind());
        assertEquals(3, minimum.u(), 1e-14);
    }

    @Test
    void unlikeAxes_areNoObstacle() {
        double a = 1e-150;
        CriticalPoints found = CriticalPoints.find(
                (u, v) -> HIMMELBLAU.at(u / a, v * 1e4),
                (u, v, g, h) -> {
                    HIMMELBLAU_DERIVATIVES.at(u / a, v * 1e4, g, h);
                    g[0] /= a;
                    g[1] *= 1e4;
                    h[0] = h[0] / a / a;
                    h[1] = h[1] / a * 1e4;
                    h[2] *= 1e8;
                },
                new Window(-5 * a, 5 * a, -5e-4, 5e-4),
                32);
        assertEquals(4, count(found, Kind.MINIMUM));
        assertEquals(1, count(found, Kind.MAXIMUM));
        assertEquals(4, count(found, Kind.SADDLE));
    }

    @Test
    void holesAndNoise_costNoMoreThanTheBound() {
        Window window = new Window(-5, 5, -5, 5);
        CriticalPoints half = CriticalPoints.find(
                HIMMELBLAU,
                (x, y, g, h) -> {
                    HIMMELBLAU_DERIVATIVES.at(x, y, g, h);
                    if (x < -1) {
                        g[0] = Double.NaN;
                        h[2] = Double.POSITIVE_INFINITY;
                    }
                },
                window,
                32);
        assertEquals(2, count(half, Kind.MINIMUM));
        CriticalPoints nothing = CriticalPoints.find(
                (x, y) -> Double.NaN,
                (x, y, g, h) -> {
                    g[0] = Double.NaN;
                    g[1] = Double.NaN;
                },
                window,
                32);
        assertTrue(nothing.points().isEmpty() && !nothing.plateau());
        // A gradient that has nothing to do with its Hessian.
        CriticalPoints noise = CriticalPoints.find(
                (x, y) -> 0,
                (x, y, g, h) -> {
                    g[0] = Math.sin(1e5 * x * x + y);
                    g[1] = Math.cos(2e5 * x * y);
                    h[0] = Math.sin(3e5 * y);
                    h[1] = Math.cos(x);
                    h[2] = 1;
                },
                window,
                64);
        assertTrue(noise.evaluations() < 65 * 65 + 40_000 + 1000);
        assertThrows(
                IllegalArgumentException.class,
                () -> CriticalPoints.find(HIMMELBLAU, HIMMELBLAU_DERIVATIVES, window, 1));
    }

    private static CriticalPoints quadratic(double a, double b, Window window) {
        return CriticalPoints.find(
                (x, y) -> a * x * x + b * y * y,
                (x, y, g, h) -> {
                    g[0] = 2 * a * x;
                    g[1] = 2 * b * y;
                    h[0] = 2 * a;
                    h[1] = 0;
                    h[2] = 2 * b;
                },
                window,
                32);
    }

    private static CriticalPoint only(CriticalPoints found) {
        assertEquals(1, found.points().size(), found.toString());
        return found.points().get(0);
    }

    private static long count(CriticalPoints found, Kind kind) {
        return found.points().stream().filter(p -> p.kind() == kind).count();
    }

    private static void assertPoints(CriticalPoints found, Kind kind, double tolerance, double[][] expected) {
        assertPoints(found.points().stream().filter(p -> p.kind() == kind).toList(), tolerance, expected);
    }

    /** Expected by ascending u. */
    private static void assertPoints(List<CriticalPoint> found, double tolerance, double[][] expected) {
        assertEquals(expected.length, found.size(), found.toString());
        List<CriticalPoint> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble(CriticalPoint::u));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i][0], sorted.get(i).u(), tolerance);
            assertEquals(expected[i][1], sorted.get(i).v(), tolerance);
        }
    }

    private static double sq(double x) {
        return x * x;
    }
}
