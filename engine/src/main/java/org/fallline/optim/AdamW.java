package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * Adam with weight decay that does not go through its moments.
 *
 * <pre>
 * w ← w − η·λ·w
 * then as {@link Adam}, with the gradient from before the decay
 * </pre>
 *
 * <p>Source: I. Loshchilov, F. Hutter, <i>Decoupled Weight Decay Regularization</i>, ICLR 2019, Algorithm 2; decay first and
 * scaled by the learning rate, as in Keras.
 *
 * @param learningRate η, at least 0
 * @param weightDecay λ, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param amsgrad whether the second moment never falls
 */
public record AdamW(
        double learningRate, double weightDecay, double beta1, double beta2, double epsilon, boolean amsgrad)
        implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adamw",
            "AdamW",
            "w ← w − η·λ·w,  then as Adam:  w ← w − α·m / (√v + ε)",
            "Loshchilov & Hutter 2019, Algorithm 2",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.weightDecay(0.004),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.999),
                    Settings.epsilon(),
                    Setting.flag("amsgrad", "AMSGrad", "")),
            values -> new AdamW(
                    values.number("learningRate"),
                    values.number(Settings.WEIGHT_DECAY),
                    values.number("beta1"),
                    values.number("beta2"),
                    values.number("epsilon"),
                    values.flag("amsgrad")));

    private Adam adam() {
        return new Adam(learningRate, beta1, beta2, epsilon, amsgrad);
    }

    @Override
    public List<Slot> slots(int parameters) {
        return adam().slots(parameters);
    }

    @Override
    public String formula() {
        return "w ← w − η·λ·w,  " + adam().formula();
    }

    @Override
    public StepLength stepLength() {
        return StepLength.RATE;
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        for (int i = 0; i < params.length; i++) {
            params[i] -= params[i] * weightDecay * rate;
        }
        Adam.step(t, rate, beta1, beta2, epsilon, amsgrad, params, gradient, state);
    }
}
