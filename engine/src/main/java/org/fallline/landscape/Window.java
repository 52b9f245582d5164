package org.fallline.landscape;

import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * The rectangle [uMin, uMax] × [vMin, vMax] of a plane that is looked at, in units of the plane's coordinates.
 *
 * <p>Bounds are finite and ordered, and far enough apart that neighbouring samples differ: each extent is finite and at
 * least 10⁻⁹ of the largest bound's magnitude.
 */
public record Window(double uMin, double uMax, double vMin, double vMax) {
    /** The smallest extent relative to the magnitude of its bounds; below it samples run out of digits. */
    private static final double SMALLEST_RELATIVE_EXTENT = 1e-9;

    public Window {
        require("u", uMin, uMax);
        require("v", vMin, vMax);
    }

    /** The smallest window that holds all finite points, enlarged by {@code margin} of its extent on each side. */
    public static Window around(double[] u, double[] v, double margin) {
        double[] first = extent(u, margin);
        double[] second = extent(v, margin);
        return new Window(first[0], first[1], second[0], second[1]);
    }

    /** Extent along u. */
    public double width() {
        return uMax - uMin;
    }

    /** Extent along v. */
    public double height() {
        return vMax - vMin;
    }

    /** True within the window, bounds included. */
    public boolean contains(double u, double v) {
        return u >= uMin && u <= uMax && v >= vMin && v <= vMax;
    }

    /**
     * The window magnified {@code factor} times about (u, v), which stays where it is in the picture; a factor below 1
     * shows more. At the limits of the number format the window stays as it is.
     */
    public Window zoom(double factor, double u, double v) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "zoom factor must be positive and finite, but is " + Decimal.text(factor));
        }
        return orThis(
                u + (uMin - u) / factor, u + (uMax - u) / factor, v + (vMin - v) / factor, v + (vMax - v) / factor);
    }

    /** The window moved by ({@code du}, {@code dv}); at the limits of the number format it stays as it is. */
    public Window pan(double du, double dv) {
        return orThis(uMin + du, uMax + du, vMin + dv, vMax + dv);
    }

    /** The window enlarged by {@code margin} of its extent on each side. */
    public Window expand(double margin) {
        double du = width() * margin;
        double dv = height() * margin;
        return orThis(uMin - du, uMax + du, vMin - dv, vMax + dv);
    }

    private Window orThis(double newUMin, double newUMax, double newVMin, double newVMax) {
        boolean possible =
                problem(newUMin, newUMax).isEmpty() && problem(newVMin, newVMax).isEmpty();
        return possible ? new Window(newUMin, newUMax, newVMin, newVMax) : this;
    }

    private static void require(String axis, double min, double max) {
        String problem = problem(min, max);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException("window along " + axis + " is [" + Decimal.text(min) + ", "
                    + Decimal.text(max) + "], but " + problem);
        }
    }

    /** What is wrong with these bounds, or the empty text. */
    private static String problem(double min, double max) {
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            return "bounds must be finite numbers";
        }
        if (!(min < max)) {
            return "the lower bound must be below the upper one";
        }
        if (!Double.isFinite(max - min)) {
            return "it is wider than the largest number";
        }
        if (max - min < SMALLEST_RELATIVE_EXTENT * Real.max(Math.abs(min), Math.abs(max))) {
            return "it is too narrow to tell its points apart";
        }
        return "";
    }

    private static double[] extent(double[] values, double margin) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                min = Real.min(min, value);
                max = Real.max(max, value);
            }
        }
        if (min > max) {
            min = max = 0;
        }
        double pad = (max - min) * margin;
        // A single point, or points that hardly differ, still deserve a picture around them.
        double least = Real.max(1e-6 * Real.max(Math.abs(min), Math.abs(max)), min == max ? 1 : 0);
        pad = Real.max(pad, least);
        return new double[] {min - pad, max + pad};
    }
}
