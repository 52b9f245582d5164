package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that follow from the definitions, and from the errors that {@link Real} documents. */
class RealLawsTest {
    private static final int SEEDS = 20;
    private static final int POINTS = 500;

    /** Half a unit in the last place of numbers from 1 to 2. */
    private static final double HALF_ULP = 0x1p-53;

    /** A function, where it rises, and a step relative to the greater of 1 and the argument that lifts it by three ulps. */
    private record Rising(String name, DoubleUnaryOperator function, double least, double greatest, double step) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rising> rising() {
        return Stream.of(
                new Rising("exp", Real::exp, -700, 700, 0x1p-50),
                new Rising("log", Real::log, 1e-3, 1000, 0x1p-46),
                new Rising("tanh", Real::tanh, -3, 3, 0x1p-44),
                new Rising("sigmoid", Real::sigmoid, -36, 8, 0x1p-38));
    }

    @ParameterizedTest
    @MethodSource("rising")
    void function_thatRises_fallsByNoMoreThanOneUlp(Rising f) {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = uniform(random, f.least(), f.greatest());
                double y = f.function().applyAsDouble(x);
                assertTrue(f.function().applyAsDouble(Math.nextUp(x)) >= Math.nextDown(y), () -> f + " at " + x);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rising")
    void function_overAStepOfSomeUlps_rises(Rising f) {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = uniform(random, f.least(), f.greatest());
                double next = x + f.step() * Math.max(1, Math.abs(x));
                assertTrue(
                        f.function().applyAsDouble(next) > f.function().applyAsDouble(x),
                        () -> f + " from " + x + " to " + next);
            }
        });
    }

    @Test
    void oddFunctions_ofTheOppositeArgument_areOpposite() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = Math.scalb(uniform(random, 1, 2), random.nextInt(60) - 50);
                double inside = random.nextDouble();
                assertEquals(-Real.sin(x), Real.sin(-x));
                assertEquals(-Real.tan(x), Real.tan(-x));
                assertEquals(-Real.asin(inside), Real.asin(-inside));
                assertEquals(-Real.atan(x), Real.atan(-x));
                assertEquals(-Real.sinh(x), Real.sinh(-x));
                assertEquals(-Real.tanh(x), Real.tanh(-x));
                assertEquals(-Real.asinh(x), Real.asinh(-x));
                assertEquals(-Real.atanh(inside), Real.atanh(-inside));
                assertEquals(-Real.erf(x), Real.erf(-x));
            }
        });
    }

    @Test
    void evenFunctions_ofTheOppositeArgument_areTheSame() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = Math.scalb(uniform(random, 1, 2), random.nextInt(60) - 50);
                assertEquals(Real.cos(x), Real.cos(-x));
                assertEquals(Real.cosh(x), Real.cosh(-x));
            }
        });
    }

    @Test
    void sigmoid_andTanh_fulfilTheirIdentities() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = uniform(random, -20, 20);
                assertEquals(1, Real.sigmoid(x) + Real.sigmoid(-x), 2 * HALF_ULP);
                assertEquals(Real.tanh(x), 2 * Real.sigmoid(2 * x) - 1, 2 * HALF_ULP);
            }
        });
    }

    @Test
    void exp_ofALogarithm_isTheNumber() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = Math.scalb(uniform(random, 1, 2), random.nextInt(2000) - 1000);
                double log = Real.log(x);
                // An error of the logarithm is a relative error of its exponential.
                assertEquals(x, Real.exp(log), x * (0.6 * Math.ulp(log) + 2 * HALF_ULP));
            }
        });
    }

    @Test
    void log_ofAnExponential_isTheNumber() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = uniform(random, -700, 700);
                assertEquals(x, Real.log(Real.exp(x)), 2 * HALF_ULP + Math.ulp(x));
            }
        });
    }

    @Test
    void sine_andCosine_lieOnTheCircle() {
        Cases.forEachSeed(SEEDS, random -> {
            for (int i = 0; i < POINTS; i++) {
                double x = Math.scalb(uniform(random, -1, 1), random.nextInt(1000));
                double sine = Real.sin(x);
                double cosine = Real.cos(x);
                assertEquals(1, sine * sine + cosine * cosine, 6 * HALF_ULP);
            }
        });
    }

    private static double uniform(Random random, double least, double greatest) {
        return least + (greatest - least) * random.nextDouble();
    }
}
