package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Window WINDOW = new Window(-1, 2, 0, 5);

    @Test
    void samples_areRowMajorFromTheLowerLeftEdgesIncluded() {
        Grid grid = Grid.sample((u, v) -> 10 * v + u, WINDOW, 4, 3);
        assertArrayEquals(new double[] {-1, 0, 1, 2, 24, 25, 26, 27, 49, 50, 51, 52}, grid.values());
        assertEquals(2, grid.u(3));
        assertEquals(2.5, grid.v(1));
        assertEquals(-1, grid.min());
        assertEquals(52, grid.max());
    }

    @Test
    void slicesOfRows_makeTheSameGrid() {
        Surface surface = (u, v) -> Math.sin(u) + v * v;
        double[] whole = Grid.sample(surface, WINDOW, 9, 7).values();
        for (int row = 0; row < 7; row += 3) {
            int end = Math.min(row + 3, 7);
            assertArrayEquals(
                    Arrays.copyOfRange(whole, row * 9, end * 9), Grid.sampleRows(surface, WINDOW, 9, 7, row, end));
        }
    }

    @Test
    void interpolation_isExactForQuadraticsUpToTheEdges() {
        Surface quadratic = (u, v) -> 3 * u * u - 2 * u * v + 0.5 * v * v - u + 7;
        Grid grid = Grid.sample(quadratic, WINDOW, 7, 9);
        for (double u = -1; u <= 2; u += 0.03125) {
            for (double v = 0; v <= 5; v += 0.0625) {
                assertEquals(quadratic.at(u, v), grid.interpolate(u, v), 2e-13);
            }
        }
    }

    @Test
    void interpolation_ofTwoByTwoIsBilinear() {
        Grid grid = new Grid(new Window(0, 1, 0, 1), 2, 2, new double[] {0, 1, 2, 5});
        assertEquals(2, grid.interpolate(0.5, 0.5));
        assertEquals(5, grid.interpolate(1, 1));
    }

    @Test
    void interpolation_ofASmoothSurfaceConvergesWithTheThirdPowerOfItsStep() {
        Surface wave = (u, v) -> Math.sin(2 * u) * Math.cos(v);
        double coarse = worst(wave, 17);
        double fine = worst(wave, 33);
        // Catmull-Rom reproduces quadratics, so the error falls with h³ at least.
        assertTrue(fine < coarse / 7, coarse + " then " + fine);
    }

    @Test
    void interpolation_outsideIsUndefined() {
        Grid grid = Grid.sample((u, v) -> 1, WINDOW, 3, 3);
        assertTrue(Double.isNaN(grid.interpolate(-1.01, 1)));
        assertTrue(Double.isNaN(grid.interpolate(0, 5.01)));
        assertTrue(Double.isNaN(grid.interpolate(Double.NaN, 1)));
        assertEquals(1, grid.interpolate(2, 5));
    }

    @Test
    void holes_areNoLargerThanTheCellsAroundThem() {
        Window window = new Window(0, 6, 0, 6);
        Grid grid = Grid.sample((u, v) -> u == 3 && v == 3 ? Double.POSITIVE_INFINITY : u + v, window, 7, 7);
        assertTrue(Double.isNaN(grid.interpolate(2.5, 3.5)));
        assertEquals(4.5, grid.interpolate(1.5, 3), 1e-15);
        assertEquals(8.25, grid.interpolate(4.25, 4), 1e-15);
        assertEquals(48, grid.finiteCount());
        assertEquals(12, grid.max());
    }

    @Test
    void resampling_atTheSamplesGivesThemBack() {
        Grid grid = Grid.sample((u, v) -> u * u * u + v, WINDOW, 5, 6);
        assertArrayEquals(grid.values(), grid.resample(WINDOW, 5, 6).values(), 1e-14);
    }

    @Test
    void nothingFinite_hasNoRange() {
        Grid grid = Grid.sample((u, v) -> Double.NaN, WINDOW, 3, 3);
        assertTrue(Double.isNaN(grid.min()) && Double.isNaN(grid.max()));
        assertEquals(0, grid.finiteCount());
    }

    @Test
    void sizes_mustFit() {
        assertThrows(IllegalArgumentException.class, () -> new Grid(WINDOW, 2, 2, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new Grid(WINDOW, 1, 4, new double[4]));
    }

    private static double worst(Surface surface, int side) {
        Window window = new Window(-2, 2, -2, 2);
        Grid grid = Grid.sample(surface, window, side, side);
        double worst = 0;
        for (double u = -2; u <= 2; u += 0.0173) {
            for (double v = -2; v <= 2; v += 0.0311) {
                double error = Math.abs(grid.interpolate(u, v) - surface.at(u, v));
                worst = error > worst ? error : worst;
            }
        }
        return worst;
    }
}
