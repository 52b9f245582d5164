package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Preset;
import org.fallline.catalogue.Setting;
import org.fallline.math.Real;

/**
 * Adam: momentum divided by the root of the mean squared gradient, both corrected for starting at 0; AMSGrad divides by the
 * largest such root so far.
 *
 * <pre>
 * α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)
 * m ← m + (g − m)·(1 − β₁)
 * v ← v + (g² − v)·(1 − β₂)
 * w ← w − α·m / (√v + ε)
 * with amsgrad:   v̂ ← max(v̂, v),   w ← w − α·m / (√v̂ + ε)
 * </pre>
 *
 * <p>Sources: D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, in the order of computation
 * that closes their section 2, which Keras uses too: ε is added before the correction, so it is the paper's ε̂; S. J. Reddi,
 * S. Kale, S. Kumar, <i>On the Convergence of Adam and Beyond</i>, ICLR 2018, Algorithm 2, with the correction that Keras has.
 *
 * @param learningRate η, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param amsgrad whether the second moment never falls
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, boolean amsgrad)
        implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adam",
            "Adam",
            "m ← β₁·m + (1 − β₁)·g,  v ← β₂·v + (1 − β₂)·g²,  w ← w − α·m / (√v + ε),  α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)",
            "Kingma & Ba 2015, section 2; Reddi et al. 2018",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.999),
                    Settings.epsilon(),
                    Setting.flag("amsgrad", "AMSGrad", "")),
            List.of(new Preset("AMSGrad", "amsgrad", 1)),
            values -> new Adam(
                    values.number("learningRate"),
                    values.number("beta1"),
                    values.number("beta2"),
                    values.number("epsilon"),
                    values.flag("amsgrad")));

    /** Adam as it was first published. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, false);
    }

    @Override
    public List<Slot> slots(int parameters) {
        Slot first = new Slot("first moment", parameters);
        Slot second = new Slot("second moment", parameters);
        return amsgrad ? List.of(first, second, new Slot("largest second moment", parameters)) : List.of(first, second);
    }

    @Override
    public String formula() {
        return amsgrad
                ? "m ← β₁·m + (1 − β₁)·g,  v ← β₂·v + (1 − β₂)·g²,  v̂ ← max(v̂, v),  w ← w − α·m / (√v̂ + ε),"
                        + "  α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)"
                : ENTRY.formula();
    }

    @Override
    public StepLength stepLength() {
        return StepLength.RATE;
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        step(t, rate, beta1, beta2, epsilon, amsgrad, params, gradient, state);
    }

    /** The update, for rules that do more than this. */
    static void step(
            int t,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            boolean amsgrad,
            double[] params,
            double[] gradient,
            double[] state) {
        int n = params.length;
        double corrected = rate * Math.sqrt(1 - Real.pow(beta2, t)) / (1 - Real.pow(beta1, t));
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double m = state[i] + (g - state[i]) * (1 - beta1);
            double v = state[n + i] + (g * g - state[n + i]) * (1 - beta2);
            state[i] = m;
            state[n + i] = v;
            if (amsgrad) {
                v = Real.max(state[2 * n + i], v);
                state[2 * n + i] = v;
            }
            params[i] -= corrected * m / (Math.sqrt(v) + epsilon);
        }
    }
}
