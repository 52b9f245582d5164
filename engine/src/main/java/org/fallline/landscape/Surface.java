package org.fallline.landscape;

/** A loss over the coordinates of a {@link Plane}; any value, also NaN or infinite, is a legal answer. */
@FunctionalInterface
public interface Surface {
    /** The loss at plane coordinates ({@code u}, {@code v}). */
    double at(double u, double v);
}
