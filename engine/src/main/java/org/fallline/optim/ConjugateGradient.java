package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;

/**
 * The nonlinear conjugate gradient method of Polak and Ribière, which starts again from the gradient where β would be negative.
 *
 * <pre>
 * β = max(0, g·(g − g₋) / (g₋·g₋))          g₋ and d₋: of the step before; β = 0 at first
 * d = −g + β·d₋                              −g if that does not go downhill
 * w ← w + α·d                                α by {@link LineSearch}
 * </pre>
 *
 * <p>The search begins with {@code η·α₋·(g₋·d₋) / (g·d)}, at first with η. On a quadratic of n parameters an exact search
 * needs n steps. Sources: E. Polak, G. Ribière, <i>Note sur la convergence de méthodes de directions conjuguées</i>, 1969;
 * J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd edition, 2006, equations 5.44, 5.45 and 3.60.
 *
 * @param learningRate η, the share of the expected length that is tried first, at least 0
 * @param search for the length of each step: the smaller its c₂, the more exact
 */
public record ConjugateGradient(double learningRate, LineSearch search) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "conjugateGradient",
            "Conjugate gradient",
            "β = max(0, g·(g − g₋) / (g₋·g₋)),  d ← −g + β·d,  w ← w + α·d,  α by line search",
            "Polak & Ribière 1969",
            List.of(Settings.learningRate(1), Settings.decrease(), Settings.curvature(0.1)),
            values -> new ConjugateGradient(values.number("learningRate"), Settings.search(values)));

    @Override
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>(LineSearch.slots(parameters));
        slots.add(new Slot("gradient before", parameters));
        slots.add(Slot.scalar("slope along the direction"));
        return slots;
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
        int beforeAt = LineSearch.size(n);
        int slopeAt = beforeAt + n;
        double lengthBefore = state[beforeAt - 1];
        double slopeBefore = state[slopeAt];
        turn(gradient, state, beforeAt);
        double slope = Vectors.dot(gradient, 0, state, 0, n);
        if (!(slope < 0)) {
            Vectors.negate(gradient, state, 0, n);
            slope = Vectors.dot(gradient, 0, state, 0, n);
        }
        System.arraycopy(gradient, 0, state, beforeAt, n);
        state[slopeAt] = slope;
        if (slope < 0 && rate > 0) {
            double expected = lengthBefore * slopeBefore / slope;
            boolean isUsable = expected > 0 && expected < Double.POSITIVE_INFINITY;
            double first = rate * (isUsable ? expected : 1);
            search.along(objective, params, state, 0, slope, first);
        }
    }

    /** The direction of this step from that of the step before. */
    private static void turn(double[] gradient, double[] state, int beforeAt) {
        int n = gradient.length;
        double squareBefore = Vectors.dot(state, beforeAt, state, beforeAt, n);
        double beta = 0;
        if (squareBefore > 0) {
            double change = Vectors.dot(gradient, 0, gradient, 0, n) - Vectors.dot(gradient, 0, state, beforeAt, n);
            double quotient = change / squareBefore;
            beta = quotient > 0 ? quotient : 0;
        }
        for (int i = 0; i < n; i++) {
            state[i] = beta * state[i] - gradient[i];
        }
    }
}
