package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/**
 * Adam: momentum divided by the root of the mean squared gradient, both corrected for starting at 0.
 *
 * <pre>
 * α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)
 * m ← m + (g − m)·(1 − β₁)
 * v ← v + (g² − v)·(1 − β₂)
 * w ← w − α·m / (√v + ε)
 * </pre>
 *
 * <p>Source: D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, in the order of computation that
 * closes their section 2, which Keras uses too: ε is added before the correction, so it is the paper's ε̂.
 *
 * @param learningRate η, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adam",
            "Adam",
            "m ← β₁·m + (1 − β₁)·g,  v ← β₂·v + (1 − β₂)·g²,  w ← w − α·m / (√v + ε),  α = η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)",
            "Kingma & Ba 2015, section 2",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.999),
                    Settings.epsilon()),
            values -> new Adam(
                    values.number("learningRate"),
                    values.number("beta1"),
                    values.number("beta2"),
                    values.number("epsilon")));

    @Override
    public List<String> slots() {
        return List.of("first moment", "second moment");
    }

    @Override
    public String formula() {
        return ENTRY.formula();
    }

    @Override
    public boolean isScaleFree() {
        return true;
    }

    @Override
    public void step(int t, double[] params, double[] gradient, double[] state) {
        int n = params.length;
        double rate = learningRate * Math.sqrt(1 - Real.pow(beta2, t)) / (1 - Real.pow(beta1, t));
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double m = state[i] + (g - state[i]) * (1 - beta1);
            double v = state[n + i] + (g * g - state[n + i]) * (1 - beta2);
            state[i] = m;
            state[n + i] = v;
            params[i] -= rate * m / (Math.sqrt(v) + epsilon);
        }
    }
}
