package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.fallline.math.Real;
import org.junit.jupiter.api.Test;

class TurningPointsTest {
    private static final Window WINDOW = new Window(-2.1, 2, -1, 1);

    @Test
    void cubic_hasAMinimumAndAMaximum() {
        // t³ − 3t: slopes 3t² − 3 vanish at ±1, where the second derivative 6t is ±6.
        CriticalPoints found = find(t -> t * t * t - 3 * t, t -> 3 * t * t - 3, t -> 6 * t, WINDOW);
        assertEquals(2, found.points().size());
        CriticalPoint minimum = found.points().get(0);
        CriticalPoint maximum = found.points().get(1);
        assertEquals(CriticalPoint.Kind.MINIMUM, minimum.kind());
        assertEquals(1, minimum.u(), 1e-15);
        assertEquals(-2, minimum.loss(), 1e-15);
        assertEquals(6, minimum.smallest(), 1e-14);
        assertEquals(CriticalPoint.Kind.MAXIMUM, maximum.kind());
        assertEquals(-1, maximum.u(), 1e-15);
        assertTrue(found.complete());
    }

    @Test
    void zeroOnAPlaceOfTheGrid_isFoundOnce() {
        Window window = new Window(-1, 1, -1, 1);
        assertEquals(1, find(t -> t * t, t -> 2 * t, t -> 2, window).points().size());
        Window atItsEdge = new Window(0, 1, -1, 1);
        assertEquals(1, find(t -> t * t, t -> 2 * t, t -> 2, atItsEdge).points().size());
    }

    @Test
    void flatBottom_isDegenerate() {
        CriticalPoint point = find(t -> t * t * t * t, t -> 4 * t * t * t, t -> 12 * t * t, WINDOW)
                .points()
                .get(0);
        assertEquals(CriticalPoint.Kind.DEGENERATE, point.kind());
        assertEquals(0, point.u(), 1e-6);
    }

    @Test
    void kinkAndPole_haveNoSlopeThatVanishes() {
        assertEquals(
                0, find(Math::abs, t -> t < 0 ? -1 : 1, t -> 0, WINDOW).points().size());
        assertEquals(
                0,
                find(t -> 1 / (t * t), t -> -2 / (t * t * t), t -> 6 / (t * t * t * t), WINDOW)
                        .points()
                        .size());
    }

    @Test
    void plateau_isNoPoint() {
        CriticalPoints found = find(t -> t > 0 ? t * t : 0, t -> t > 0 ? 2 * t : 0, t -> t > 0 ? 2 : 0, WINDOW);
        assertTrue(found.plateau());
        assertEquals(0, found.points().size());
    }

    @Test
    void partWithoutLoss_isPassedOver() {
        CriticalPoints found = find(
                t -> t < -1 ? Double.NaN : t * t,
                t -> t < -1 ? Double.NaN : 2 * t,
                t -> t < -1 ? Double.NaN : 2,
                WINDOW);
        assertEquals(1, found.points().size());
        assertFalse(found.plateau());
    }

    @Test
    void manyTurns_areAllFoundInDeepZoomToo() {
        // cos turns at every multiple of π: of ±40/π that are 25.
        Window wide = new Window(-40, 40.5, -1, 1);
        assertEquals(
                25,
                find(Real::cos, t -> -Real.sin(t), t -> -Real.cos(t), wide)
                        .points()
                        .size());
        Window deep = new Window(-1e-12, 2e-12, -1, 1);
        assertEquals(
                1,
                find(Real::cos, t -> -Real.sin(t), t -> -Real.cos(t), deep)
                        .points()
                        .size());
    }

    @Test
    void lineOfOneCell_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TurningPoints((u, v) -> 0, (u, v, gradient, hessian) -> {}, WINDOW, 1));
    }

    private static CriticalPoints find(
            DoubleUnaryOperator loss, DoubleUnaryOperator slope, DoubleUnaryOperator curvature, Window window) {
        PlaneDerivatives derivatives = (u, v, gradient, hessian) -> {
            gradient[0] = slope.applyAsDouble(u);
            hessian[0] = curvature.applyAsDouble(u);
        };
        TurningPoints search = new TurningPoints((u, v) -> loss.applyAsDouble(u), derivatives, window, 128);
        boolean more = true;
        while (more) {
            more = search.advance();
        }
        return search.found();
    }
}
