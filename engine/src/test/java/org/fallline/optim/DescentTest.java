package org.fallline.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.catalogue.Values;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes round a rule, by Keras's formulas. */
class DescentTest {
    private static final Sgd SGD = new Sgd(0.5, 0, false);

    private static Descent around(Optimizer rule, String setting, double value) {
        return Descent.of(rule, Values.initial(Descent.SETTINGS).with(setting, value), new ConstantRate());
    }

    /** An objective of parameters in tensors of these sizes, which no rule looks at. */
    private static Objective tensors(int... sizes) {
        int n = 0;
        for (int size : sizes) {
            n += size;
        }
        return new Slopes(new double[n]) {
            @Override
            public int[] segments() {
                return sizes;
            }
        };
    }

    private static void step(Descent descent, int t, double[] w, double[] g, double[] state, Objective objective) {
        descent.step(t, 0, w, g, state, new double[w.length], objective);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // gradient (3, 4 | 0, −12): norms 5 and 12, together 13
                "clipValue | 3.5 | 3 | 3.5 | 0 | -3.5",
                "clipValue | 20 | 3 | 4 | 0 | -12",
                "clipNorm | 1 | 0.6 | 0.8 | 0 | -1",
                "clipNorm | 6 | 3 | 4 | 0 | -6",
                "globalClipNorm | 6.5 | 1.5 | 2 | 0 | -6",
                "globalClipNorm | 13 | 3 | 4 | 0 | -12"
            })
    void clipping_ofTwoTensors_isKeras(String setting, double limit, double a, double b, double c, double d) {
        Descent descent = around(SGD, setting, limit);
        double[] w = new double[4];
        double[] gradient = {3, 4, 0, -12};
        double[] state = descent.initialState(4);
        step(descent, 1, w, gradient, state, tensors(2, 2));
        double[] clipped = {a, b, c, d};
        assertArrayEquals(new double[] {3, 4, 0, -12}, gradient, "the gradient is not modified");
        assertArrayEquals(clipped, state, 1e-15, "the clipped gradient is a slot");
        assertEquals(List.of(new Slot("clipped gradient", 4)), descent.slots(4));
        for (int i = 0; i < 4; i++) {
            assertEquals(-0.5 * clipped[i], w[i], 1e-15);
        }
    }

    @Test
    void clipping_byNorm_leavesTheDirection() {
        Cases.forEachSeed(100, random -> {
            double scale = random.nextBoolean() ? 1 : 1e200;
            double[] g = random.doubles(5, -scale, scale).toArray();
            for (Clipping.By by : List.of(Clipping.By.NORM, Clipping.By.GLOBAL_NORM)) {
                double[] clipped = new double[5];
                new Clipping(by, 0.1).apply(g, clipped, new int[] {5});
                assertEquals(0.1, Math.sqrt(Quadratic.dot(clipped, clipped)), 1e-15);
                for (int i = 0; i < 5; i++) {
                    assertEquals(g[i] / g[0], clipped[i] / clipped[0], 1e-9 * Math.abs(g[i] / g[0]));
                }
            }
        });
    }

    @Test
    void clipping_inTwoWays_isRefused() {
        Values both = Values.initial(Descent.SETTINGS).with("clipValue", 1).with("globalClipNorm", 2);
        assertEquals(
                "a gradient is clipped in one way: by clipValue or by globalClipNorm, not both",
                assertThrows(IllegalArgumentException.class, () -> Descent.of(SGD, both, new ConstantRate()))
                        .getMessage());
    }

    @Test
    void weightDecay_roundAdam_isAdamW() {
        Descent round = around(new Adam(0.1, 0.9, 0.999, 1e-7), "weightDecay", 0.25);
        Descent own = Descent.of(new AdamW(0.1, 0.25, 0.9, 0.999, 1e-7, false));
        double[] w = {1, -2};
        double[] other = w.clone();
        double[] state = round.initialState(2);
        double[] otherState = own.initialState(2);
        for (int t = 1; t <= 5; t++) {
            step(round, t, w, new double[] {w[0], 3 * w[1]}, state, tensors(2));
            step(own, t, other, new double[] {other[0], 3 * other[1]}, otherState, tensors(2));
            assertArrayEquals(other, w);
            assertArrayEquals(otherState, state);
        }
    }

    @Test
    void weightDecay_withoutASlope_isAGeometricSeries() {
        // w·(1 − η·λ)ᵗ. Source: Loshchilov & Hutter 2019, Algorithm 1.
        Descent descent = around(SGD, "weightDecay", 0.5);
        double[] w = {8};
        for (int t = 1; t <= 3; t++) {
            step(descent, t, w, new double[1], descent.initialState(1), tensors(1));
        }
        assertEquals(8 * 0.75 * 0.75 * 0.75, w[0]);
    }

    @Test
    void average_ofParametersThatMoveEvenly_isTheClosedForm() {
        // w = −0.5·t, a₁ = w₁, aₜ = μ·aₜ₋₁ + (1 − μ)·wₜ: aₜ = wₜ + 0.5·μ·(1 − μᵗ⁻¹)/(1 − μ).
        Descent descent = around(SGD, "emaMomentum", 0.75);
        double[] w = {0};
        double[] state = descent.initialState(1);
        assertEquals(List.of(new Slot("average", 1)), descent.slots(1));
        for (int t = 1; t <= 8; t++) {
            step(descent, t, w, new double[] {1}, state, tensors(1));
            assertEquals(-0.5 * t + 0.5 * 0.75 * (1 - Math.pow(0.75, t - 1)) / 0.25, state[0], 1e-14);
        }
    }

    @Test
    void average_ofParametersThatStay_isThem() {
        Descent descent = around(SGD, "emaMomentum", 0.99);
        double[] w = {3, -7};
        double[] state = descent.initialState(2);
        for (int t = 1; t <= 20; t++) {
            step(descent, t, w, new double[2], state, tensors(2));
            assertArrayEquals(w, state, 1e-14);
        }
    }

    @Test
    void schedule_ofADescent_setsTheRateThatAStateSlotTells() {
        Descent descent = new Descent(SGD, Clipping.NONE, 0, 0, new ExponentialDecay(1, 0.5, false));
        double[] w = {0};
        double[] state = descent.initialState(1);
        assertEquals(List.of(Slot.scalar("learning rate")), descent.slots(1));
        assertEquals(0.5, state[0]);
        double[] after = {-0.5, -0.75, -0.875};
        for (int t = 1; t <= 3; t++) {
            step(descent, t, w, new double[] {1}, state, tensors(1));
            assertEquals(after[t - 1], w[0]);
            assertEquals(Math.pow(0.5, t), state[0]);
        }
    }

    @Test
    void everything_roundEveryRule_keepsEachThingInItsSlot() {
        Values all = Values.initial(Descent.SETTINGS).with("clipNorm", 0.5).with("emaMomentum", 0.9);
        Optimizers.CATALOGUE.entries().forEach(entry -> {
            Optimizer rule = entry.make();
            Descent descent =
                    Descent.of(rule, all, Schedules.CATALOGUE.require("plateau").make());
            Quadratic bowl = new Quadratic(new double[][] {{2, 0}, {0, 10}}, new double[2]);
            double[] w = {1, 1};
            double[] state = descent.initialState(2);
            int own = rule.initialState(2).length;
            assertEquals(own + 2 + 2 + 1 + 4, state.length, rule.toString());
            assertEquals(state.length, Slot.total(descent.slots(2)));
            descent.step(1, bowl.value(w), w, bowl.gradient(w), state, new double[2], bowl);
            assertEquals(0.5, Math.sqrt(state[own] * state[own] + state[own + 1] * state[own + 1]), 1e-15);
            assertEquals(w[0], state[own + 2], "average");
            assertEquals(rule.learningRate(), state[own + 4], "learning rate");
            assertEquals(6, state[own + 6], "best loss");
            assertTrue(w[1] < 1, "downhill");
        });
    }
}
