package org.fallline.problem;

import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * A part of an axis.
 *
 * @param from finite
 * @param to finite and greater
 */
public record Interval(double from, double to) {
    public Interval {
        if (!(from < to) || !Real.isFinite(to - from)) {
            throw new IllegalArgumentException("an interval must be two finite numbers, the smaller first, not "
                    + Decimal.text(from) + " to " + Decimal.text(to));
        }
    }

    /** An interval of a width around its middle. */
    public static Interval around(double middle, double width) {
        return new Interval(middle - width / 2, middle + width / 2);
    }
}
