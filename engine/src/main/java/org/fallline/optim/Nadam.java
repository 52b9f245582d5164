package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/**
 * Nadam: Adam that looks ahead as Nesterov's momentum does, with a momentum that grows.
 *
 * <pre>
 * μₜ = β₁·(1 − ½·0.96ᵗ)
 * p ← p·μₜ                                                      p = 1 at the start
 * m ← m + (g − m)·(1 − β₁)
 * v ← v + (g² − v)·(1 − β₂)
 * m̂ = μₜ₊₁·m / (1 − p·μₜ₊₁) + (1 − μₜ)·g / (1 − p)
 * w ← w − η·m̂ / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Source: T. Dozat, <i>Incorporating Nesterov Momentum into Adam</i>, ICLR workshop 2016, Algorithm 2, with the momentum
 * schedule that Keras has (0.96ᵗ, not 0.96 to the power of t/250).
 *
 * @param learningRate η, at least 0
 * @param beta1 β₁, at least 0 and below 1
 * @param beta2 β₂, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Nadam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "nadam",
            "Nadam",
            "m̂ = μₜ₊₁·m / (1 − p·μₜ₊₁) + (1 − μₜ)·g / (1 − p),  w ← w − η·m̂ / (√v̂ + ε),  μₜ = β₁·(1 − ½·0.96ᵗ)",
            "Dozat 2016, Algorithm 2",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("beta1", "Beta 1", "β₁", 0.9),
                    Settings.mean("beta2", "Beta 2", "β₂", 0.999),
                    Settings.epsilon()),
            values -> new Nadam(
                    values.number("learningRate"),
                    values.number("beta1"),
                    values.number("beta2"),
                    values.number("epsilon")));

    private static final double GROWTH = 0.96;

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(
                new Slot("first moment", parameters),
                new Slot("second moment", parameters),
                Slot.scalar("momentum product"));
    }

    @Override
    public double[] initialState(int parameters) {
        double[] state = new double[2 * parameters + 1];
        state[2 * parameters] = 1;
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
        int n = params.length;
        double momentum = momentum(t);
        double next = momentum(t + 1);
        double product = state[2 * n] * momentum;
        state[2 * n] = product;
        double ofMoment = next / (1 - product * next);
        double ofGradient = (1 - momentum) / (1 - product);
        double correction = 1 - Real.pow(beta2, t);
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double m = state[i] + (g - state[i]) * (1 - beta1);
            double v = state[n + i] + (g * g - state[n + i]) * (1 - beta2);
            state[i] = m;
            state[n + i] = v;
            params[i] -= rate * (ofMoment * m + ofGradient * g) / (Math.sqrt(v / correction) + epsilon);
        }
    }

    private double momentum(int t) {
        return beta1 * (1 - 0.5 * Real.pow(GROWTH, t));
    }
}
