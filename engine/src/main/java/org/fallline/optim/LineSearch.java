package org.fallline.optim;

import java.util.List;

/**
 * A search along a direction for a length α at which the loss is lower and flatter, by the strong Wolfe conditions.
 *
 * <pre>
 * φ(α) = f(w + α·d)
 * φ(α) ≤ φ(0) + c₁·α·φ′(0)     lower
 * |φ′(α)| ≤ c₂·|φ′(0)|         flatter
 * </pre>
 *
 * <p>The length is multiplied by 4 until a place that is too high or goes uphill ends the bracket, then put at the minimum of
 * the cubic through both ends, at least a tenth of the bracket away from either. The lower end of the bracket is always lower
 * and goes downhill, so that the conditions hold somewhere in between. The cubic is exact for a quadratic.
 *
 * <p>Source: J. Nocedal, S. J. Wright, <i>Numerical Optimization</i>, 2nd edition, 2006, section 3.5: conditions 3.7,
 * interpolation 3.59. A value that is not a number counts as too high.
 *
 * @param decrease c₁, above 0
 * @param curvature c₂, above c₁ and below 1
 */
public record LineSearch(double decrease, double curvature) {
    private static final double GROWTH = 4;
    private static final double LEAST_SHARE = 0.1;

    /** Enough to come down from 1 to 1e-18, and to be sure of a loss that has no bottom. */
    private static final int MOST_EVALUATIONS = 60;

    /** What a search leaves behind, for n parameters: see {@link #along}. */
    static List<Slot> slots(int parameters) {
        return List.of(
                new Slot("direction", parameters),
                new Slot("start of the search", parameters),
                new Slot("gradient found", parameters),
                Slot.scalar("step length"));
    }

    /** How many numbers {@link #slots} are. */
    static int size(int parameters) {
        return 3 * parameters + 1;
    }

    /**
     * Goes from some parameters to the place that is found, which is where they are if none is lower.
     *
     * @param params modified
     * @param state holds the direction; receives the start, the gradient at the place found, and the length; modified
     * @param at where in it the {@link #slots} begin
     * @param slope φ′(0), below 0
     * @param first the length that is tried first, above 0
     */
    void along(Objective objective, double[] params, double[] state, int at, double slope, double first) {
        int n = params.length;
        int foundAt = at + 2 * n;
        System.arraycopy(params, 0, state, at + n, n);
        double value = objective.value(params);
        double low = 0;
        double lowValue = value;
        double lowSlope = slope;
        double high = Double.POSITIVE_INFINITY;
        double highValue = 0;
        double highSlope = 0;
        double length = first;
        for (int i = 0; i < MOST_EVALUATIONS && length > low && length < high; i++) {
            place(params, state, at, length);
            double there = objective.valueAndGradient(params, state, foundAt);
            double slopeThere = Vectors.dot(state, foundAt, state, at, n);
            boolean isLower = there <= value + decrease * length * slope;
            if (isLower && Math.abs(slopeThere) <= -curvature * slope) {
                state[at + 3 * n] = length;
                return;
            }
            if (isLower && slopeThere < 0) {
                low = length;
                lowValue = there;
                lowSlope = slopeThere;
            } else {
                high = length;
                highValue = there;
                highSlope = slopeThere;
            }
            length = high == Double.POSITIVE_INFINITY
                    ? GROWTH * length
                    : between(low, lowValue, lowSlope, high, highValue, highSlope);
        }
        place(params, state, at, low);
        objective.valueAndGradient(params, state, foundAt);
        state[at + 3 * n] = low;
    }

    private static void place(double[] params, double[] state, int at, double length) {
        int n = params.length;
        for (int i = 0; i < n; i++) {
            params[i] = state[at + n + i] + length * state[at + i];
        }
    }

    /** The minimum of the cubic through the ends of a bracket, kept away from them; the middle where there is none. */
    private static double between(
            double low, double lowValue, double lowSlope, double high, double highValue, double highSlope) {
        double width = high - low;
        double a = lowSlope + highSlope - 3 * (highValue - lowValue) / width;
        double b = Math.sqrt(a * a - lowSlope * highSlope);
        double share = 1 - (highSlope + b - a) / (highSlope - lowSlope + 2 * b);
        if (!(Math.abs(share) < Double.POSITIVE_INFINITY)) {
            share = 0.5;
        }
        double kept = share < LEAST_SHARE ? LEAST_SHARE : share > 1 - LEAST_SHARE ? 1 - LEAST_SHARE : share;
        return low + kept * width;
    }
}
