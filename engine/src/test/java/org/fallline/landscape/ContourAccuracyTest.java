package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Isolines as they are drawn: 65 × 65 samples, interpolated to the corners of the pixels, on a map of 512. A point's distance from
 * the true curve is {@code |f − level| / |∇f|}; points and the middles between them are held.
 */
class ContourAccuracyTest {
    private static final double PIXELS = 512;

    @Test
    void circles_areWithinHalfAPixel() {
        Map circle = new Map((x, y) -> x * x + y * y, new Window(-1, 1, -1, 1));
        for (double radius : new double[] {0.05, 0.3, 0.75, 1.2}) {
            assertTrue(circle.worst(radius * radius) < 0.05, "radius " + radius);
        }
    }

    @Test
    void hyperbolas_areWithinHalfAPixelUpToTheSaddle() {
        Map saddle = new Map((x, y) -> x * x - y * y, new Window(-1, 1.3, -0.9, 1));
        for (double level : new double[] {-0.5, -0.01, -1e-4, 1e-4, 0.01, 0.5}) {
            assertTrue(saddle.worst(level) < 0.3, "level " + level);
        }
    }

    @Test
    void rosenbrocksValley_isWithinHalfAPixel() {
        Map valley = new Map((x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x), new Window(-2, 2, -1, 3));
        for (double level : new double[] {4, 10, 40, 100, 400, 1000, 2000}) {
            assertTrue(valley.worst(level) < 0.5, "level " + level + ": " + valley.worst(level));
        }
    }

    @Test
    void himmelblausHollows_areWithinHalfAPixel() {
        Map hollows = new Map(ContourAccuracyTest::himmelblau, new Window(-5, 5, -5, 5));
        for (double level : new double[] {1, 5, 20, 50, 100, 150, 181, 200, 400, 800}) {
            assertTrue(hollows.worst(level) < 0.5, "level " + level + ": " + hollows.worst(level));
        }
    }

    @Test
    void saddles_haveNoGapsAtTheirOwnLevel() {
        Map hollows = new Map(ContourAccuracyTest::himmelblau, new Window(-5, 5, -5, 5));
        double[][] saddles = {
            {-3.0730257551, -0.0813530429},
            {-0.1279613467, -1.9537149806},
            {0.0866775043, 2.8842547010},
            {3.3851541839, 0.0738518797}
        };
        for (double[] saddle : saddles) {
            double level = himmelblau(saddle[0], saddle[1]);
            for (double offset : new double[] {-1e-6, 0, 1e-6}) {
                List<Isoline> lines = Contours.at(hollows.drawn, level + offset);
                double nearest = Double.POSITIVE_INFINITY;
                for (Isoline line : lines) {
                    int last = line.u().length - 1;
                    assertTrue(
                            line.closed() || (hollows.isOnEdge(line, 0) && hollows.isOnEdge(line, last)),
                            "a loose end");
                    for (int i = 0; i <= last; i++) {
                        nearest = Math.min(nearest, Math.hypot(line.u()[i] - saddle[0], line.v()[i] - saddle[1]));
                    }
                }
                // Both branches pass the saddle: within the cell that holds it.
                assertTrue(nearest < 10.0 / 512, "the lines pass the saddle at " + nearest);
            }
        }
        Map saddle = new Map((x, y) -> x * x - y * y, new Window(-1, 1, -1, 1));
        double length = 0;
        for (Isoline line : Contours.at(saddle.drawn, 0)) {
            for (int i = 1; i < line.u().length; i++) {
                length += Math.hypot(line.u()[i] - line.u()[i - 1], line.v()[i] - line.v()[i - 1]);
            }
        }
        assertEquals(4 * Math.sqrt(2), length, 1e-9);
    }

    @Test
    void enormousAndTinyLosses_haveTheSameIsolines() {
        Window window = new Window(-5, 5, -5, 5);
        List<Isoline> expected = Contours.at(new Map(ContourAccuracyTest::himmelblau, window).drawn, 64);
        // Powers of two, so that not even rounding differs.
        for (double size : new double[] {0x1p980, 0x1p-980}) {
            List<Isoline> lines = Contours.at(new Map((x, y) -> himmelblau(x, y) * size, window).drawn, 64 * size);
            assertEquals(expected.size(), lines.size());
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(expected.get(i).closed(), lines.get(i).closed());
                for (int k = 0; k < expected.get(i).u().length; k++) {
                    assertEquals(expected.get(i).u()[k], lines.get(i).u()[k], 1e-12);
                    assertEquals(expected.get(i).v()[k], lines.get(i).v()[k], 1e-12);
                }
            }
        }
    }

    @Test
    void undefinedHalf_endsLinesAtItsEdgeAndKeepsTheRest() {
        Map map = new Map((x, y) -> Math.sqrt(x) + y * y, new Window(-1, 1, -1, 1));
        List<Isoline> lines = Contours.at(map.drawn, 0.75);
        assertEquals(1, lines.size());
        double[] v = lines.get(0).v();
        assertEquals(2 * Math.sqrt(0.75), Math.abs(v[0] - v[v.length - 1]), 1e-3);
        for (int i = 0; i < v.length; i++) {
            // The root's slope is infinite at the edge: cells there are no match for it.
            double u = lines.get(0).u()[i];
            assertTrue(u >= 0 && (u < 0.1 || map.distance(u, v[i], 0.75) < 0.5));
        }
    }

    private static double himmelblau(double x, double y) {
        double p = x * x + y - 11;
        double q = x + y * y - 7;
        return p * p + q * q;
    }

    /** A surface, its window and the grid that isolines are drawn from. */
    private static final class Map {
        private final Surface surface;
        private final Window window;
        private final Grid drawn;

        Map(Surface surface, Window window) {
            this.surface = surface;
            this.window = window;
            this.drawn = Grid.sample(surface, window, 65, 65).resample(window, 513, 513);
        }

        /** The largest distance from the true isoline, in pixels. */
        double worst(double level) {
            List<Isoline> lines = Contours.at(drawn, level);
            assertTrue(!lines.isEmpty(), "no line at level " + level);
            double worst = 0;
            for (Isoline line : lines) {
                int n = line.u().length;
                for (int i = 0; i < n; i++) {
                    int next = (i + 1) % n;
                    worst = Math.max(worst, distance(line.u()[i], line.v()[i], level));
                    if (next != 0 || line.closed()) {
                        double u = (line.u()[i] + line.u()[next]) / 2;
                        double v = (line.v()[i] + line.v()[next]) / 2;
                        worst = Math.max(worst, distance(u, v, level));
                    }
                }
            }
            return worst;
        }

        private double distance(double u, double v, double level) {
            double h = 1e-5;
            double byU = (surface.at(u + h, v) - surface.at(u - h, v)) / (2 * h) * window.width() / PIXELS;
            double byV = (surface.at(u, v + h) - surface.at(u, v - h)) / (2 * h) * window.height() / PIXELS;
            return Math.abs(surface.at(u, v) - level) / Math.hypot(byU, byV);
        }

        private boolean isOnEdge(Isoline line, int i) {
            double u = line.u()[i];
            double v = line.v()[i];
            return u == window.uMin() || u == window.uMax() || v == window.vMin() || v == window.vMax();
        }
    }
}
