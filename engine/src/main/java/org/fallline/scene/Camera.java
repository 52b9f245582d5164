package org.fallline.scene;

import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * From where a surface is looked at, from infinitely far away.
 *
 * @param azimuth the angle in radians by which the viewer has walked round the surface, counterclockwise as seen from
 *     above; at 0 the viewer looks along v, with u to the right
 * @param elevation the angle in radians above the horizon, kept between {@value #LOWEST} and {@value #HIGHEST}
 * @param zoom the size in the picture, 1 where the whole surface fits, kept between {@value #LEAST_ZOOM} and
 *     {@value #MOST_ZOOM}
 */
public record Camera(double azimuth, double elevation, double zoom) {
    static final double LOWEST = 0.1;
    static final double HIGHEST = 1.55;
    static final double LEAST_ZOOM = 0.5;
    static final double MOST_ZOOM = 8;

    /** From the front, a little from the left, high enough to see into valleys. */
    public static final Camera DEFAULT = new Camera(-0.5, 0.82, 1);

    public Camera {
        if (!Double.isFinite(azimuth) || !Double.isFinite(elevation) || !Double.isFinite(zoom)) {
            throw new IllegalArgumentException("a camera needs finite angles and zoom, but got " + Decimal.text(azimuth)
                    + ", " + Decimal.text(elevation) + " and " + Decimal.text(zoom));
        }
        elevation = Real.max(LOWEST, Real.min(HIGHEST, elevation));
        zoom = Real.max(LEAST_ZOOM, Real.min(MOST_ZOOM, zoom));
    }

    /** The camera after the viewer has walked on by these angles. */
    public Camera orbit(double around, double up) {
        double turn = 4 * Real.acos(0);
        double angle = azimuth + around;
        return new Camera(angle - turn * Math.floor(angle / turn + 0.5), elevation + up, zoom);
    }

    /** The camera with everything so many times larger. */
    public Camera zoomed(double factor) {
        return new Camera(azimuth, elevation, zoom * factor);
    }
}
