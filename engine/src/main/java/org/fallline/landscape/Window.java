package org.fallline.landscape;

import org.fallline.math.Bounds;

/**
 * The rectangle [uMin, uMax] × [vMin, vMax] of a plane that is looked at, in units of the plane's coordinates.
 *
 * <p>Its ends along each axis are {@link Bounds}: neighbouring samples differ.
 */
public record Window(double uMin, double uMax, double vMin, double vMax) {
    public Window {
        Bounds.require("a window along u", uMin, uMax);
        Bounds.require("a window along v", vMin, vMax);
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
     * The window enlarged by {@code margin} of its extent on each side, or shrunk by a negative one; at the limits of the
     * number format it stays as it is.
     */
    public Window expand(double margin) {
        double du = width() * margin;
        double dv = height() * margin;
        return orThis(uMin - du, uMax + du, vMin - dv, vMax + dv);
    }

    /** The window seen {@code factor} times larger, (u, v) staying where it is; as it is at the limits of the number format. */
    public Window zoom(double u, double v, double factor) {
        return orThis(
                u + (uMin - u) / factor, u + (uMax - u) / factor, v + (vMin - v) / factor, v + (vMax - v) / factor);
    }

    /** The window moved by shares of its extents; as it is at the limits of the number format. */
    public Window shift(double right, double up) {
        double du = width() * right;
        double dv = height() * up;
        return orThis(uMin + du, uMax + du, vMin + dv, vMax + dv);
    }

    private Window orThis(double left, double right, double bottom, double top) {
        return Bounds.admit(left, right) && Bounds.admit(bottom, top) ? new Window(left, right, bottom, top) : this;
    }
}
