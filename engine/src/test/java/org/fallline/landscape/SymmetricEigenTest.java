package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    @Test
    void twoByTwo_isAsByHand() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, 1, 1, 2}, 2);
        assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-15);
        assertArrayEquals(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, eigen.vector(0), 1e-15);
        assertArrayEquals(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5)}, eigen.vector(1), 1e-15);
    }

    @Test
    void secondDifferences_haveTheEigenvaluesOfTheString() {
        // Golub & Van Loan, section 4.8.6: 2 − 2 cos(kπ/(n + 1)), with eigenvectors sin(jkπ/(n + 1)).
        for (int n : new int[] {1, 2, 5, 32, 128}) {
            SymmetricEigen eigen = SymmetricEigen.of(secondDifferences(n), n);
            for (int k = 1; k <= n; k++) {
                assertEquals(2 - 2 * Math.cos(k * Math.PI / (n + 1)), eigen.value(n - k), 2e-14);
            }
            double[] lowest = eigen.vector(n - 1);
            for (int j = 1; j <= n; j++) {
                double exact = Math.sqrt(2.0 / (n + 1)) * Math.sin(j * Math.PI / (n + 1));
                assertEquals(exact, lowest[j - 1], 1e-12);
            }
        }
    }

    @Test
    void rosserMatrix_hasItsKnownEigenvalues() {
        // J. B. Rosser, C. Lanczos, M. R. Hestenes, W. Karush, "Separation of close eigenvalues of a real symmetric
        // matrix", 1951: a pair, a near pair, one of zero, and two that are opposite.
        double[] rosser = {
            611, 196, -192, 407, -8, -52, -49, 29,
            196, 899, 113, -192, -71, -43, -8, -44,
            -192, 113, 899, 196, 61, 49, 8, 52,
            407, -192, 196, 611, 8, 44, 59, -23,
            -8, -71, 61, 8, 411, -599, 208, 208,
            -52, -43, 49, 44, -599, 411, 208, 208,
            -49, -8, 8, 59, 208, 208, 99, -911,
            29, -44, 52, -23, 208, 208, -911, 99
        };
        double root = Math.sqrt(10405);
        double near = 100 * Math.sqrt(26);
        double[] exact = {10 * root, 1020, 510 + near, 1000, 1000, 510 - near, 0, -10 * root};
        assertArrayEquals(exact, SymmetricEigen.of(rosser, 8).values(), 2e-12);
    }

    @Test
    void hilbertMatrix_keepsTheDigitsOfItsSmallestEigenvalue() {
        // R. T. Gregory, D. L. Karney, "A Collection of Matrices for Testing Computational Algorithms", 1969; the
        // determinant is 1 / 266716800000.
        int n = 5;
        double[] hilbert = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hilbert[i * n + j] = 1.0 / (i + j + 1);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(hilbert, n);
        assertEquals(1.567050691098231, eigen.value(0), 1e-15);
        assertEquals(3.287929e-6, eigen.value(4), 5e-13);
        double product = 1;
        for (double value : eigen.values()) {
            product *= value;
        }
        assertEquals(1, product * 266716800000.0, 1e-9);
    }

    @Test
    void randomMatrices_areTakenApartAndPutTogetherAgain() {
        Cases.forEachSeed(50, random -> {
            int n = 1 + random.nextInt(12);
            double size = Math.pow(10, random.nextInt(601) - 300);
            double[] matrix = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i * n + j] = size * random.nextGaussian();
                    matrix[j * n + i] = matrix[i * n + j];
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
            double[] again = new double[n * n];
            for (int k = 0; k < n; k++) {
                double[] vector = eigen.vector(k);
                for (int j = 0; j <= k; j++) {
                    assertEquals(j == k ? 1 : 0, Vectors.dot(vector, eigen.vector(j)), 1e-14);
                }
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        again[i * n + j] += eigen.value(k) * vector[i] * vector[j];
                    }
                }
            }
            assertArrayEquals(matrix, again, 1e-13 * size);
        });
    }

    @Test
    void zeroAndDiagonalMatrices_areTheirOwnAnswer() {
        assertArrayEquals(new double[3], SymmetricEigen.of(new double[9], 3).values());
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {-1e-150, 0, 0, 1e150}, 2);
        assertArrayEquals(new double[] {1e150, -1e-150}, eigen.values());
        assertArrayEquals(new double[] {0, 1}, eigen.vector(0));
    }

    @Test
    void numbersThatAreNotFinite_areRefused() {
        double[] matrix = {1, Double.NaN, Double.NaN, 1};
        assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(matrix, 2));
        assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(matrix, 3));
    }

    static double[] secondDifferences(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = 2;
            if (i > 0) {
                matrix[i * n + i - 1] = -1;
                matrix[(i - 1) * n + i] = -1;
            }
        }
        return matrix;
    }
}
