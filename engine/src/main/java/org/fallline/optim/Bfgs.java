package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;

/**
 * BFGS: Newton's method with an inverse Hessian that is learnt from how the gradient changes.
 *
 * <pre>
 * d = −H·g
 * w ← w + α·d                                            α by {@link LineSearch}, η tried first
 * s = α·d,   y = change of the gradient,   ρ = 1/(s·y)
 * H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ               if s·y is positive
 * </pre>
 *
 * <p>H is I at first, and (s·y)/(y·y)·I before its first update. Where −H·g does not go downhill, which rounding can bring
 * about, H is I again. Source: J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd edition, 2006, Algorithm 6.1,
 * equations 6.17 and 6.20; C. G. Broyden, R. Fletcher, D. Goldfarb, D. F. Shanno, each 1970.
 *
 * @param learningRate η, the share of the Newton step that is tried first, at least 0
 * @param search for the length of each step
 */
public record Bfgs(double learningRate, LineSearch search) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "bfgs",
            "BFGS",
            "w ← w − α·H·g,  H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ,  ρ = 1/(s·y),  α by line search",
            "Broyden, Fletcher, Goldfarb & Shanno 1970",
            List.of(Settings.learningRate(1), Settings.decrease(), Settings.curvature(0.9)),
            values -> new Bfgs(values.number("learningRate"), Settings.search(values)));

    @Override
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>(List.of(Slot.matrix("inverse Hessian", parameters, parameters)));
        slots.addAll(LineSearch.slots(parameters));
        slots.add(new Slot("inverse Hessian times change", parameters));
        return slots;
    }

    @Override
    public double[] initialState(int parameters) {
        double[] state = new double[Slot.total(slots(parameters))];
        reset(state, parameters, 1);
        return state;
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
        int at = n * n;
        for (int i = 0; i < n; i++) {
            state[at + i] = -Vectors.dot(state, i * n, gradient, 0, n);
        }
        double slope = Vectors.dot(gradient, 0, state, at, n);
        if (!(slope < 0)) {
            reset(state, n, 1);
            Vectors.negate(gradient, state, at, n);
            slope = Vectors.dot(gradient, 0, state, at, n);
        }
        if (slope < 0 && rate > 0) {
            search.along(objective, params, state, at, slope, rate);
            learn(gradient, state);
        }
    }

    private static void reset(double[] state, int n, double scale) {
        for (int i = 0; i < n * n; i++) {
            state[i] = i % (n + 1) == 0 ? scale : 0;
        }
    }

    /** Whether nothing is learnt yet: not only at the first step, which a warm-up makes without a move. */
    private static boolean isIdentity(double[] state, int n) {
        for (int i = 0; i < n * n; i++) {
            if (state[i] != (i % (n + 1) == 0 ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private static void learn(double[] gradient, double[] state) {
        int n = gradient.length;
        int directionAt = n * n;
        int foundAt = directionAt + 2 * n;
        int lengthAt = directionAt + 3 * n;
        int timesAt = lengthAt + 1;
        double length = state[lengthAt];
        double sy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double y = state[foundAt + i] - gradient[i];
            sy += length * state[directionAt + i] * y;
            yy += y * y;
        }
        if (!(sy > 0) || !(1 / sy < Double.POSITIVE_INFINITY) || !(yy < Double.POSITIVE_INFINITY)) {
            return;
        }
        if (isIdentity(state, n)) {
            reset(state, n, sy / yy);
        }
        double yHy = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += state[i * n + k] * (state[foundAt + k] - gradient[k]);
            }
            state[timesAt + i] = sum;
            yHy += sum * (state[foundAt + i] - gradient[i]);
        }
        double ofSs = (1 + yHy / sy) / sy;
        for (int i = 0; i < n; i++) {
            double si = length * state[directionAt + i];
            double hi = state[timesAt + i];
            for (int k = 0; k < n; k++) {
                double sk = length * state[directionAt + k];
                state[i * n + k] += ofSs * si * sk - (hi * sk + si * state[timesAt + k]) / sy;
            }
        }
    }
}
