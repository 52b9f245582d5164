package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * Newton's method, damped: where the Hessian is not positive definite, a multiple of the identity is added until it is.
 *
 * <pre>
 * (H + τ·I)·d = −g             by Cholesky's factorisation
 * w ← w + α·d                  α by {@link LineSearch}, η tried first
 * τ = 0 if all of H's diagonal is positive, else δ − min Hᵢᵢ;   while H + τ·I is not positive definite, τ ← max(2·τ, δ)
 * </pre>
 *
 * <p>δ is the damping times the largest of |Hᵢₖ|, or the damping itself if H is 0. Where no τ helps, because H is not finite,
 * d = −g. Sources: K. Levenberg, <i>A method for the solution of certain non-linear problems in least squares</i>, 1944;
 * J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd edition, 2006, Algorithm 3.3.
 *
 * @param learningRate η, the share of the Newton step that is tried first, at least 0
 * @param damping the least τ that is not 0, relative to the Hessian, above 0
 */
public record Newton(double learningRate, double damping) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "newton",
            "Newton",
            "(H + τ·I)·d = −g,  w ← w + α·d,  τ as small as makes H + τ·I positive definite,  α by line search",
            "Levenberg 1944; Nocedal & Wright 2006, Algorithm 3.3",
            List.of(
                    Settings.learningRate(1),
                    new Setting("damping", "Damping", "δ", Setting.Kind.LOGARITHMIC, 1e-12, 1e6, 1e-6, 10, 1e-3)),
            values -> new Newton(values.number("learningRate"), values.number("damping")));

    /** Nocedal and Wright's choice for Newton's direction, section 3.1. */
    private static final LineSearch SEARCH = new LineSearch(1e-4, 0.9);

    /** From the least damping, 1e-12, to the number of rows, 2048, the largest that can be needed, there are 51 doublings. */
    private static final int MOST_DOUBLINGS = 64;

    @Override
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>(List.of(
                Slot.matrix("Hessian", parameters, parameters),
                Slot.matrix("Cholesky factor", parameters, parameters)));
        slots.addAll(LineSearch.slots(parameters));
        slots.add(Slot.scalar("damping"));
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
        int factorAt = n * n;
        int at = 2 * n * n;
        objective.hessian(params, state, 0);
        Vectors.negate(gradient, state, at, n);
        if (factorise(state, n)) {
            Cholesky.solve(state, factorAt, at, n);
        }
        double slope = Vectors.dot(gradient, 0, state, at, n);
        if (!(slope < 0)) {
            Vectors.negate(gradient, state, at, n);
            slope = Vectors.dot(gradient, 0, state, at, n);
        }
        if (slope < 0 && rate > 0) {
            SEARCH.along(objective, params, state, at, slope, rate);
        }
    }

    private boolean factorise(double[] state, int n) {
        double largest = 0;
        double leastDiagonal = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n * n; i++) {
            double magnitude = Math.abs(state[i]);
            largest = magnitude > largest ? magnitude : largest;
            leastDiagonal = i % (n + 1) == 0 && state[i] < leastDiagonal ? state[i] : leastDiagonal;
        }
        double least = largest > 0 ? damping * largest : damping;
        double tau = leastDiagonal > 0 ? 0 : least - leastDiagonal;
        int tauAt = 2 * n * n + LineSearch.size(n);
        for (int i = 0; i < MOST_DOUBLINGS; i++) {
            state[tauAt] = tau;
            if (Cholesky.factorise(state, 0, n * n, n, tau)) {
                return true;
            }
            tau = 2 * tau > least ? 2 * tau : least;
        }
        return false;
    }
}
