package org.fallline.scene;

import org.fallline.experiment.Camera;
import org.fallline.math.Real;

/**
 * The parallel projection of a surface's box, [−1, 1] × [−1, 1] with heights from {@link SurfaceShape#FLOOR} to
 * {@link SurfaceShape#HEIGHT}, to pixels.
 */
final class Projection {
    /** A degree in radians. */
    private static final double RADIAN = Math.PI / 180;

    /** The diagonal of the box's base. */
    private static final double DIAGONAL = 2.83;

    /** Towards the viewer, along the floor; of length 1. */
    final double towardX;

    final double towardY;

    /** How much higher a sight line is a unit nearer to the viewer. */
    final double rise;

    private final double cosine;
    private final double sine;
    private final double flat;
    private final double upright;
    private final double scale;
    private final double centerX;
    private final double centerY;

    Projection(Camera camera, double left, double top, double width, double height) {
        cosine = Real.cos(camera.azimuth() * RADIAN);
        sine = Real.sin(camera.azimuth() * RADIAN);
        flat = Real.sin(camera.elevation() * RADIAN);
        upright = Real.cos(camera.elevation() * RADIAN);
        towardX = sine;
        towardY = -cosine;
        rise = flat / upright;
        double tall = DIAGONAL * flat + (SurfaceShape.HEIGHT - SurfaceShape.FLOOR) * upright;
        scale = Real.min(width / DIAGONAL, height / tall) * camera.zoom();
        centerX = left + width / 2;
        centerY = top + height / 2;
    }

    double x(double x, double y) {
        return centerX + scale * (cosine * x + sine * y);
    }

    double y(double x, double y, double z) {
        double middle = (SurfaceShape.HEIGHT + SurfaceShape.FLOOR) / 2;
        return centerY - scale * (flat * (cosine * y - sine * x) + upright * (z - middle));
    }

    /** Units of the box a pixel. */
    double unit() {
        return 1 / scale;
    }

    /** How much shorter the way away from the viewer looks than the way across. */
    double flat() {
        return flat;
    }

    /** The point of the floor plane z = 0 that a pixel shows. */
    double[] floor(double px, double py) {
        double middle = (SurfaceShape.HEIGHT + SurfaceShape.FLOOR) / 2;
        double across = (px - centerX) / scale;
        double away = ((centerY - py) / scale + upright * middle) / flat;
        return new double[] {cosine * across - sine * away, sine * across + cosine * away};
    }
}
