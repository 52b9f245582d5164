package org.fallline.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    /** A step of a rule that does not look at the function again. */
    private static void take(Optimizer rule, int t, double[] params, double[] gradient, double[] state) {
        rule.step(t, rule.learningRate(), params, gradient, state, new Unseen());
    }

    static List<Arguments> rules() {
        return PublishedRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void step_fiveTimes_followsThePublishedFormula(Optimizer optimizer, PublishedRules.Published published) {
        // Of f(w) = 2w² from w = 1: the gradient is 4w.
        double[] w = {1};
        double[] state = optimizer.initialState(1);
        BigDecimal exact = BigDecimal.ONE;
        for (int t = 1; t <= 5; t++) {
            take(optimizer, t, w, new double[] {4 * w[0]}, state);
            exact = published.step(t, exact, PublishedRules.number("4").multiply(exact));
            assertEquals(exact.doubleValue(), w[0], 4e-15, "step " + t);
        }
    }

    @Test
    void rules_thatGetAlongWithTheGradient_areAllComparedWithTheirFormula() {
        Set<Class<?>> compared = new HashSet<>();
        rules().forEach(rule -> compared.add(rule.get()[0].getClass()));
        assertEquals(
                Set.of(),
                plain().filter(rule -> !compared.contains(rule.getClass())).collect(Collectors.toSet()));
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

    /** Those that do not look at the function again. */
    static Stream<Optimizer> plain() {
        return made().filter(rule -> !looksAgain(rule));
    }

    private static boolean looksAgain(Optimizer rule) {
        try {
            take(rule, 1, new double[] {1}, new double[] {1}, rule.initialState(1));
            return false;
        } catch (AssertionError looked) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void step_noSlope_staysWhereItIs(Optimizer optimizer) {
        double[] start = pullsToTheOrigin(optimizer) ? new double[2] : new double[] {1, -2};
        double[] w = start.clone();
        double[] state = optimizer.initialState(2);
        for (int t = 1; t <= 3; t++) {
            optimizer.step(t, optimizer.learningRate(), w, new double[2], state, new Slopes(0, 0));
        }
        assertArrayEquals(start, w);
    }

    @ParameterizedTest
    @MethodSource("made")
    void step_rateZero_staysWhereItIs(Optimizer optimizer) {
        double[] w = {1, -2};
        double[] state = optimizer.initialState(2);
        for (int t = 1; t <= 3; t++) {
            optimizer.step(t, 0, w, new double[] {3, 0.5}, state, new Slopes(3, 0.5));
        }
        assertArrayEquals(new double[] {1, -2}, w);
    }

    /** AdamW's weights decay without a slope, and FTRL forgets a start that is not 0, as Keras's does. */
    private static boolean pullsToTheOrigin(Optimizer optimizer) {
        return optimizer instanceof AdamW || optimizer instanceof Ftrl;
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
            double start = pullsToTheOrigin(optimizer) ? 0 : 1;
            double[] w = {start};
            double[] state = optimizer.initialState(1);
            for (int t = 1; t <= 3; t++) {
                optimizer.step(t, optimizer.learningRate(), w, new double[] {slope}, state, new Slopes(slope));
                assertTrue(Double.isFinite(w[0]), optimizer + " goes to " + w[0] + " on the slope " + slope);
            }
            assertTrue(slope > 0 || w[0] == start, optimizer + " moves without a slope");
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
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
    void stepLength_ofEveryRule_saysWhatDecidesIt(Optimizer optimizer) {
        double steep = firstMove(optimizer, 1, 1e4);
        assertTrue(steep < 0, "downhill");
        switch (optimizer.stepLength()) {
            case SLOPE -> assertEquals(100, steep / firstMove(optimizer, 1, 1e2), 1e-6);
            case RATE -> {
                assertEquals(1, steep / firstMove(optimizer, 1, 1e2), 1e-5);
                assertTrue(-steep > 0.25 && -steep < 4, "about the rate: " + -steep);
            }
            case OWN -> assertTrue(optimizer.learningRate() == 1 || optimizer instanceof Adadelta, "the default");
        }
    }

    private static double firstMove(Optimizer rule, double rate, double slope) {
        double[] w = {0};
        rule.step(1, rate, w, new double[] {slope}, rule.initialState(1), new Slopes(slope));
        return w[0];
    }

    @Test
    void lion_anyGradient_movesEachParameterByTheRate() {
        // Chen et al. 2023, section 3: the update is a sign, so all its elements have the same magnitude.
        Cases.forEachSeed(50, random -> {
            double[] w = random.doubles(3, -2, 2).toArray();
            double[] state = new double[3];
            for (int t = 1; t <= 4; t++) {
                double[] before = w.clone();
                take(new Lion(0.25, 0.9, 0.99), t, w, random.doubles(3, -9, 9).toArray(), state);
                for (int i = 0; i < 3; i++) {
                    assertEquals(0.25, Math.abs(w[i] - before[i]), 1e-15);
                }
            }
        });
    }

    @Test
    void amsgrad_slopeThatFades_stepsNoMoreThanItsLargestSlopeAllows() {
        // Reddi et al. 2018, section 4: v̂ never falls, so the effective rate never grows.
        double[] state = new double[3];
        double[] w = {0};
        double largest = 0;
        for (int t = 1; t <= 50; t++) {
            take(new Adam(0.1, 0.9, 0.9, 1e-7, true), t, w, new double[] {1.0 / t}, state);
            assertTrue(state[2] >= largest && state[2] >= state[1], "at step " + t);
            largest = state[2];
        }
        assertTrue(state[1] < largest / 10, "the second moment itself has faded");
    }

    @Test
    void slots_ofEveryRule_fillItsState() {
        for (int n : new int[] {1, 2, 5}) {
            made().forEach(rule -> {
                List<Slot> slots = rule.slots(n);
                assertEquals(Slot.total(slots), rule.initialState(n).length, rule.toString());
                assertEquals(
                        slots.size(), slots.stream().map(Slot::name).distinct().count(), slots.toString());
            });
        }
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

    /** Five steps of everything in the catalogue down f = x² + 5y² from (1, 1). */
    private static String traces() {
        StringBuilder out = new StringBuilder(
                "Five steps down x² + 5y² from (1, 1), learning rate 0.05 unless the rule finds its length: t x y\n");
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            // A rule that finds its own length takes its default rate.
            boolean own = entry.make().stepLength() == Optimizer.StepLength.OWN;
            Values values = own ? entry.initial() : entry.initial().with("learningRate", 0.05);
            out.append(trace(entry.label(), entry.make(values)));
            for (Preset preset : entry.presets()) {
                out.append(trace(preset.label(), entry.make(values.with(preset.setting(), preset.value()))));
            }
        }
        return out.append(trace("Nesterov", new Sgd(0.05, 0.9, true)))
                .append(trace("RMSprop, centered, with momentum", new RmsProp(0.05, 0.9, 0.8, 1e-7, true)))
                .toString();
    }

    private static String trace(String name, Optimizer optimizer) {
        double[] w = {1, 1};
        double[] state = optimizer.initialState(2);
        List<String> rows = new ArrayList<>(List.of("", "# " + name));
        Objective bowl = new Quadratic(new double[][] {{2, 0}, {0, 10}}, new double[2]);
        for (int t = 1; t <= 5; t++) {
            double[] gradient = {2 * w[0], 10 * w[1]};
            optimizer.step(t, optimizer.learningRate(), w, gradient, state, bowl);
            rows.add(t + " " + Decimal.text(w[0]) + " " + Decimal.text(w[1]));
        }
        return rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
