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
        boolean possible = Bounds.admit(uMin - du, uMax + du) && Bounds.admit(vMin - dv, vMax + dv);
        return possible ? new Window(uMin - du, uMax + du, vMin - dv, vMax + dv) : this;
    }
}
