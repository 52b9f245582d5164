package org.fallline.problem;

import org.fallline.math.Bounds;

/**
 * A part of an axis: its ends are {@link Bounds}, so that a picture of it can tell its points apart.
 *
 * @param from finite
 * @param to finite and greater
 */
public record Interval(double from, double to) {
    public Interval {
        Bounds.require("an interval", from, to);
    }

    /** An interval of a width around its middle. */
    public static Interval around(double middle, double width) {
        return new Interval(middle - width / 2, middle + width / 2);
    }
}
