package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * Gradient descent that looks before it leaps: the step is shortened until the loss falls by a fair share of what the slope
 * promises.
 *
 * <pre>
 * α = η·τᵏ for the smallest k with f(w − α·g) ≤ f(w) − c₁·α·‖g‖²
 * w ← w − α·g
 * </pre>
 *
 * <p>If even the shortest step does not go down, the parameters stay. Source: L. Armijo, <i>Minimization of functions having
 * Lipschitz continuous first partial derivatives</i>, 1966; J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd
 * edition, 2006, Algorithm 3.1.
 *
 * @param learningRate η, the length for each unit of slope that is tried first, at least 0
 * @param decrease c₁, above 0 and at most ½
 * @param shrink τ, above 0 and at most 0.9
 */
public record Backtracking(double learningRate, double decrease, double shrink) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "backtracking",
            "Line search",
            "w ← w − α·g,  α = η·τᵏ for the smallest k with f(w − α·g) ≤ f(w) − c₁·α·‖g‖²",
            "Armijo 1966",
            List.of(
                    Settings.learningRate(1),
                    Settings.decrease(),
                    new Setting("shrink", "Shrink", "τ", Setting.Kind.LINEAR, 0.01, 0.9, 0.1, 0.9, 0.5)),
            values -> new Backtracking(
                    values.number("learningRate"), values.number("decrease"), values.number("shrink")));

    /** A step that was shortened by so much is none: after 656 evaluations at most. */
    private static final double SHORTEST = 1e-30;

    @Override
    public List<Slot> slots(int parameters) {
        return List.of(new Slot("start of the search", parameters), Slot.scalar("step length"));
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
        System.arraycopy(params, 0, state, 0, n);
        double value = objective.value(params);
        double square = Vectors.dot(gradient, 0, gradient, 0, n);
        for (double share = 1; share > SHORTEST; share *= shrink) {
            double length = rate * share;
            for (int i = 0; i < n; i++) {
                params[i] = state[i] - length * gradient[i];
            }
            if (objective.value(params) <= value - decrease * length * square) {
                state[n] = length;
                return;
            }
        }
        System.arraycopy(state, 0, params, 0, n);
        state[n] = 0;
    }
}
