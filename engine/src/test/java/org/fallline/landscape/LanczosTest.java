package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.fallline.math.Key;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class LanczosTest {
    @Test
    void secondDifferences_haveTheExtremesOfTheString() {
        int n = 40;
        SymmetricOperator string = dense(SymmetricEigenTest.secondDifferences(n), n);
        Lanczos.Result result = Lanczos.extremes(string, 3, 2, 1e-10, 40, false, Key.of(1));
        assertEquals(Lanczos.End.CONVERGED, result.end());
        for (int k = 1; k <= 3; k++) {
            assertEquals(
                    2 - 2 * Math.cos((n + 1 - k) * Math.PI / (n + 1)),
                    result.largest().get(k - 1).value(),
                    1e-13);
        }
        for (int k = 1; k <= 2; k++) {
            assertEquals(
                    2 - 2 * Math.cos(k * Math.PI / (n + 1)),
                    result.smallest().get(k - 1).value(),
                    1e-13);
        }
    }

    @Test
    void spectrumOfANetwork_givesItsTopThreeInTwentyProducts() {
        // A few large eigenvalues and a bulk near zero of both signs, as the Hessian of a network has.
        int n = 300;
        double[] spectrum = new double[n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            spectrum[i] = 0.1 * random.nextGaussian();
        }
        spectrum[17] = 9;
        spectrum[80] = 5;
        spectrum[250] = 3;
        Lanczos.Result result = Lanczos.extremes(diagonal(spectrum), 3, 0, 1e-8, 20, false, Key.of(2));
        assertEquals(Lanczos.End.CONVERGED, result.end());
        assertTrue(result.products() <= 20, "" + result.products());
        assertEquals(9, result.largest().get(0).value(), 1e-12);
        assertEquals(5, result.largest().get(1).value(), 1e-12);
        assertEquals(3, result.largest().get(2).value(), 1e-12);
    }

    @Test
    void randomMatrices_agreeWithTheDenseSolver() {
        Cases.forEachSeed(30, random -> {
            int n = 2 + random.nextInt(40);
            double[] matrix = randomSymmetric(n, random);
            SymmetricOperator operator = dense(matrix, n);
            double[] exact = SymmetricEigen.of(matrix, n).values();
            int up = 1 + random.nextInt(Math.min(3, n - 1));
            int down = random.nextInt(Math.min(4, n - up + 1));
            Lanczos.Result result =
                    Lanczos.extremes(operator, up, down, 1e-9, 500, random.nextBoolean(), Key.of(random.nextInt()));
            assertEquals(Lanczos.End.CONVERGED, result.end());
            for (int k = 0; k < up; k++) {
                check(operator, result.largest().get(k), exact[k]);
            }
            for (int k = 0; k < down; k++) {
                check(operator, result.smallest().get(k), exact[n - 1 - k]);
            }
        });
    }

    @Test
    void eigenvaluesThatOccurTwice_areFoundTwiceWhereCopiesAreWanted() {
        // Each three times: ±9, ±8, ±7, ±6 and a bulk between, so that the ends converge long before the basis is full.
        double[] spectrum = new double[180];
        for (int i = 0; i < 180; i++) {
            int k = i % 60;
            spectrum[i] = k < 4 ? 9 - k : k < 8 ? k - 13 : Math.sin(k);
        }
        Lanczos.Result once = Lanczos.extremes(diagonal(spectrum), 4, 2, 1e-9, 60, false, Key.of(4));
        assertEquals("9 8 7 6", text(once.largest()));
        assertEquals("−9 −8", text(once.smallest()));
        Lanczos.Result copies = Lanczos.extremes(diagonal(spectrum), 4, 4, 1e-9, 400, true, Key.of(4));
        assertEquals(Lanczos.End.CONVERGED, copies.end());
        assertEquals("9 9 9 8", text(copies.largest()));
        assertEquals("−9 −9 −9 −8", text(copies.smallest()));
    }

    @Test
    void invariantSubspaces_areLeft() {
        // Every vector is an eigenvector of these; the first basis vector spans an invariant subspace.
        Lanczos.Result identity =
                Lanczos.extremes(diagonal(new double[] {2, 2, 2, 2, 2}), 2, 1, 1e-9, 10, false, Key.of(0));
        assertEquals(Lanczos.End.CONVERGED, identity.end());
        assertEquals("2 2", text(identity.largest()));
        assertEquals("2", text(identity.smallest()));
        Lanczos.Result zero = Lanczos.extremes(diagonal(new double[4]), 1, 1, 1e-9, 10, true, Key.of(0));
        assertEquals("0", text(zero.largest()));
        Lanczos.Result rankOne =
                Lanczos.extremes(diagonal(new double[] {0, 0, 0, -7, 0, 0}), 1, 1, 1e-9, 20, false, Key.of(0));
        assertEquals("0", text(rankOne.largest()));
        assertEquals("−7", text(rankOne.smallest()));
        Lanczos.Result single = Lanczos.extremes(diagonal(new double[] {3}), 1, 0, 1e-9, 1, true, Key.of(0));
        assertEquals("3", text(single.largest()));
    }

    @Test
    void tooFewProducts_areSaidAndResidualsAreTrue() {
        int n = 200;
        double[] matrix = randomSymmetric(n, new Random(5));
        SymmetricOperator operator = dense(matrix, n);
        Lanczos.Result result = Lanczos.extremes(operator, 2, 2, 1e-10, 12, false, Key.of(6));
        assertEquals(Lanczos.End.OUT_OF_PRODUCTS, result.end());
        assertEquals(12, result.products());
        for (Lanczos.Pair pair : result.largest()) {
            assertEquals(residual(operator, pair), pair.residual(), 1e-10);
            assertTrue(pair.residual() > 1e-3);
        }
    }

    @Test
    void productsThatAreNotFinite_endTheSearch() {
        Lanczos.Result result =
                Lanczos.extremes(diagonal(new double[] {1, Double.NaN, 2}), 1, 1, 1e-9, 10, false, Key.of(0));
        assertEquals(Lanczos.End.NOT_FINITE, result.end());
        assertTrue(result.largest().isEmpty() && result.smallest().isEmpty());
    }

    @Test
    void morePairsThanDimensions_areRefused() {
        SymmetricOperator two = diagonal(new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> Lanczos.extremes(two, 2, 1, 1e-9, 9, false, Key.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Lanczos.extremes(two, 0, 0, 1e-9, 9, false, Key.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Lanczos.extremes(two, 1, 0, 0, 9, false, Key.of(0)));
    }

    private static void check(SymmetricOperator operator, Lanczos.Pair pair, double exact) {
        assertEquals(exact, pair.value(), 1e-9);
        assertEquals(1, Vectors.norm(pair.vector()), 1e-13);
        assertEquals(residual(operator, pair), pair.residual(), 1e-12);
    }

    private static double residual(SymmetricOperator operator, Lanczos.Pair pair) {
        double[] product = new double[operator.size()];
        operator.times(pair.vector(), product);
        Vectors.add(-pair.value(), pair.vector(), product);
        return Vectors.norm(product);
    }

    private static String text(List<Lanczos.Pair> pairs) {
        StringBuilder text = new StringBuilder();
        for (Lanczos.Pair pair : pairs) {
            double rounded = Math.rint(pair.value());
            assertEquals(rounded, pair.value(), 1e-12);
            text.append(text.isEmpty() ? "" : " ").append(Ticks.text(rounded));
        }
        return text.toString();
    }

    static double[] randomSymmetric(int n, Random random) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = random.nextGaussian();
                matrix[j * n + i] = matrix[i * n + j];
            }
        }
        return matrix;
    }

    static SymmetricOperator diagonal(double[] spectrum) {
        double[] matrix = new double[spectrum.length * spectrum.length];
        for (int i = 0; i < spectrum.length; i++) {
            matrix[i * spectrum.length + i] = spectrum[i];
        }
        return dense(matrix, spectrum.length);
    }

    static SymmetricOperator dense(double[] matrix, int n) {
        return new SymmetricOperator() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public void times(double[] x, double[] into) {
                for (int i = 0; i < n; i++) {
                    into[i] = 0;
                    for (int j = 0; j < n; j++) {
                        into[i] += matrix[i * n + j] * x[j];
                    }
                }
            }
        };
    }
}
