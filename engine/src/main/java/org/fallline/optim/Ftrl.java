package org.fallline.optim;

import java.util.Arrays;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.math.Real;

/**
 * Follow the regularized leader: the parameters that were best so far, from a sum of gradients, with rates as Adagrad's.
 *
 * <pre>
 * s′ = s + g²,   p = −power                              s = s₀ at the start
 * z ← z + g + 2·shrinkage·w − (s′ᵖ − sᵖ)/η·w
 * w ← (clip(z, −l1, l1) − z) / (s′ᵖ/η + 2·(l2 + β/(2·η)))
 * s ← s′
 * </pre>
 *
 * <p>The parameters are a function of what is summed up, not of where they were: a start other than 0 is forgotten in the
 * first step, as in Keras. A step of rate 0, where the formula has no meaning, changes nothing.
 *
 * <p>Source: H. B. McMahan et al., <i>Ad Click Prediction: a View from the Trenches</i>, KDD 2013, Algorithm 1, in the form
 * of Keras's Ftrl.
 *
 * @param learningRate η, at least 0
 * @param learningRatePower the power of s by which rates fall, from −1 to 0
 * @param initialAccumulatorValue s₀, at least 0
 * @param l1 {@code l1RegularizationStrength}: below it a sum counts as 0
 * @param l2 {@code l2RegularizationStrength}
 * @param shrinkage {@code l2ShrinkageRegularizationStrength}: of the penalty that is added to the loss
 * @param beta β, at least 0: what the paper adds to the root
 */
public record Ftrl(
        double learningRate,
        double learningRatePower,
        double initialAccumulatorValue,
        double l1,
        double l2,
        double shrinkage,
        double beta)
        implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "ftrl",
            "FTRL",
            "z ← z + g − (√(s + g²) − √s)/η·w,  s ← s + g²,  w ← (clip(z, −l1, l1) − z) / (√s/η + 2·l2)",
            "McMahan et al. 2013, Algorithm 1",
            List.of(
                    Settings.learningRate(0.001),
                    new Setting("learningRatePower", "Power", "", Setting.Kind.LINEAR, -1, 0, -1, 0, -0.5),
                    Settings.initialAccumulator(),
                    Settings.penalty("l1RegularizationStrength", "L1"),
                    Settings.penalty("l2RegularizationStrength", "L2"),
                    Settings.penalty("l2ShrinkageRegularizationStrength", "L2 shrinkage"),
                    new Setting("beta", "Beta", "β", Setting.Kind.LINEAR, 0, 1e6, 0, 1, 0)),
            values -> new Ftrl(
                    values.number("learningRate"),
                    values.number("learningRatePower"),
                    values.number(Settings.INITIAL_ACCUMULATOR),
                    values.number("l1RegularizationStrength"),
                    values.number("l2RegularizationStrength"),
                    values.number("l2ShrinkageRegularizationStrength"),
                    values.number("beta")));

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("accumulator", parameters), new Slot("linear", parameters));
    }

    @Override
    public double[] initialState(int parameters) {
        double[] state = new double[2 * parameters];
        Arrays.fill(state, 0, parameters, initialAccumulatorValue);
        return state;
    }

    @Override
    public String formula() {
        return ENTRY.formula();
    }

    @Override
    public StepLength stepLength() {
        return StepLength.RATE;
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        if (rate == 0) {
            return;
        }
        int n = params.length;
        double ridge = 2 * (l2 + beta / (2 * rate));
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double w = params[i];
            double sum = state[i] + g * g;
            double root = power(sum);
            double z = state[n + i] + g + 2 * shrinkage * w - (root - power(state[i])) / rate * w;
            double quadratic = root / rate + ridge;
            state[i] = sum;
            state[n + i] = z;
            double beyond = z > l1 ? l1 - z : z < -l1 ? -l1 - z : 0;
            // Without a slope so far and without penalties there is nothing to divide by, and nothing to follow.
            params[i] = quadratic > 0 ? beyond / quadratic : w;
        }
    }

    private double power(double sum) {
        // The root is exact, and much the cheaper.
        return learningRatePower == -0.5 ? Math.sqrt(sum) : Real.pow(sum, -learningRatePower);
    }
}
