package org.fallline.scene;

import java.util.Arrays;
import java.util.List;

/** The marks of loss curves: a line that is faint after the current step, and a dot on it there. */
final class LossLines {
    private static final double[] SOLID = {};
    private static final double WIDTH = 2;
    private static final double FAINT = 0.35;

    private final PlotArea plot;
    private final Theme theme;
    private final LossFigure.Axis axis;
    private final int current;
    private final Clip clip;

    LossLines(PlotArea plot, Theme theme, LossFigure.Axis axis, int current) {
        this.plot = plot;
        this.theme = theme;
        this.axis = axis;
        this.current = current;
        this.clip = new Clip(plot);
    }

    void line(LossFigure.Curve curve, List<Mark> marks) {
        int color = theme.optimizer(curve.color());
        int last = curve.losses().length - 1;
        stroke(curve, Math.min(current, last), last, Color.withOpacity(color, FAINT), marks);
        stroke(curve, 0, Math.min(current, last), color, marks);
        leaving(curve, color, marks);
    }

    /**
     * Strokes the steps from {@code from} to {@code to}. Where several share a column of pixels, only the first, lowest,
     * highest and last of them are kept: the line looks the same.
     */
    private void stroke(LossFigure.Curve curve, int from, int to, int color, List<Mark> marks) {
        int count = Math.max(0, to - from + 1);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = plot.x(from + i);
            y[i] = y(curve.losses()[from + i]);
        }
        int used = 0;
        int begin = 0;
        while (begin < count) {
            int end = begin;
            int low = begin;
            int high = begin;
            while (end < count && Math.floor(x[end]) == Math.floor(x[begin])) {
                low = y[end] < y[low] ? end : low;
                high = y[end] > y[high] ? end : high;
                end++;
            }
            int[] kept = {begin, Math.min(low, high), Math.max(low, high), end - 1};
            for (int k = 0; k < kept.length; k++) {
                if (k == 0 || kept[k] > kept[k - 1]) {
                    x[used] = x[kept[k]];
                    y[used++] = y[kept[k]];
                }
            }
            begin = end;
        }
        for (Clip.Piece piece : clip.pieces(Arrays.copyOf(x, used), Arrays.copyOf(y, used), used)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, WIDTH, SOLID));
        }
    }

    /** An arrow where the curve leaves the picture at the top for good. */
    private void leaving(LossFigure.Curve curve, int color, List<Mark> marks) {
        int step = curve.losses().length - 1;
        while (step > 0 && Double.isNaN(y(curve.losses()[step]))) {
            step--;
        }
        if (!(y(curve.losses()[step]) < plot.top())) {
            return;
        }
        while (step > 0 && !(y(curve.losses()[step - 1]) >= plot.top())) {
            step--;
        }
        double x = plot.x(step);
        if (step > 0) {
            double before = y(curve.losses()[step - 1]);
            double share = (before - plot.top()) / (before - y(curve.losses()[step]));
            x = plot.x(step - 1 + share);
        }
        int shown = step <= current ? color : Color.withOpacity(color, FAINT);
        marks.add(new Mark.Arrow(x, plot.top() + 14, x, plot.top() + 1, shown, WIDTH));
    }

    /** The dot at the current step, or at the last one of a run that ended before. */
    void now(LossFigure.Curve curve, List<Mark> marks) {
        int last = curve.losses().length - 1;
        int step = Math.min(current, last);
        double x = plot.x(step);
        double y = y(curve.losses()[step]);
        if (!plot.contains(x, y)) {
            return;
        }
        int color = theme.optimizer(curve.color());
        boolean ended = curve.endedEarly() && step == last;
        marks.add(new Mark.Dot(x, y, 5, theme.plotBackground(), theme.plotBackground(), 0));
        marks.add(new Mark.Dot(x, y, 3.6, ended ? theme.plotBackground() : color, color, ended ? 1.8 : 0));
    }

    /** The pixel row of a loss; zeros on a logarithmic axis lie on its bottom line. */
    private double y(double loss) {
        if (loss == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double y = plot.y(axis.height(loss));
        return axis.logarithmic() && y > plot.bottom() ? plot.bottom() : y;
    }
}
