package org.fallline.scene;

import org.jspecify.annotations.Nullable;

/**
 * The states of a walk in plane coordinates, step 0 first, and their pixels on the plot on which they were drawn last: while
 * time runs, that stays.
 */
final class Track {
    private final double[] u;
    private final double[] v;
    private @Nullable Pixels drawn;

    /** The arrays are kept and not modified. */
    Track(double[] u, double[] v) {
        if (u.length != v.length || u.length == 0) {
            throw new IllegalArgumentException(
                    "a path needs as many u as v, and one at least, but has " + u.length + " and " + v.length);
        }
        this.u = u;
        this.v = v;
    }

    double[] u() {
        return u;
    }

    double[] v() {
        return v;
    }

    /** Every state in px, and the line through them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Pixels(PlotArea plot, double[] x, double[] y, Way way) {}

    Pixels on(PlotArea plot) {
        Pixels pixels = drawn;
        if (pixels == null || !pixels.plot().equals(plot)) {
            double[] x = new double[u.length];
            double[] y = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                x[i] = plot.x(u[i]);
                y[i] = plot.y(v[i]);
            }
            pixels = new Pixels(plot, x, y, Way.through(x, y, plot));
            drawn = pixels;
        }
        return pixels;
    }
}
