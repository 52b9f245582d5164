package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/**
 * Lion: every parameter moves by the learning rate, whichever way its momentum points.
 *
 * <pre>
 * w ← w − η·sign(β₁·m + (1 − β₁)·g)
 * m ← β₂·m + (1 − β₂)·g
 * </pre>
 *
 * <p>The sign of 0 is 0. Source: X. Chen et al., <i>Symbolic Discovery of Optimization Algorithms</i>, NeurIPS 2023,
 * Program 1, in Keras's form.
 *
 * @param learningRate η, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 */
public record Lion(double learningRate, double beta1, double beta2) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "lion",
            "Lion",
            "w ← w − η·sign(β₁·m + (1 − β₁)·g),  m ← β₂·m + (1 − β₂)·g",
            "Chen et al. 2023, Program 1",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.99)),
            values -> new Lion(values.number("learningRate"), values.number("beta1"), values.number("beta2")));

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("momentum", parameters));
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
        for (int i = 0; i < params.length; i++) {
            double g = gradient[i];
            double m = state[i];
            params[i] -= rate * Real.sign(beta1 * m + (1 - beta1) * g);
            state[i] = beta2 * m + (1 - beta2) * g;
        }
    }
}
