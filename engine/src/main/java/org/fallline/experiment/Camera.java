package org.fallline.experiment;

import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * From where a surface is looked at, from infinitely far away.
 *
 * @param azimuth the angle in degrees by which the viewer has walked round the surface, counterclockwise as seen from above,
 *     from −180 to 180; at 0 the viewer looks along the plane's second axis, with the first to the right
 * @param elevation the angle in degrees above the horizon, from {@value #LOWEST} to {@value #HIGHEST}
 * @param zoom the size in the picture, 1 where the whole surface fits, from {@value #LEAST_ZOOM} to {@value #MOST_ZOOM}
 */
public record Camera(double azimuth, double elevation, double zoom) {
    public static final double LOWEST = 6;
    public static final double HIGHEST = 88;
    public static final double LEAST_ZOOM = 0.5;
    public static final double MOST_ZOOM = 8;

    /** From the front, a little from the left, high enough to see into valleys. */
    public static final Camera DEFAULT = new Camera(-30, 47, 1);

    public Camera {
        require("azimuth", azimuth, -180, 180);
        require("elevation", elevation, LOWEST, HIGHEST);
        require("zoom", zoom, LEAST_ZOOM, MOST_ZOOM);
    }

    private static void require(String what, double given, double least, double most) {
        if (!(given >= least && given <= most)) {
            throw new IllegalArgumentException("a camera's " + what + " must be from " + Decimal.text(least) + " to "
                    + Decimal.text(most) + ", not " + Decimal.text(given));
        }
    }

    /** The camera after the viewer has walked on by these angles in degrees, as far up and down as it goes. */
    public Camera orbit(double around, double up) {
        double angle = azimuth + around;
        return new Camera(angle - 360 * Math.floor(angle / 360 + 0.5), clamp(elevation + up, LOWEST, HIGHEST), zoom);
    }

    /** The camera with everything so many times larger, as far as it goes. */
    public Camera zoomed(double factor) {
        return new Camera(azimuth, elevation, clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM));
    }

    private static double clamp(double x, double least, double most) {
        return Real.min(most, Real.max(least, x));
    }
}
