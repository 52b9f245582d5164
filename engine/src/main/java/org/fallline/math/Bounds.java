package org.fallline.math;

/**
 * The two ends of a stretch of an axis: finite, the smaller first, and far enough apart that evenly spaced points between
 * them are different doubles.
 */
public final class Bounds {
    /** The least distance relative to the larger magnitude: a double has some sixteen digits, so three are left within. */
    private static final double LEAST_RELATIVE_DISTANCE = 1e-13;

    private Bounds() {}

    /** Whether these are such ends. */
    public static boolean admit(double from, double to) {
        double distance = to - from;
        return distance > 0
                && Real.isFinite(distance)
                && distance >= LEAST_RELATIVE_DISTANCE * Real.max(Math.abs(from), Math.abs(to));
    }

    /**
     * Refuses all other ends.
     *
     * @param what they belong to, as the message begins
     * @throws IllegalArgumentException saying what would be right
     */
    public static void require(String what, double from, double to) {
        if (!admit(from, to)) {
            throw new IllegalArgumentException(what + " must be two finite numbers, the smaller first and at least "
                    + Decimal.text(LEAST_RELATIVE_DISTANCE) + " of the larger one apart, not " + Decimal.text(from)
                    + " to " + Decimal.text(to));
        }
    }
}
