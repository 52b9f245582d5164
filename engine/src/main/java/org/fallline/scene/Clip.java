package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pieces of a polyline inside a rectangle, by Liang and Barsky's parametric clipping of each segment ("A new concept
 * and method for line clipping", 1984). A point with a NaN ends a piece; far points count as at most 10⁹ px away.
 */
final class Clip {
    private static final double FAR = 1e9;

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    /** The part of the segment that is inside, as shares of its length; set by {@link #inside}. */
    private double enter;

    private double leave;

    Clip(PlotArea plot) {
        left = plot.left();
        top = plot.top();
        right = plot.right();
        bottom = plot.bottom();
    }

    /** A piece of a polyline. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(double[] x, double[] y) {}

    /** The pieces of the first {@code count} points, in order; a lone point has none. */
    List<Piece> pieces(double[] x, double[] y, int count) {
        List<Piece> pieces = new ArrayList<>();
        double[] px = new double[count + 1];
        double[] py = new double[count + 1];
        int used = 0;
        for (int i = 0; i + 1 < count; i++) {
            double x1 = near(x[i]);
            double y1 = near(y[i]);
            double x2 = near(x[i + 1]);
            double y2 = near(y[i + 1]);
            if (!inside(x1, y1, x2, y2)) {
                used = flush(px, py, used, pieces);
                continue;
            }
            if (enter > 0) {
                used = flush(px, py, used, pieces);
            }
            if (used == 0) {
                px[used] = x1 + enter * (x2 - x1);
                py[used++] = y1 + enter * (y2 - y1);
            }
            px[used] = leave < 1 ? x1 + leave * (x2 - x1) : x2;
            py[used++] = leave < 1 ? y1 + leave * (y2 - y1) : y2;
            if (leave < 1) {
                used = flush(px, py, used, pieces);
            }
        }
        flush(px, py, used, pieces);
        return pieces;
    }

    private static double near(double value) {
        return value > FAR ? FAR : value < -FAR ? -FAR : value;
    }

    private static int flush(double[] x, double[] y, int used, List<Piece> pieces) {
        if (used >= 2) {
            pieces.add(new Piece(Arrays.copyOf(x, used), Arrays.copyOf(y, used)));
        }
        return 0;
    }

    private boolean inside(double x1, double y1, double x2, double y2) {
        enter = 0;
        leave = 1;
        double dx = x2 - x1;
        double dy = y2 - y1;
        if (Double.isNaN(dx) || Double.isNaN(dy)) {
            return false;
        }
        return cut(-dx, x1 - left) && cut(dx, right - x1) && cut(-dy, y1 - top) && cut(dy, bottom - y1);
    }

    /** Keeps of [enter, leave] the shares t with p·t ≤ q; false when nothing remains. */
    private boolean cut(double p, double q) {
        if (p == 0) {
            return q >= 0;
        }
        double t = q / p;
        if (p < 0) {
            enter = t > enter ? t : enter;
        } else {
            leave = t < leave ? t : leave;
        }
        return enter <= leave;
    }
}
