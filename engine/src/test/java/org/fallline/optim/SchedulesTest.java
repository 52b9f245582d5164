package org.fallline.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules against the formulas of Keras's and PyTorch's references, worked by hand from a base rate of 0.8. */
class SchedulesTest {
    private static Schedule make(String kind, String settings) {
        Entry<Schedule> entry = Schedules.CATALOGUE.require(kind);
        Values values = entry.initial();
        for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ", -1)) {
            String[] parts = setting.split("=", -1);
            values = values.with(parts[0], Double.parseDouble(parts[1]));
        }
        return entry.make(values);
    }

    private static double rate(Schedule schedule, int step) {
        return schedule.rate(step, 0.8, 1, new double[schedule.slots().size()], 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // kind | settings | step | rate
                "constant | '' | 12345 | 0.8",
                // PiecewiseConstantDecay: values[0] when step <= boundaries[0]
                "piecewise | '' | 50 | 0.8",
                "piecewise | '' | 51 | 0.08",
                "piecewise | '' | 75 | 0.08",
                "piecewise | '' | 76 | 0.008",
                // ExponentialDecay: initial * rate ^ (step / decay_steps)
                "exponential | decaySteps=10 decayRate=0.25 | 0 | 0.8",
                "exponential | decaySteps=10 decayRate=0.25 | 5 | 0.4",
                "exponential | decaySteps=10 decayRate=0.25 | 15 | 0.1",
                "exponential | decaySteps=10 decayRate=0.25 staircase=1 | 19 | 0.2",
                "exponential | decaySteps=10 decayRate=0.25 staircase=1 | 20 | 0.05",
                // PolynomialDecay: (initial − end) * (1 − step / decay_steps) ^ power + end
                "polynomial | decaySteps=10 endLearningRate=0.2 power=2 | 0 | 0.8",
                "polynomial | decaySteps=10 endLearningRate=0.2 power=2 | 5 | 0.35",
                "polynomial | decaySteps=10 endLearningRate=0.2 power=2 | 10 | 0.2",
                "polynomial | decaySteps=10 endLearningRate=0.2 power=2 | 99 | 0.2",
                // cycle: decay_steps * ceil(step / decay_steps)
                "polynomial | decaySteps=10 endLearningRate=0.2 cycle=1 | 0 | 0.8",
                "polynomial | decaySteps=10 endLearningRate=0.2 cycle=1 | 10 | 0.2",
                "polynomial | decaySteps=10 endLearningRate=0.2 cycle=1 | 15 | 0.35",
                // InverseTimeDecay: initial / (1 + rate * step / decay_steps)
                "inverseTime | decaySteps=10 decayRate=2 | 5 | 0.4",
                "inverseTime | decaySteps=10 decayRate=2 | 15 | 0.2",
                "inverseTime | decaySteps=10 decayRate=1 staircase=1 | 19 | 0.4",
                // CosineDecay: initial * ((1 − alpha) * 0.5 * (1 + cos(pi * step / decay_steps)) + alpha)
                "cosine | decaySteps=12 | 0 | 0.8",
                "cosine | decaySteps=12 | 4 | 0.6",
                "cosine | decaySteps=12 | 6 | 0.4",
                "cosine | decaySteps=12 | 12 | 0",
                "cosine | decaySteps=12 alpha=0.5 | 8 | 0.5",
                "cosine | decaySteps=12 alpha=0.5 | 999 | 0.4",
                // CosineDecayRestarts: periods of 6, 12, 24 steps, each half as high
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 0 | 0.8",
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 2 | 0.6",
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 6 | 0.4",
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 12 | 0.2",
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 18 | 0.2",
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 | 30 | 0.1",
                "cosineRestarts | firstDecaySteps=6 tMul=1 mMul=0.5 | 20 | 0.075",
                // (1 − 0.5) * 0.5 * 0.5 + 0.5 of 0.8
                "cosineRestarts | firstDecaySteps=6 mMul=0.5 alpha=0.5 | 12 | 0.5",
                // OneCycleLR: up to step 0.4 * 20 − 1 = 7 from 0.8 / 4, down to 0.8 / 4 / 2 at step 19
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 0 | 0.2",
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 7 | 0.8",
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 11 | 0.625",
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 13 | 0.45",
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 19 | 0.1",
                "oneCycle | totalSteps=20 pctStart=0.4 divFactor=4 finalDivFactor=2 | 99 | 0.1",
                // Warm-up: CosineDecay with initial_learning_rate 0 and warmup_target 0.8
                "constant | warmupSteps=4 | 0 | 0",
                "constant | warmupSteps=4 | 3 | 0.6",
                "constant | warmupSteps=4 | 4 | 0.8",
                "cosine | decaySteps=12 warmupSteps=4 | 1 | 0.2",
                "cosine | decaySteps=12 warmupSteps=4 | 4 | 0.8",
                "cosine | decaySteps=12 warmupSteps=4 | 10 | 0.4"
            })
    void rate_atAStep_isTheReferences(String kind, String settings, int step, double rate) {
        assertEquals(rate, rate(make(kind, settings), step), 1e-15);
    }

    /** The rates for some losses, one a step. */
    private static List<Double> onLosses(Schedule schedule, double... losses) {
        double[] state = new double[1 + schedule.slots().size()];
        List<Double> rates = new ArrayList<>();
        for (int step = 0; step < losses.length; step++) {
            rates.add(schedule.rate(step, 0.8, losses[step], state, 1));
        }
        assertEquals(0, state[0], "what is not the schedule's own is left alone");
        return rates;
    }

    @Test
    void plateau_lossThatStopsFalling_lowersTheRate() {
        // Keras's ReduceLROnPlateau with factor 0.5, patience 2: wait counts 1, 2 at the third loss, and again from 0.
        Schedule schedule = make("plateau", "factor=0.5 patience=2");
        assertEquals(List.of(0.8, 0.8, 0.4, 0.4, 0.2), onLosses(schedule, 3, 3, 3, 3, 3));
        assertEquals(List.of(0.8, 0.8, 0.8, 0.8, 0.8), onLosses(schedule, 5, 5, 4, 4, 3));
        assertEquals(List.of(0.8, 0.8, 0.4), onLosses(schedule, 3, 2.9999, 2.9999), "a fall within min_delta is none");
    }

    @Test
    void plateau_cooldownAndLeastRate_areKept() {
        // With cooldown 2 the two losses after a fall are not counted: the second ends the cooldown and counts again.
        assertEquals(
                List.of(0.8, 0.8, 0.4, 0.4, 0.4, 0.2),
                onLosses(make("plateau", "factor=0.5 patience=2 cooldown=2"), 3, 3, 3, 3, 3, 3));
        assertEquals(
                List.of(0.8, 0.3, 0.3, 0.3), onLosses(make("plateau", "factor=0.1 patience=1 minLr=0.3"), 3, 3, 3, 3));
    }

    @Test
    void cosineRestarts_inAWalk_areThoseOfEachStepAlone() {
        Schedule schedule = make("cosineRestarts", "firstDecaySteps=7 tMul=1.5 mMul=0.9");
        double[] state = new double[schedule.slots().size()];
        for (int step = 0; step < 500; step++) {
            assertEquals(rate(schedule, step), schedule.rate(step, 0.8, 1, state, 0));
        }
    }

    @Test
    void plateau_afterAWarmup_beginsThen() {
        Schedule schedule = make("plateau", "factor=0.5 patience=1 warmupSteps=2");
        assertEquals(List.of(0.0, 0.4, 0.8, 0.4), onLosses(schedule, 9, 9, 9, 9));
    }

    static Stream<Entry<Schedule>> entries() {
        return Schedules.CATALOGUE.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void rate_anySettings_isFiniteAndNotNegative(Entry<Schedule> entry) {
        Cases.forEachSeed(200, random -> {
            Values values = entry.initial();
            for (Setting setting : entry.settings()) {
                double[] some = {setting.least(), setting.most(), setting.initial(), setting.usualLeast()};
                values = values.with(setting.name(), some[random.nextInt(some.length)]);
            }
            Schedule schedule = entry.make(values);
            double[] state = new double[schedule.slots().size()];
            for (int step = 0; step <= 3000; step += step < 20 ? 1 : 497) {
                double rate = schedule.rate(step, 0.8, random.nextDouble(), state, 0);
                assertTrue(rate >= 0 && rate <= 1e6, schedule + " gives " + rate + " at step " + step);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("entries")
    void warmup_ofNoSteps_isTheScheduleItself(Entry<Schedule> entry) {
        assertTrue(!(entry.make() instanceof Warmup));
        assertEquals(
                entry.make(), ((Warmup) entry.make(entry.initial().with("warmupSteps", 3))).schedule(), "after it");
    }
}
