package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * RMSprop: each parameter's step is scaled by the root of the mean of its squared gradients, centered by the mean gradient if
 * that is asked for, and gathers momentum if that is not 0.
 *
 * <pre>
 * s ← ρ·s + (1 − ρ)·g²
 * c ← ρ·c + (1 − ρ)·g                       if centered; else c² stands for 0
 * d = η·g / √(s − c² + ε)
 * w ← w − d                                 without momentum
 * b ← μ·b + d,   w ← w − b                  with momentum
 * </pre>
 *
 * <p>Sources: G. Hinton, <i>Neural Networks for Machine Learning</i>, lecture 6e, 2012; centered: A. Graves, <i>Generating
 * Sequences With Recurrent Neural Networks</i>, 2013, equations 38 to 45; the form is that of Keras's RMSprop, with epsilon
 * inside the root. Where rounding makes {@code s − c²} negative, it counts as 0.
 *
 * @param learningRate η, at least 0
 * @param rho ρ, at least 0 and below 1
 * @param momentum μ, from 0 to 1
 * @param epsilon ε, above 0
 * @param centered whether the variance of the gradient scales the step, not its mean square
 */
public record RmsProp(double learningRate, double rho, double momentum, double epsilon, boolean centered)
        implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "rmsprop",
            "RMSprop",
            "s ← ρ·s + (1 − ρ)·g²,  w ← w − η·g / √(s + ε)",
            "Hinton 2012, lecture 6e; Graves 2013",
            List.of(
                    Settings.learningRate(0.001),
                    Settings.mean("rho", "Rho", "ρ", 0.9),
                    Settings.decay("momentum", "Momentum", "μ", 0),
                    Settings.epsilon(),
                    Setting.flag("centered", "Centered", "")),
            values -> new RmsProp(
                    values.number("learningRate"),
                    values.number("rho"),
                    values.number("momentum"),
                    values.number("epsilon"),
                    values.flag("centered")));

    @Override
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("mean square", parameters));
        if (centered) {
            slots.add(new Slot("mean gradient", parameters));
        }
        if (momentum > 0) {
            slots.add(new Slot("velocity", parameters));
        }
        return slots;
    }

    @Override
    public String formula() {
        String means = "s ← ρ·s + (1 − ρ)·g²," + (centered ? "  c ← ρ·c + (1 − ρ)·g," : "");
        String step = "η·g / √(s" + (centered ? " − c²" : "") + " + ε)";
        return means + (momentum > 0 ? "  b ← μ·b + " + step + ",  w ← w − b" : "  w ← w − " + step);
    }

    @Override
    public StepLength stepLength() {
        return StepLength.RATE;
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        int n = params.length;
        int velocityAt = centered ? 2 * n : n;
        for (int i = 0; i < n; i++) {
            double g = gradient[i];
            double square = rho * state[i] + (1 - rho) * g * g;
            state[i] = square;
            double spread = square;
            if (centered) {
                double mean = rho * state[n + i] + (1 - rho) * g;
                state[n + i] = mean;
                spread = square - mean * mean;
                spread = spread < 0 ? 0 : spread;
            }
            double down = rate * g / Math.sqrt(spread + epsilon);
            if (momentum > 0) {
                down += momentum * state[velocityAt + i];
                state[velocityAt + i] = down;
            }
            params[i] -= down;
        }
    }
}
