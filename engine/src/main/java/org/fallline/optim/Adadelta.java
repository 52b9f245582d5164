package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;

/**
 * Adadelta: RMSprop whose learning rate is the root of its own mean squared steps, so that a step has the unit of its
 * parameter.
 *
 * <pre>
 * s ← ρ·s + (1 − ρ)·g²
 * d = −g·√(u + ε) / √(s + ε)
 * u ← ρ·u + (1 − ρ)·d²
 * w ← w + η·d
 * </pre>
 *
 * <p>Source: M. D. Zeiler, <i>ADADELTA: An Adaptive Learning Rate Method</i>, arXiv 1212.5701, 2012, Algorithm 1, which has no
 * learning rate: η = 1. Keras's default is 0.001, and u is the mean square of the steps before η, as there.
 *
 * @param learningRate η, at least 0
 * @param rho ρ, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adadelta",
            "Adadelta",
            "s ← ρ·s + (1 − ρ)·g²,  d = −g·√(u + ε) / √(s + ε),  u ← ρ·u + (1 − ρ)·d²,  w ← w + η·d",
            "Zeiler 2012, Algorithm 1",
            List.of(Settings.learningRate(0.001), Settings.mean("rho", "Rho", "ρ", 0.95), Settings.epsilon()),
            values -> new Adadelta(values.number("learningRate"), values.number("rho"), values.number("epsilon")));

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("mean square", parameters), new Slot("mean square step", parameters));
    }

    @Override
    public String formula() {
        return ENTRY.formula();
    }

    @Override
    public StepLength stepLength() {
        return StepLength.OWN;
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        int n = params.length;
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double square = rho * state[i] + (1 - rho) * g * g;
            double squareStep = state[n + i];
            double step = -g * Math.sqrt(squareStep + epsilon) / Math.sqrt(square + epsilon);
            state[i] = square;
            state[n + i] = rho * squareStep + (1 - rho) * step * step;
            params[i] += rate * step;
        }
    }
}
