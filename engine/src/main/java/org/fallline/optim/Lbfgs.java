package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * L-BFGS: BFGS that keeps the last moves and changes of the gradient instead of a matrix.
 *
 * <pre>
 * d = −H·g, by the two-loop recursion from H₀ = (s·y)/(y·y)·I of the last pair:
 *     q ← g;   from the newest pair to the oldest:  aᵢ = ρᵢ·sᵢ·q,   q ← q − aᵢ·yᵢ
 *     q ← H₀·q;   from the oldest to the newest:  q ← q + (aᵢ − ρᵢ·yᵢ·q)·sᵢ
 * w ← w + α·d                                            α by {@link LineSearch}, η tried first
 * s = α·d,   y = change of the gradient,   ρ = 1/(s·y)   kept if s·y is positive
 * </pre>
 *
 * <p>Source: J. Nocedal, <i>Updating Quasi-Newton Matrices with Limited Storage</i>, 1980; J. Nocedal, S. J. Wright,
 * <i>Numerical Optimization</i>, 2nd edition, 2006, Algorithms 7.4 and 7.5.
 *
 * @param learningRate η, the share of the Newton step that is tried first, at least 0
 * @param memory how many pairs are kept, at least 1
 * @param search for the length of each step
 */
public record Lbfgs(double learningRate, int memory, LineSearch search) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "lbfgs",
            "L-BFGS",
            "w ← w − α·H·g,  H from the last m pairs of moves s and changes y of the gradient,  α by line search",
            "Nocedal 1980",
            List.of(
                    Settings.learningRate(1),
                    new Setting("memory", "Memory", "m", Setting.Kind.WHOLE, 1, 100, 1, 30, 10),
                    Settings.decrease(),
                    Settings.curvature(0.9)),
            values -> new Lbfgs(values.number("learningRate"), (int) values.number("memory"), Settings.search(values)));

    @Override
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>(LineSearch.slots(parameters));
        slots.add(Slot.scalar("pairs kept so far"));
        slots.add(Slot.matrix("moves", memory, parameters));
        slots.add(Slot.matrix("changes of the gradient", memory, parameters));
        slots.add(new Slot("move times change", memory));
        slots.add(new Slot("weights", memory));
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
        turn(gradient, state);
        double slope = Vectors.dot(gradient, 0, state, 0, n);
        if (!(slope < 0)) {
            state[LineSearch.size(n)] = 0;
            Vectors.negate(gradient, state, 0, n);
            slope = Vectors.dot(gradient, 0, state, 0, n);
        }
        if (slope < 0 && rate > 0) {
            search.along(objective, params, state, 0, slope, rate);
            keep(gradient, state);
        }
    }

    /** The two-loop recursion; q is where the direction is. */
    private void turn(double[] gradient, double[] state) {
        int n = gradient.length;
        int movesAt = LineSearch.size(n) + 1;
        int changesAt = movesAt + memory * n;
        int productsAt = changesAt + memory * n;
        int weightsAt = productsAt + memory;
        int pairs = (int) state[movesAt - 1];
        int oldest = Math.max(0, pairs - memory);
        Vectors.negate(gradient, state, 0, n);
        for (int pair = pairs - 1; pair >= oldest; pair--) {
            int k = pair % memory;
            double weight = Vectors.dot(state, movesAt + k * n, state, 0, n) / state[productsAt + k];
            state[weightsAt + k] = weight;
            for (int i = 0; i < n; i++) {
                state[i] -= weight * state[changesAt + k * n + i];
            }
        }
        if (pairs > 0) {
            int k = (pairs - 1) % memory;
            double yy = Vectors.dot(state, changesAt + k * n, state, changesAt + k * n, n);
            double scale = state[productsAt + k] / yy;
            for (int i = 0; i < n; i++) {
                state[i] *= scale;
            }
        }
        for (int pair = oldest; pair < pairs; pair++) {
            int k = pair % memory;
            double along = Vectors.dot(state, changesAt + k * n, state, 0, n) / state[productsAt + k];
            for (int i = 0; i < n; i++) {
                state[i] += (state[weightsAt + k] - along) * state[movesAt + k * n + i];
            }
        }
    }

    /** Keeps the move and the change of the gradient in place of the oldest pair. */
    private void keep(double[] gradient, double[] state) {
        int n = gradient.length;
        int movesAt = LineSearch.size(n) + 1;
        int changesAt = movesAt + memory * n;
        int pairs = (int) state[movesAt - 1];
        int k = pairs % memory;
        double length = state[3 * n];
        double sy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double y = state[2 * n + i] - gradient[i];
            sy += length * state[i] * y;
            yy += y * y;
        }
        if (!(sy > 0) || !(1 / sy < Double.POSITIVE_INFINITY) || !(yy < Double.POSITIVE_INFINITY)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            state[movesAt + k * n + i] = length * state[i];
            state[changesAt + k * n + i] = state[2 * n + i] - gradient[i];
        }
        state[changesAt + memory * n + k] = sy;
        state[movesAt - 1] = pairs + 1;
    }
}
