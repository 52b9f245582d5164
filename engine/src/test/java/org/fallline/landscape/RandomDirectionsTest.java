package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.landscape.RandomDirections.Biases;
import org.fallline.math.Key;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class RandomDirectionsTest {
    /** A dense layer of 2 inputs and 3 units: columns (3, 4), (0, 0), (−5, 12); its biases; an output of one unit. */
    private static final double[] PARAMS = {3, 0, -5, 4, 0, 12, 1, 2, 2, 2, -1, 2, 0.5};

    private static final List<Filters> LAYERS =
            List.of(Filters.matrix(2, 3), Filters.vector(3), Filters.matrix(3, 1), Filters.scalar());

    @Test
    void everyFilter_hasTheLengthOfItsWeights() {
        Cases.forEachSeed(20, random -> {
            RandomDirections directions =
                    RandomDirections.around(PARAMS, LAYERS, Biases.SCALED, Key.of(random.nextInt()));
            for (double[] d : List.of(directions.u(), directions.v())) {
                // Columns of the first matrix: √(3² + 4²), nothing, √(5² + 12²).
                assertEquals(5, Math.sqrt(d[0] * d[0] + d[3] * d[3]), 1e-14);
                assertEquals(0, Math.abs(d[1]) + Math.abs(d[4]));
                assertEquals(13, Math.sqrt(d[2] * d[2] + d[5] * d[5]), 1e-14);
                // Biases as one filter of length 3, the second layer's weights, its bias.
                assertEquals(3, Math.sqrt(d[6] * d[6] + d[7] * d[7] + d[8] * d[8]), 1e-14);
                assertEquals(3, Math.sqrt(d[9] * d[9] + d[10] * d[10] + d[11] * d[11]), 1e-14);
                assertEquals(0.5, Math.abs(d[12]), 1e-15);
            }
        });
    }

    @Test
    void normalization_keepsTheDirectionWithinAFilter() {
        // The numbers of a single filter are the key's normal numbers, scaled.
        double[] params = {2, 0, 0, 0};
        Key key = Key.of(5);
        double[] d = RandomDirections.around(params, List.of(Filters.matrix(4, 1)), Biases.FIXED, key)
                .u();
        for (int i = 1; i < 4; i++) {
            assertEquals(key.split(0).normal(i) / key.split(0).normal(0), d[i] / d[0], 1e-13);
        }
        assertEquals(2, Vectors.norm(d), 1e-15);
    }

    @Test
    void fixedBiases_doNotMove() {
        RandomDirections directions = RandomDirections.around(PARAMS, LAYERS, Biases.FIXED, Key.of(1));
        for (int i : new int[] {6, 7, 8, 12}) {
            assertEquals(0, directions.u()[i]);
            assertEquals(0, directions.v()[i]);
        }
        assertTrue(Vectors.norm(directions.u()) > 13);
    }

    @Test
    void variablesOfAFormula_haveOrthonormalDirections() {
        List<Filters> variables = List.of(Filters.scalar(), Filters.scalar(), Filters.scalar());
        Cases.forEachSeed(20, random -> {
            RandomDirections directions =
                    RandomDirections.around(new double[3], variables, Biases.FIXED, Key.of(random.nextInt()));
            assertEquals(1, Vectors.norm(directions.u()), 1e-15);
            assertEquals(1, Vectors.norm(directions.v()), 1e-15);
            assertEquals(0, Vectors.dot(directions.u(), directions.v()), 1e-15);
        });
    }

    @Test
    void twoDirections_areNeverParallel() {
        // Filters of one number leave four sign patterns, two of them parallel to any first.
        double[] params = {1, 2};
        Cases.forEachSeed(50, random -> {
            Key key = Key.of(random.nextInt());
            RandomDirections directions =
                    RandomDirections.around(params, List.of(Filters.matrix(1, 2)), Biases.FIXED, key);
            double[] u = directions.u();
            double[] v = directions.v();
            assertEquals(4, Math.abs(u[0] * v[1] - u[1] * v[0]), 1e-15);
            assertEquals(2, directions.through(params).dimension());
        });
    }

    @Test
    void sameKey_givesTheSameDirections() {
        double[] first =
                RandomDirections.around(PARAMS, LAYERS, Biases.FIXED, Key.of(7)).v();
        assertArrayEquals(
                first,
                RandomDirections.around(PARAMS, LAYERS, Biases.FIXED, Key.of(7)).v());
    }

    @Test
    void whatHasNoTwoDirections_isRefused() {
        assertEquals(
                "filter-normalized directions are as long as the weights, but these are all zero: choose another plane,"
                        + " start or step",
                refusal(new double[6], List.of(Filters.matrix(2, 3))));
        assertEquals(
                "two directions need two numbers that may move, but all 32 draws were parallel: let the biases move"
                        + " too, or choose plain axes",
                refusal(new double[] {3, 1}, List.of(Filters.matrix(1, 1), Filters.scalar())));
        assertEquals(
                "two directions need two parameters at least, but there is 1",
                refusal(new double[] {3}, List.of(Filters.scalar())));
        assertEquals(
                "the filters are of 6 numbers, but there are 2 parameters",
                refusal(new double[2], List.of(Filters.matrix(2, 3))));
    }

    private static String refusal(double[] params, List<Filters> filters) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> RandomDirections.around(params, filters, Biases.FIXED, Key.of(0)))
                .getMessage());
    }
}
