package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;

/**
 * RMSprop: each parameter's step is scaled by the root of the mean of its squared gradients.
 *
 * <pre>
 * s ← ρ·s + (1 − ρ)·g²
 * w ← w − η·g / √(s + ε)
 * </pre>
 *
 * <p>Source: G. Hinton, <i>Neural Networks for Machine Learning</i>, lecture 6e, 2012. Epsilon stands inside the root, as in
 * Keras.
 *
 * @param learningRate η, at least 0
 * @param rho ρ, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "rmsprop",
            "RMSprop",
            "s ← ρ·s + (1 − ρ)·g²,  w ← w − η·g / √(s + ε)",
            "Hinton 2012, lecture 6e",
            List.of(Settings.learningRate(0.001), Settings.mean("rho", "Rho", "ρ", 0.9), Settings.epsilon()),
            values -> new RmsProp(values.number("learningRate"), values.number("rho"), values.number("epsilon")));

    @Override
    public List<String> slots() {
        return List.of("mean square");
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
        for (int i = 0; i < params.length; i++) {
            double g = gradient[i];
            double square = rho * state[i] + (1 - rho) * g * g;
            state[i] = square;
            params[i] -= learningRate * g / Math.sqrt(square + epsilon);
        }
    }
}
