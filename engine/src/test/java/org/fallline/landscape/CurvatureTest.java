package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.fallline.landscape.NewtonStep.Outcome;
import org.fallline.math.Key;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class CurvatureTest {
    private static final Key KEY = Key.of(3);

    @Test
    void rosenbrockAtItsMinimum_isAsByHand() {
        // [802 −400; −400 200]: trace 1002, determinant 400, condition number 2508 as is often quoted.
        Curvature curvature = Curvature.of(LanczosTest.dense(new double[] {802, -400, -400, 200}, 2), KEY);
        assertEquals(501 + Math.sqrt(250601), curvature.largest(), 1e-11);
        assertEquals(501 - Math.sqrt(250601), curvature.smallest(), 1e-11);
        assertEquals(2508, curvature.condition(), 0.01);
        assertEquals(2 / (501 + Math.sqrt(250601)), curvature.largestStableRate(), 1e-17);
        assertTrue(curvature.isComplete() && curvature.converged() && !curvature.isIndefinite());
        assertEquals(2, curvature.products());
    }

    @Test
    void largestStableRate_dividesConvergenceFromDivergence() {
        double[] spectrum = {7, 2, 0.5};
        double rate = Curvature.of(LanczosTest.diagonal(spectrum), KEY).largestStableRate();
        for (double share : new double[] {0.99, 1.01}) {
            double x = 1;
            for (int step = 0; step < 1000; step++) {
                x -= share * rate * 7 * x;
            }
            assertEquals(share < 1, Math.abs(x) < 1);
        }
    }

    @Test
    void saddle_isIndefiniteAndSingularHessianHasNoCondition() {
        Curvature saddle = Curvature.of(LanczosTest.diagonal(new double[] {2, -8}), KEY);
        assertTrue(saddle.isIndefinite());
        assertEquals(4, saddle.condition());
        assertArrayEquals(new double[] {0, 1}, saddle.sharpest());
        Curvature valley = Curvature.of(LanczosTest.diagonal(new double[] {2, 0, 1}), KEY);
        assertEquals(Double.POSITIVE_INFINITY, valley.condition());
        assertFalse(valley.isIndefinite());
        Curvature hill = Curvature.of(LanczosTest.diagonal(new double[] {-1, -2}), KEY);
        assertEquals(Double.POSITIVE_INFINITY, hill.largestStableRate());
    }

    @Test
    void manyDimensions_knowTheExtremesOnly() {
        int n = 150;
        double[] matrix = LanczosTest.randomSymmetric(n, new Random(1));
        Curvature curvature = Curvature.of(LanczosTest.dense(matrix, n), KEY);
        double[] exact = SymmetricEigen.of(matrix, n).values();
        assertTrue(curvature.converged() && curvature.isIndefinite() && !curvature.isComplete());
        assertEquals(exact[0], curvature.largest(), curvature.error() + 1e-12);
        assertEquals(exact[n - 1], curvature.smallest(), curvature.error() + 1e-12);
        assertTrue(Double.isNaN(curvature.condition()));
        double[] definite = new double[n];
        for (int i = 0; i < n; i++) {
            definite[i] = 1 + i / 10.0;
        }
        Curvature bowl = Curvature.of(LanczosTest.diagonal(definite), KEY);
        assertEquals(15.9, bowl.condition(), 1e-4);
    }

    @Test
    void hessianThatIsNotFinite_isUndefined() {
        for (int n : new int[] {2, 100}) {
            double[] spectrum = new double[n];
            spectrum[1] = Double.NaN;
            Curvature curvature = Curvature.of(LanczosTest.diagonal(spectrum), KEY);
            assertEquals(0, curvature.known().length);
            assertTrue(Double.isNaN(curvature.largest()) && Double.isNaN(curvature.condition()));
            assertTrue(Double.isNaN(curvature.largestStableRate()));
            assertEquals(Outcome.NOT_FINITE, newton(spectrum, new double[n]).outcome());
        }
    }

    @Test
    void newtonStep_ofAQuadraticGoesToItsMinimum() {
        Cases.forEachSeed(20, random -> {
            for (int n : new int[] {5, 80}) {
                double[] factor = LanczosTest.randomSymmetric(n, random);
                double[] matrix = new double[n * n];
                for (int i = 0; i < n; i++) {
                    matrix[i * n + i] = n;
                    for (int j = 0; j < n; j++) {
                        for (int k = 0; k < n; k++) {
                            matrix[i * n + j] += factor[i * n + k] * factor[j * n + k];
                        }
                    }
                }
                double[] minimum = new double[n];
                for (int i = 0; i < n; i++) {
                    minimum[i] = random.nextGaussian();
                }
                SymmetricOperator hessian = LanczosTest.dense(matrix, n);
                double[] gradient = new double[n];
                hessian.times(minimum, gradient);
                for (int i = 0; i < n; i++) {
                    gradient[i] = -gradient[i];
                }
                NewtonStep step = NewtonStep.of(hessian, Curvature.of(hessian, KEY), gradient, 200);
                assertEquals(Outcome.SOLVED, step.outcome());
                assertArrayEquals(minimum, step.step(), 1e-6);
                assertTrue(step.isDescent() && step.residual() < 2e-8);
            }
        });
    }

    @Test
    void newtonStep_nearASaddleGoesToItThoughUphill() {
        NewtonStep step = newton(new double[] {1, -4}, new double[] {1, 8});
        assertEquals(Outcome.SOLVED, step.outcome());
        assertArrayEquals(new double[] {-1, 2}, step.step(), 1e-15);
        assertEquals(15, step.slope(), 1e-14);
        assertFalse(step.isDescent());
    }

    @Test
    void newtonStep_ofASingularHessianIsNotDefined() {
        NewtonStep step = newton(new double[] {3, 0}, new double[] {1, 1});
        assertEquals(Outcome.SINGULAR, step.outcome());
        assertEquals(0, step.step().length);
        assertFalse(step.isDescent());
    }

    @Test
    void conjugateGradients_sayThatTheyMetNegativeCurvature() {
        int n = 100;
        double[] spectrum = new double[n];
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            spectrum[i] = i == 50 ? -0.5 : 1 + i % 7;
            gradient[i] = 1;
        }
        NewtonStep step = newton(spectrum, gradient);
        assertEquals(Outcome.NEGATIVE_CURVATURE, step.outcome());
        assertTrue(step.isDescent() && step.products() < n);
        assertEquals(Outcome.NEGATIVE_CURVATURE, newton(new double[n], gradient).outcome());
        SymmetricOperator bowl = LanczosTest.diagonal(
                java.util.stream.IntStream.range(1, n + 1).asDoubleStream().toArray());
        assertEquals(
                Outcome.OUT_OF_PRODUCTS,
                NewtonStep.of(bowl, Curvature.of(bowl, KEY), gradient, 3).outcome());
    }

    @Test
    void newtonStep_livesInTheWholeNumberFormat() {
        for (int n : new int[] {3, 70}) {
            double[] spectrum = new double[n];
            double[] gradient = new double[n];
            for (int i = 0; i < n; i++) {
                spectrum[i] = (1 + i) * 1e200;
                gradient[i] = (1 + i) * 1e250;
            }
            NewtonStep step = newton(spectrum, gradient);
            assertEquals(Outcome.SOLVED, step.outcome());
            for (int i = 0; i < n; i++) {
                assertEquals(-1, step.step()[i] / 1e50, 1e-6);
            }
        }
    }

    private static NewtonStep newton(double[] spectrum, double[] gradient) {
        SymmetricOperator hessian = LanczosTest.diagonal(spectrum);
        return NewtonStep.of(hessian, Curvature.of(hessian, KEY), gradient, 300);
    }
}
