package org.fallline.experiment;

import org.fallline.math.Real;

/**
 * From where a surface is looked at.
 *
 * @param azimuth of the eye around the vertical, in degrees in [0, 360); 0 looks along the plane's second axis, and it grows
 *     as the surface turns clockwise, seen from above
 * @param elevation of the eye above the floor, in degrees from {@link #LOWEST} to 90, which is straight down
 * @param zoom 1 shows the whole surface; from {@link #FARTHEST} to {@link #NEAREST}
 */
public record Camera(double azimuth, double elevation, double zoom) {
    public static final double LOWEST = 5;
    public static final double FARTHEST = 0.25;
    public static final double NEAREST = 16;

    /** A corner in front, from above. */
    public static final Camera DEFAULT = new Camera(35, 35, 1);

    public Camera {
        if (!(azimuth >= 0 && azimuth < 360)
                || !(elevation >= LOWEST && elevation <= 90)
                || !(zoom >= FARTHEST && zoom <= NEAREST)) {
            throw new IllegalArgumentException("a camera has an azimuth from 0 to below 360 degrees, an elevation from "
                    + "5 to 90 degrees and a zoom from 0.25 to 16");
        }
    }

    /** The camera after a turn and a tilt by these degrees, as far as it goes. */
    public Camera orbit(double turn, double tilt) {
        double turned = azimuth + turn;
        double within = turned - 360 * Math.floor(turned / 360);
        // A tiny negative turn rounds to a whole one.
        return new Camera(within >= 360 ? 0 : within, clamp(elevation + tilt, LOWEST, 90), zoom);
    }

    /** The camera nearer by a factor, as far as it goes. */
    public Camera nearer(double factor) {
        return new Camera(azimuth, elevation, clamp(zoom * factor, FARTHEST, NEAREST));
    }

    private static double clamp(double x, double least, double most) {
        return Real.min(most, Real.max(least, x));
    }
}
