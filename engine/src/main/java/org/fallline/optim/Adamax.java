package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/**
 * Adamax: Adam with the largest slope, fading, in place of the root of the mean square.
 *
 * <pre>
 * m ← m + (g − m)·(1 − β₁)
 * u ← max(β₂·u, |g|)
 * w ← w − η·m / ((1 − β₁ᵗ)·(u + ε))
 * </pre>
 *
 * <p>Source: D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, Algorithm 2, with Keras's ε.
 *
 * @param learningRate η, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Adamax(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adamax",
            "Adamax",
            "m ← β₁·m + (1 − β₁)·g,  u ← max(β₂·u, |g|),  w ← w − η·m / ((1 − β₁ᵗ)·(u + ε))",
            "Kingma & Ba 2015, Algorithm 2",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.999),
                    Settings.epsilon()),
            values -> new Adamax(
                    values.number("learningRate"),
                    values.number("beta1"),
                    values.number("beta2"),
                    values.number("epsilon")));

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("first moment", parameters), new Slot("largest slope", parameters));
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
        int n = params.length;
        double correction = 1 - Real.pow(beta1, t);
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double m = state[i] + (g - state[i]) * (1 - beta1);
            double u = Real.max(beta2 * state[n + i], Math.abs(g));
            state[i] = m;
            state[n + i] = u;
            params[i] -= rate * m / (correction * (u + epsilon));
        }
    }
}
