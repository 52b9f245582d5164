package org.fallline.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Preset;
import org.fallline.catalogue.Values;
import org.fallline.math.Decimal;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Update rules against their published formulas, worked in decimal arithmetic of 40 digits, and against traces read by eye. */
class OptimizersTest {
    private static final MathContext DIGITS = new MathContext(40);

    /** One parameter under a published rule: the next parameter for the number of the step and the gradient. */
    private abstract static class Published {
        BigDecimal w = BigDecimal.ONE;
        BigDecimal v = BigDecimal.ZERO;
        BigDecimal m = BigDecimal.ZERO;

        abstract void step(int t, BigDecimal g);
    }

    /** A step of a rule that does not look at the function again. */
    private static void take(Optimizer rule, int t, double[] params, double[] gradient, double[] state) {
        rule.step(t, rule.learningRate(), params, gradient, state, new Unseen());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal complement(BigDecimal x) {
        return BigDecimal.ONE.subtract(x);
    }

    /** Keras 3 API reference, SGD: {@code w = w - learning_rate * g}. */
    private static final class PlainSgd extends Published {
        @Override
        void step(int t, BigDecimal g) {
            w = w.subtract(number("0.1").multiply(g));
        }
    }

    /** Keras 3 API reference, SGD: {@code velocity = momentum * velocity - learning_rate * g; w = w + velocity}. */
    private static final class MomentumSgd extends Published {
        @Override
        void step(int t, BigDecimal g) {
            v = number("0.9").multiply(v).subtract(number("0.1").multiply(g));
            w = w.add(v);
        }
    }

    /** Keras 3 API reference, SGD with nesterov: {@code w = w + momentum * velocity - learning_rate * g}. */
    private static final class NesterovSgd extends Published {
        @Override
        void step(int t, BigDecimal g) {
            v = number("0.9").multiply(v).subtract(number("0.1").multiply(g));
            w = w.add(number("0.9").multiply(v)).subtract(number("0.1").multiply(g));
        }
    }

    /** Hinton's lecture 6e: the mean square is 0.9 of the old and 0.1 of the squared gradient; epsilon in the root as in Keras. */
    private static final class HintonRmsProp extends Published {
        @Override
        void step(int t, BigDecimal g) {
            v = number("0.9").multiply(v).add(number("0.1").multiply(g.pow(2)));
            w = w.subtract(
                    number("0.1").multiply(g).divide(v.add(number("1e-7")).sqrt(DIGITS), DIGITS));
        }
    }

    /** Kingma & Ba 2015, Algorithm 1, with section 2's remark: ε̂ = ε·√(1 − β₂ᵗ) is what stands beside √v. */
    private static final class KingmaBaAdam extends Published {
        @Override
        void step(int t, BigDecimal g) {
            BigDecimal beta1 = number("0.9");
            BigDecimal beta2 = number("0.999");
            m = beta1.multiply(m).add(complement(beta1).multiply(g));
            v = beta2.multiply(v).add(complement(beta2).multiply(g.pow(2)));
            BigDecimal mHat = m.divide(complement(beta1.pow(t)), DIGITS);
            BigDecimal vHat = v.divide(complement(beta2.pow(t)), DIGITS);
            BigDecimal epsilon = number("1e-7").divide(complement(beta2.pow(t)).sqrt(DIGITS), DIGITS);
            w = w.subtract(number("0.1").multiply(mHat).divide(vHat.sqrt(DIGITS).add(epsilon), DIGITS));
        }
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new Sgd(0.1, 0, false), new PlainSgd()),
                Arguments.of(new Sgd(0.1, 0, true), new PlainSgd()),
                Arguments.of(new Sgd(0.1, 0.9, false), new MomentumSgd()),
                Arguments.of(new Sgd(0.1, 0.9, true), new NesterovSgd()),
                Arguments.of(new RmsProp(0.1, 0.9, 0, 1e-7, false), new HintonRmsProp()),
                Arguments.of(new Adam(0.1, 0.9, 0.999, 1e-7), new KingmaBaAdam()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void step_threeTimes_followsThePublishedFormula(Optimizer optimizer, Published published) {
        // Of f(w) = 2w² from w = 1: the gradient is 4w.
        double[] w = {1};
        double[] state = optimizer.initialState(1);
        for (int t = 1; t <= 3; t++) {
            take(optimizer, t, w, new double[] {4 * w[0]}, state);
            published.step(t, number("4").multiply(published.w));
            assertEquals(published.w.doubleValue(), w[0], 1e-15, "step " + t);
        }
    }

    @Test
    void momentum_constantGradient_gathersAGeometricSeries() {
        // v after n steps is −η(1 + μ + … + μⁿ⁻¹) = −η(1 − μⁿ)/(1 − μ). Source: Polyak 1964.
        Sgd sgd = new Sgd(0.1, 0.5, false);
        double[] w = {0};
        double[] velocity = {0};
        for (int t = 1; t <= 4; t++) {
            take(sgd, t, w, new double[] {1}, velocity);
        }
        assertEquals(-0.1 * (1 - 0.0625) / 0.5, velocity[0], 1e-16);
        assertEquals(-(0.1 + 0.15 + 0.175 + 0.1875), w[0], 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"3", "-0.002", "1e-3", "1e10", "-1e-7"})
    void adam_firstStep_isTheLearningRateDownhillButForEpsilon(double gradient) {
        // η·g / (|g| + ε/√(1 − β₂)): epsilon shortens it by at most its share of |g|.
        double[] w = {0};
        take(new Adam(0.05, 0.9, 0.999, 1e-7), 1, w, new double[] {gradient}, new double[2]);
        double share = 1e-7 / Math.sqrt(1 - 0.999) / Math.abs(gradient);
        assertEquals(-0.05 * Math.signum(gradient) / (1 + share), w[0], 1e-14);
    }

    static Stream<Optimizer> made() {
        return Optimizers.CATALOGUE.entries().stream().map(Entry::make);
    }

    @ParameterizedTest
    @MethodSource("made")
    void step_noSlope_staysWhereItIs(Optimizer optimizer) {
        double[] w = {1, -2};
        double[] state = optimizer.initialState(2);
        for (int t = 1; t <= 3; t++) {
            take(optimizer, t, w, new double[] {0, 0}, state);
        }
        assertArrayEquals(new double[] {1, -2}, w);
    }

    static Stream<Optimizer> extreme() {
        return Optimizers.CATALOGUE.entries().stream()
                .flatMap(entry -> entry.settings().stream()
                        .flatMap(setting -> Stream.of(setting.least(), setting.most())
                                .map(end -> entry.make(entry.initial().with(setting.name(), end)))));
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void step_settingAtTheEndOfItsRange_staysANumber(Optimizer optimizer) {
        for (double slope : new double[] {0, Double.MIN_VALUE, 1e-170, 1, 1e100}) {
            double[] w = {1};
            double[] state = optimizer.initialState(1);
            for (int t = 1; t <= 3; t++) {
                take(optimizer, t, w, new double[] {slope}, state);
                assertTrue(Double.isFinite(w[0]), optimizer + " goes to " + w[0] + " on the slope " + slope);
            }
            assertTrue(slope > 0 || w[0] == 1, optimizer + " moves without a slope");
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void step_anyGradient_leavesItAndGoesEachParameterItsOwnWay(Optimizer optimizer) {
        Cases.forEachSeed(100, random -> {
            int n = 1 + random.nextInt(4);
            double[] together = random.doubles(n, -2, 2).toArray();
            double[] alone = together.clone();
            double[] state = optimizer.initialState(n);
            double[][] states = new double[n][];
            for (int i = 0; i < n; i++) {
                states[i] = optimizer.initialState(1);
            }
            for (int t = 1; t <= 5; t++) {
                double[] gradient = random.doubles(n, -2, 2).toArray();
                double[] given = gradient.clone();
                take(optimizer, t, together, gradient, state);
                assertArrayEquals(given, gradient);
                for (int i = 0; i < n; i++) {
                    double[] one = {alone[i]};
                    take(optimizer, t, one, new double[] {gradient[i]}, states[i]);
                    alone[i] = one[0];
                }
                assertArrayEquals(alone, together);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("made")
    void step_scaleFreeRule_doesNotSeeHowSteepTheSlopeIs(Optimizer optimizer) {
        BiFunction<Optimizer, Double, Double> moved = (rule, slope) -> {
            double[] w = {0};
            take(rule, 1, w, new double[] {slope}, rule.initialState(1));
            return w[0];
        };
        double ratio = moved.apply(optimizer, 1e4) / moved.apply(optimizer, 1e2);
        assertEquals(optimizer.stepLength() == Optimizer.StepLength.RATE ? 1 : 100, ratio, 1e-6);
    }

    @Test
    void trace_ofFiveSteps_isTheGoldenOne() throws IOException {
        assertEquals(golden(), traces());
    }

    @Test
    void trace_ofEveryOptimizerAndPreset_isThere() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            missing.add("# " + entry.label());
            entry.presets().forEach(preset -> missing.add("# " + preset.label()));
        }
        golden().lines().forEach(missing::remove);
        assertEquals(new TreeSet<>(), missing, "optimizers without a trace in traces.txt");
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(OptimizersTest.class.getResourceAsStream("traces.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Five steps of everything in the catalogue with learning rate 0.05 down f = x² + 5y² from (1, 1). */
    private static String traces() {
        StringBuilder out = new StringBuilder("Five steps down x² + 5y² from (1, 1), learning rate 0.05: t x y\n");
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            Values values = entry.initial().with("learningRate", 0.05);
            out.append(trace(entry.label(), entry.make(values)));
            for (Preset preset : entry.presets()) {
                out.append(trace(preset.label(), entry.make(values.with(preset.setting(), preset.value()))));
            }
        }
        return out.append(trace("Nesterov", new Sgd(0.05, 0.9, true))).toString();
    }

    private static String trace(String name, Optimizer optimizer) {
        double[] w = {1, 1};
        double[] state = optimizer.initialState(2);
        List<String> rows = new java.util.ArrayList<>(List.of("", "# " + name));
        for (int t = 1; t <= 5; t++) {
            take(optimizer, t, w, new double[] {2 * w[0], 10 * w[1]}, state);
            rows.add(t + " " + Decimal.text(w[0]) + " " + Decimal.text(w[1]));
        }
        return rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
