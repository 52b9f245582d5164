package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossScaleTest {
    private static final Surface ROSENBROCK = (x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
    private static final Grid VALLEY = Grid.sample(ROSENBROCK, new Window(-2, 2, -1, 3), 65, 65);

    @Test
    void everyScale_takesItsLossesToZeroToOneAndBack() {
        for (LossScale scale : scales(VALLEY)) {
            assertEquals(0, scale.unit(scale.min()));
            assertEquals(1, scale.unit(scale.max()), 1e-15);
            assertEquals(0, scale.unit(-5));
            assertEquals(1, scale.unit(Double.POSITIVE_INFINITY));
            assertTrue(Double.isNaN(scale.unit(Double.NaN)));
            for (double t = 0; t <= 1; t += 0.125) {
                assertEquals(t, scale.unit(scale.loss(t)), 1e-13);
            }
        }
    }

    @Test
    void logScale_givesTheNeighbourhoodOfAZeroMinimumRoom() {
        LossScale scale = LossScale.log(VALLEY);
        assertEquals(0, scale.min());
        assertTrue(scale.unit(1) > 0.1 && scale.unit(10) - scale.unit(1) > 0.15);
        assertTrue(LossScale.linear(VALLEY).unit(10) < 0.01);
    }

    @Test
    void logScale_worksBelowZero() {
        Grid grid = Grid.sample((u, v) -> u * u + v * v - 100, new Window(-1, 1, -1, 1), 33, 33);
        LossScale scale = LossScale.log(grid);
        assertEquals(-100, scale.min());
        assertTrue(scale.unit(-99.9) > 0.2);
    }

    @Test
    void rankScale_isTheShareOfLossesBelow() {
        Grid grid = new Grid(new Window(0, 1, 0, 1), 3, 2, new double[] {7, -1, 2, Double.NaN, 1e9, 3});
        LossScale scale = LossScale.rank(grid);
        double[] units = {0, 0.25, 0.5, 0.75, 1};
        double[] losses = {-1, 2, 3, 7, 1e9};
        for (int i = 0; i < 5; i++) {
            assertEquals(units[i], scale.unit(losses[i]));
            assertEquals(losses[i], scale.loss(units[i]));
        }
        assertEquals(0.625, scale.unit(5));
    }

    @Test
    void rankScale_spreadsTheSamplesEvenly() {
        LossScale scale = LossScale.rank(VALLEY);
        int[] counts = new int[8];
        for (double loss : VALLEY.values()) {
            counts[Math.min((int) (scale.unit(loss) * 8), 7)]++;
        }
        for (int count : counts) {
            // Knots are about 1/256 apart.
            assertEquals(65 * 65 / 8.0, count, 65 * 65 / 256.0);
        }
    }

    @Test
    void rankScale_ofAPlateauSpendsItsColoursOnTheSlope() {
        Grid grid = Grid.sample((u, v) -> u < 0 ? 0 : u, new Window(-1, 1, -1, 1), 65, 65);
        LossScale scale = LossScale.rank(grid);
        assertEquals(0, scale.unit(0));
        for (double u = 0; u <= 1; u += 0.125) {
            assertEquals(u, scale.unit(u), 1e-3);
        }
    }

    @Test
    void rankLevels_ascendAboutEvenlyWithRoundMajors() {
        LossScale scale = LossScale.rank(VALLEY);
        List<LossScale.Level> levels = scale.levels(20);
        double before = 0;
        StringBuilder majors = new StringBuilder();
        for (LossScale.Level level : levels) {
            double unit = scale.unit(level.loss());
            assertTrue(unit > before && unit - before < 0.12, Ticks.text(level.loss()));
            before = unit;
            majors.append(level.major() ? Ticks.text(level.loss()) + " " : "");
        }
        assertEquals("40 100 400 2000 ", majors.toString());
        assertTrue(levels.size() >= 15 && levels.size() <= 25, "there are " + levels.size());
    }

    @Test
    void rankScale_ofPolesAndHoles_staysEven() {
        Grid grid =
                Grid.sample((u, v) -> u > 0.5 ? Double.NaN : v == 0 ? 1e300 : 1 / v, new Window(-1, 1, -1, 1), 33, 33);
        LossScale scale = LossScale.rank(grid);
        assertEquals(0, scale.unit(-16), 1e-15);
        assertEquals(1, scale.unit(1e300));
        assertEquals(0.5, scale.unit(1), 0.04);
        assertTrue(scale.levels(15).size() >= 8);
    }

    @Test
    void linearLevels_areRoundAndEveryFifthIsMajor() {
        List<LossScale.Level> levels = new LossScale.Linear(0.5, 11).levels(10);
        assertEquals(10, levels.size());
        for (int i = 0; i < levels.size(); i++) {
            assertEquals(new LossScale.Level(i + 1, (i + 1) % 5 == 0), levels.get(i));
        }
    }

    @Test
    void logLevels_ascendInsideTheRangeWithRoundMajors() {
        LossScale scale = LossScale.log(VALLEY);
        List<LossScale.Level> levels = scale.levels(20);
        double before = scale.min();
        StringBuilder majors = new StringBuilder();
        for (LossScale.Level level : levels) {
            assertTrue(level.loss() > before && level.loss() < scale.max());
            before = level.loss();
            majors.append(level.major() ? Ticks.text(level.loss()) + " " : "");
        }
        assertEquals("4 40 400 2000 ", majors.toString());
        assertTrue(levels.size() >= 15 && levels.size() <= 25, "there are " + levels.size());
    }

    @Test
    void ticks_areRoundLossesInTheRange() {
        assertEquals(List.of(0.0, 50.0, 100.0), boxed(new LossScale.Linear(0.003, 130).ticks(3)));
        assertEquals(List.of(0.0, 10.0, 100.0), boxed(new LossScale.Log(0, 890, 1e-3).ticks(3)));
    }

    @Test
    void pole_doesNotSwallowTheScale() {
        Grid grid = Grid.sample((u, v) -> u == 0 && v == 0 ? 1e34 : u * u + v * v, new Window(-1, 1, -1, 1), 33, 33);
        assertTrue(LossScale.linear(grid).max() <= 2);
        assertTrue(LossScale.log(grid).max() <= 2);
        assertEquals(1, LossScale.linear(grid).unit(1e34));
    }

    @Test
    void constant_isHalfwayEverywhereAndHasNoLevels() {
        Grid flat = Grid.sample((u, v) -> 3, new Window(-1, 1, -1, 1), 5, 5);
        for (LossScale scale : scales(flat)) {
            assertEquals(0.5, scale.unit(3));
            assertEquals(0.5, scale.unit(3 + 4e-16));
            assertTrue(Double.isNaN(scale.unit(Double.NaN)));
            assertTrue(scale.levels(10).isEmpty());
            assertEquals(List.of(3.0), boxed(scale.ticks(4)));
        }
    }

    @Test
    void nothingFinite_hasAScaleAllTheSame() {
        Grid none = Grid.sample((u, v) -> Double.NaN, new Window(-1, 1, -1, 1), 5, 5);
        assertEquals(new LossScale.Linear(0, 1), LossScale.linear(none));
        assertEquals(1, LossScale.log(none).max());
        assertEquals(1, LossScale.rank(none).max());
    }

    @Test
    void enormousAndTinyRanges_haveAScale() {
        for (double size : new double[] {1e300, 1e-280, 1.7e308}) {
            Grid grid = Grid.sample((u, v) -> u * size, new Window(-1, 1, -1, 1), 9, 9);
            for (LossScale scale : scales(grid)) {
                assertEquals(0, scale.unit(-size));
                assertEquals(1, scale.unit(size), 1e-15);
                assertTrue(scale.unit(0) > 0.4 && scale.unit(0) < 1);
                assertTrue(scale.levels(10).size() >= 4);
            }
        }
    }

    @Test
    void unorderedLosses_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LossScale.Linear(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new LossScale.Log(0, Double.POSITIVE_INFINITY, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new LossScale.Log(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RankScale(new double[] {1, 1}, new double[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> new RankScale(new double[0], new double[0]));
    }

    private static List<LossScale> scales(Grid grid) {
        return List.of(LossScale.linear(grid), LossScale.log(grid), LossScale.rank(grid));
    }

    private static List<Double> boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
