package org.fallline.optim;

import java.util.Arrays;
import java.util.List;
import org.fallline.catalogue.Entry;

/**
 * Adagrad: each parameter's step is scaled by the root of the sum of all its squared gradients.
 *
 * <pre>
 * s ← s + g²                 s = s₀ at the start
 * w ← w − η·g / √(s + ε)
 * </pre>
 *
 * <p>Source: J. Duchi, E. Hazan, Y. Singer, <i>Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization</i>, JMLR 12, 2011, in its diagonal form; epsilon stands inside the root, as in Keras.
 *
 * @param learningRate η, at least 0
 * @param initialAccumulatorValue s₀, at least 0
 * @param epsilon ε, above 0
 */
public record Adagrad(double learningRate, double initialAccumulatorValue, double epsilon) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "adagrad",
            "Adagrad",
            "s ← s + g²,  w ← w − η·g / √(s + ε)",
            "Duchi et al. 2011",
            List.of(Settings.learningRate(0.001), Settings.initialAccumulator(), Settings.epsilon()),
            values -> new Adagrad(
                    values.number("learningRate"),
                    values.number(Settings.INITIAL_ACCUMULATOR),
                    values.number("epsilon")));

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("accumulator", parameters));
    }

    @Override
    public double[] initialState(int parameters) {
        double[] state = new double[parameters];
        Arrays.fill(state, initialAccumulatorValue);
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
        for (int i = 0; i < params.length; i++) {
            double g = gradient[i];
            double sum = state[i] + g * g;
            state[i] = sum;
            params[i] -= rate * g / Math.sqrt(sum + epsilon);
        }
    }
}
