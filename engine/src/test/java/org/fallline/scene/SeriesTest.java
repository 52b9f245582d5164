package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fallline.experiment.Trajectory;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void fewNumbers_areAllKept() {
        assertArrayEquals(new int[] {0, 1, 2, 3}, Series.of(4, 3, 2, 1).kept(3, 300));
    }

    @Test
    void columns_keepTheirLowestAndHighestInOrder() {
        // Two columns of four steps each, and a last one of one step.
        Series series = Series.of(5, 9, 1, 5, 7, 7, 2, 8, 3);
        assertArrayEquals(new int[] {1, 2, 6, 7, 8}, series.kept(8, 2));
        assertSame(series.kept(8, 2), series.kept(8, 2), "the same chart asks for nothing anew");
    }

    @Test
    void everyColumn_keepsItsExtremesWhateverTheNumbers() {
        Cases.forEachSeed(30, random -> {
            double[] values = new double[1 + random.nextInt(3000)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
            }
            int last = Math.max(1, values.length - 1 + random.nextInt(50));
            int columns = 1 + random.nextInt(400);
            int[] kept = Series.of(values).kept(last, columns);
            assertTrue(kept.length <= 2 * columns + 2);
            double[] low = new double[columns + 1];
            double[] high = new double[columns + 1];
            Arrays.fill(low, 2);
            Arrays.fill(high, -1);
            for (int index : kept) {
                int column = (int) Math.floor(index * ((double) columns / last));
                low[column] = Math.min(low[column], Double.isNaN(values[index]) ? 2 : values[index]);
                high[column] = Math.max(high[column], Double.isNaN(values[index]) ? -1 : values[index]);
            }
            for (int i = 0; i < values.length; i++) {
                int column = (int) Math.floor(i * ((double) columns / last));
                assertTrue(Double.isNaN(values[i]) || (low[column] <= values[i] && high[column] >= values[i]));
            }
        });
    }

    @Test
    void numberOfAStep_isTheLastOneUpToIt() {
        Series series = Series.of(new int[] {0, 10, 25}, new double[] {3, 2, 1});
        assertEquals(3, series.at(9));
        assertEquals(2, series.at(10));
        assertEquals(2, series.at(24));
        assertEquals(1, series.at(99));
        assertEquals(7, Series.of(9, 7).at(5));
    }

    @Test
    void gradientNorms_areThoseOfEveryStepToTheEndsOfTheFormat() {
        Trajectory walk = new Trajectory(
                2, new double[3], new double[6], new double[] {3, -4, 3e200, 4e200, 3e-200, 4e-200}, null);
        Series norms = Series.gradientNorms(walk);
        assertEquals(5, norms.at(0));
        assertEquals(5e200, norms.at(1), 1e186);
        assertEquals(5e-200, norms.at(2), 1e-214);
    }

    @Test
    void extents_countFiniteNumbersOnly() {
        Series series = Series.of(2, Double.NaN, Double.POSITIVE_INFINITY, -1, 0, 0.5);
        assertEquals(-1, series.min());
        assertEquals(2, series.max());
        assertEquals(0.5, series.leastPositive());
    }

    @Test
    void impossibleSeries_areRefused() {
        assertThrows(IllegalArgumentException.class, Series::of);
        assertThrows(IllegalArgumentException.class, () -> Series.of(new int[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Series.of(new int[] {0}, new double[] {1, 2}));
    }
}
