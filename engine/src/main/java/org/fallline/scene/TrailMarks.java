package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;

/**
 * What a path carries where there is room: a dot a step, thinned out so that dots do not merge, and heads that point the
 * way it is walked.
 */
final class TrailMarks {
    /** The room of a dot, in px. */
    private static final double DOT_ROOM = 8;

    /** The length of way between two heads, the way before the first, and the most heads. */
    private static final double HEAD_EVERY = 84;

    private static final double HEAD_FIRST = 34;
    private static final int MOST_HEADS = 24;

    /** A head needs so much nearly straight way around it. */
    private static final double STRAIGHT = 11;

    private static final double STRAIGHTNESS = 0.9;
    private static final double HEAD = 4.6;

    private final PlotArea plot;
    private final Theme theme;
    private final double scale;

    TrailMarks(PlotArea plot, Theme theme, double scale) {
        this.plot = plot;
        this.theme = theme;
        this.scale = scale;
    }

    /** Dots at the steps between the first and the current, the latest first served. */
    void dots(LandscapeFigure.Path path, Track.Pixels pixels, int color, List<Mark> marks) {
        double[] x = pixels.x();
        double[] y = pixels.y();
        double room = DOT_ROOM * scale;
        int columns = (int) (plot.width() / room) + 3;
        boolean[] taken = new boolean[columns * ((int) (plot.height() / room) + 3)];
        Glyphs glyphs = new Glyphs(theme, scale);
        take(taken, columns, x[path.current()], y[path.current()], room);
        for (int i = path.current() - 1; i > 0; i--) {
            if (plot.contains(x[i], y[i]) && take(taken, columns, x[i], y[i], room)) {
                glyphs.step(x[i], y[i], color, path.isOffPlane(i), marks);
            }
        }
    }

    /** Takes the cell of a point with its neighbours, if it is free. */
    private boolean take(boolean[] taken, int columns, double x, double y, double room) {
        if (!plot.contains(x, y)) {
            return false;
        }
        int cell = ((int) ((y - plot.top()) / room) + 1) * columns + (int) ((x - plot.left()) / room) + 1;
        if (taken[cell]) {
            return false;
        }
        for (int down = -columns; down <= columns; down += columns) {
            taken[cell + down - 1] = true;
            taken[cell + down] = true;
            taken[cell + down + 1] = true;
        }
        return true;
    }

    /** Heads along the way up to the current step. */
    void chevrons(LandscapeFigure.Path path, Track.Pixels pixels, int color, List<Mark> marks) {
        double[] x = pixels.x();
        double[] y = pixels.y();
        int last = path.current();
        double reach = STRAIGHT * scale;
        double every = HEAD_EVERY * scale;
        double next = HEAD_FIRST * scale;
        double walked = 0;
        int heads = 0;
        for (int i = 0; i < last && heads < MOST_HEADS; i++) {
            double length = Real.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
            if (!(length < 1e6)) {
                return;
            }
            while (walked + length > next && heads < MOST_HEADS) {
                double share = (next - walked) / length;
                double px = x[i] + share * (x[i + 1] - x[i]);
                double py = y[i] + share * (y[i + 1] - y[i]);
                next += every;
                if (isDrawn(x, y, i) && plot.contains(px, py) && head(x, y, i, last, px, py, reach, color, marks)) {
                    heads++;
                }
            }
            walked += length;
        }
    }

    /** Whether there is a line to carry a head: what leads from outside to outside is not drawn. */
    private boolean isDrawn(double[] x, double[] y, int segment) {
        return plot.contains(x[segment], y[segment]) || plot.contains(x[segment + 1], y[segment + 1]);
    }

    /** A head at a point of segment {@code i}, if the way is straight for so far before and after it. */
    private boolean head(
            double[] x, double[] y, int i, int last, double px, double py, double reach, int color, List<Mark> marks) {
        int before = i;
        while (before > 0 && Real.hypot(x[before] - px, y[before] - py) < reach) {
            before--;
        }
        int after = i + 1;
        while (after < last && Real.hypot(x[after] - px, y[after] - py) < reach) {
            after++;
        }
        double inX = px - x[before];
        double inY = py - y[before];
        double outX = x[after] - px;
        double outY = y[after] - py;
        double in = Real.hypot(inX, inY);
        double out = Real.hypot(outX, outY);
        if (!(in >= reach && out >= reach) || (inX * outX + inY * outY) < STRAIGHTNESS * in * out) {
            return false;
        }
        double ux = (inX / in + outX / out) / 2;
        double uy = (inY / in + outY / out) / 2;
        double h = HEAD * scale;
        double[] hx = {px - h * (ux + uy), px + h * ux, px - h * (ux - uy)};
        double[] hy = {py - h * (uy - ux), py + h * uy, py - h * (uy + ux)};
        marks.add(new Mark.Line(hx, hy, true, theme.casing(), 2.4 * scale, new double[0]));
        marks.add(new Mark.Area(hx, hy, color));
        return true;
    }
}
