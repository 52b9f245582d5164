package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    @Test
    void pathInFourDimensions_isAsByHand() {
        // Differences from the last state: (4, 0, 0, 0), (0, 0, 3, 0): orthogonal, of squared lengths 16 and 9.
        double[] states = {5, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1};
        PrincipalComponents components = PrincipalComponents.of(states, 4);
        assertArrayEquals(new double[] {1, 1, 1, 1}, components.origin());
        assertArrayEquals(new double[] {1, 0, 0, 0}, components.u(), 1e-15);
        assertArrayEquals(new double[] {0, 0, 1, 0}, components.v(), 1e-15);
        assertEquals(16.0 / 25, components.shareU(), 1e-15);
        assertEquals(9.0 / 25, components.shareV(), 1e-15);
    }

    @Test
    void pathInTwoDimensions_hasTheEigenvectorsOfItsScatter() {
        // Differences (2, 1), (1, 2), (1, 1) and nothing: MᵀM = [6 5; 5 6], eigenvalues 11 and 1, along the diagonals.
        double[] states = {2, 1, 1, 2, 1, 1, 0, 0};
        PrincipalComponents components = PrincipalComponents.of(states, 2);
        double half = Math.sqrt(0.5);
        assertArrayEquals(new double[] {half, half}, components.u(), 1e-15);
        assertArrayEquals(new double[] {half, -half}, components.v(), 1e-15);
        assertEquals(11.0 / 12, components.shareU(), 1e-15);
        assertEquals(1.0 / 12, components.shareV(), 1e-15);
    }

    @Test
    void statesAndParameters_giveTheSameComponents() {
        Cases.forEachSeed(20, random -> {
            // The same path, once in 5 dimensions and once in 30 of which 25 do not move: MᵀM and MMᵀ.
            int steps = 12;
            double[] few = new double[steps * 5];
            double[] many = new double[steps * 30];
            for (int i = 0; i < few.length; i++) {
                few[i] = random.nextGaussian() * (1 + i % 5);
                many[i / 5 * 30 + i % 5] = few[i];
            }
            PrincipalComponents a = PrincipalComponents.of(few, 5);
            PrincipalComponents b = PrincipalComponents.of(many, 30);
            assertEquals(a.shareU(), b.shareU(), 1e-14);
            assertEquals(a.shareV(), b.shareV(), 1e-14);
            assertArrayEquals(a.u(), java.util.Arrays.copyOf(b.u(), 5), 1e-11);
            assertArrayEquals(a.v(), java.util.Arrays.copyOf(b.v(), 5), 1e-11);
        });
    }

    @Test
    void sharesOfThePlane_areThoseOfTheProjectedPath() {
        Cases.forEachSeed(20, random -> {
            int n = 7;
            double[] states = new double[40 * n];
            for (int i = 0; i < states.length; i++) {
                states[i] = random.nextGaussian() * (1 + i % n);
            }
            PrincipalComponents components = PrincipalComponents.of(states, n);
            Plane plane = components.plane();
            double inU = 0;
            double inV = 0;
            double off = 0;
            for (int state = 0; state < 40; state++) {
                double[] theta = java.util.Arrays.copyOfRange(states, state * n, (state + 1) * n);
                double[] uv = plane.project(theta);
                double distance = plane.distance(theta);
                inU += uv[0] * uv[0];
                inV += uv[1] * uv[1];
                off += distance * distance;
            }
            assertEquals(inU / (inU + inV + off), components.shareU(), 1e-13);
            assertEquals(inV / (inU + inV + off), components.shareV(), 1e-13);
        });
    }

    @Test
    void longPathInManyDimensions_hasTheEigenvaluesOfItsScatter() {
        Cases.forEachSeed(5, random -> {
            // A walk as they are: each step a little of the one before, so that few directions hold nearly everything.
            int n = 90;
            int count = 100;
            double[] states = new double[count * n];
            double[] step = new double[n];
            for (int i = 1; i < count; i++) {
                for (int k = 0; k < n; k++) {
                    step[k] = 0.95 * step[k] + random.nextGaussian() / (1 + k);
                    states[i * n + k] = states[(i - 1) * n + k] + step[k];
                }
            }
            double[] scatter = new double[n * n];
            double whole = 0;
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < n; k++) {
                    double move = states[i * n + k] - states[(count - 1) * n + k];
                    whole += move * move;
                    for (int l = 0; l < n; l++) {
                        scatter[k * n + l] += move * (states[i * n + l] - states[(count - 1) * n + l]);
                    }
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(scatter, n);
            PrincipalComponents components = PrincipalComponents.of(states, n);
            assertEquals(eigen.value(0) / whole, components.shareU(), 1e-13);
            assertEquals(eigen.value(1) / whole, components.shareV(), 1e-13);
            assertEquals(1, Math.abs(Vectors.dot(eigen.vector(0), components.u())), 1e-12);
            assertEquals(1, Math.abs(Vectors.dot(eigen.vector(1), components.v())), 1e-12);
        });
    }

    @Test
    void pathThatIsAsWideAsLong_hasTwoComponentsOfTheSameShare() {
        // As far along the second axis as along the fifth, and less along the others.
        double[] states = new double[7 * 6];
        double[] moves = {1, 3, 2, 0.5, 3, 0.1};
        for (int i = 0; i < 6; i++) {
            states[i * 6 + i] = moves[i];
        }
        PrincipalComponents components = PrincipalComponents.of(states, 6);
        assertEquals(9 / 23.26, components.shareU(), 1e-14);
        assertEquals(9 / 23.26, components.shareV(), 1e-14);
        assertEquals(1, Math.hypot(components.u()[1], components.u()[4]), 1e-12);
        assertEquals(1, Math.hypot(components.v()[1], components.v()[4]), 1e-12);
    }

    @Test
    void pathAlongALine_hasAnOrthogonalSecondDirectionOfShareZero() {
        double[] states = {0.1, 0.3, 0.7, 1.1, 2.3, 3.7, 0.6, 1.3, 2.2};
        PrincipalComponents components = PrincipalComponents.of(states, 3);
        assertEquals(1, components.shareU(), 1e-14);
        assertEquals(0, components.shareV());
        assertEquals(0, Vectors.dot(components.u(), components.v()), 1e-15);
        assertEquals(1, Vectors.norm(components.v()), 1e-15);
    }

    @Test
    void pathThatDoesNotMove_hasAxesOfShareZero() {
        for (double[] states : new double[][] {{3, 4}, {3, 4, 3, 4, 3, 4}}) {
            PrincipalComponents components = PrincipalComponents.of(states, 2);
            assertArrayEquals(new double[] {1, 0}, components.u());
            assertArrayEquals(new double[] {0, 1}, components.v());
            assertEquals(0, components.shareU());
            assertEquals(0, components.shareV());
        }
    }

    @Test
    void statesThatAreNotFinite_areLeftOut() {
        double infinity = Double.POSITIVE_INFINITY;
        double[] states = {5, 1, 1, 3, Double.NaN, 7, 1, 1, infinity, 2};
        PrincipalComponents components = PrincipalComponents.of(states, 2);
        assertArrayEquals(new double[] {1, 1}, components.origin());
        assertArrayEquals(new double[] {1, 0}, components.u(), 1e-15);
        assertEquals(16.0 / 20, components.shareU(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> PrincipalComponents.of(new double[] {infinity, 1}, 2));
        assertThrows(IllegalArgumentException.class, () -> PrincipalComponents.of(new double[] {1}, 1));
    }

    @Test
    void enormousTinyAndLongPaths_haveComponents() {
        for (double size : new double[] {1e300, 1e-300}) {
            double[] states = new double[500 * 3];
            for (int i = 0; i < 500; i++) {
                states[3 * i] = size * (499 - i) / 499;
                states[3 * i + 1] = size * (499 - i) * i / (499.0 * 499);
            }
            PrincipalComponents components = PrincipalComponents.of(states, 3);
            // Of x = 1 − s, y = s(1 − s): the integrals of x², xy and y² are 1/3, 1/12 and 1/30.
            double middle = (1.0 / 3 + 1.0 / 30) / 2;
            double radius = Math.sqrt(0.15 * 0.15 + 1.0 / 144);
            assertEquals((middle + radius) / (11.0 / 30), components.shareU(), 1e-3);
            assertEquals((middle - radius) / (11.0 / 30), components.shareV(), 1e-3);
        }
    }
}
