package org.fallline.scene;

import java.util.List;

/** The marks of curves by step: a line, and a dot on it at the current step. */
final class StepLines {
    static final double WIDTH = 2;
    static final double[] DASHED = {5, 3.5};
    private static final double[] SOLID = {};

    private final PlotArea plot;
    private final Theme theme;
    private final StepFigure.Axis axis;
    private final Clip clip;

    StepLines(PlotArea plot, Theme theme, StepFigure.Axis axis) {
        this.plot = plot;
        this.theme = theme;
        this.axis = axis;
        this.clip = new Clip(plot);
    }

    void line(StepFigure.Curve curve, List<Mark> marks) {
        int color = theme.optimizer(curve.color());
        Series test = curve.test();
        if (test != null) {
            line(test, color, DASHED, marks);
        }
        line(curve.series(), color, SOLID, marks);
        leaving(curve.series(), color, marks);
    }

    private void line(Series series, int color, double[] dash, List<Mark> marks) {
        int[] kept = series.kept((int) plot.window().uMax(), (int) Math.ceil(plot.width()));
        double[] x = new double[kept.length];
        double[] y = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            x[i] = plot.x(series.step(kept[i]));
            y[i] = y(series.value(kept[i]));
        }
        for (Clip.Piece piece : clip.pieces(x, y, x.length)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, WIDTH, dash));
        }
    }

    /** An arrow where the curve leaves the picture at the top for good. */
    private void leaving(Series series, int color, List<Mark> marks) {
        int step = series.count() - 1;
        while (step > 0 && Double.isNaN(y(series.value(step)))) {
            step--;
        }
        if (!(y(series.value(step)) < plot.top())) {
            return;
        }
        while (step > 0 && !(y(series.value(step - 1)) >= plot.top())) {
            step--;
        }
        double x = plot.x(step);
        if (step > 0) {
            double before = y(series.value(step - 1));
            double share = (before - plot.top()) / (before - y(series.value(step)));
            x = plot.x(step - 1 + share);
        }
        marks.add(new Mark.Arrow(x, plot.top() + 14, x, plot.top() + 1, color, WIDTH));
    }

    /** The dot at the current step, or at the last one of a run that ended before. */
    void now(StepFigure.Curve curve, int current, List<Mark> marks) {
        int last = curve.series().lastStep();
        dot(curve, Math.min(current, last), curve.endedEarly() && current >= last, marks);
    }

    /** The dot at a step, if the curve is in the picture there. */
    void dot(StepFigure.Curve curve, int step, boolean ended, List<Mark> marks) {
        double x = plot.x(step);
        double y = y(curve.at(step));
        if (!plot.contains(x, y)) {
            return;
        }
        int color = theme.optimizer(curve.color());
        marks.add(new Mark.Dot(x, y, 5, theme.plotBackground(), theme.plotBackground(), 0));
        marks.add(new Mark.Dot(x, y, 3.6, ended ? theme.plotBackground() : color, color, ended ? 1.8 : 0));
    }

    /** The pixel row of a number; zeros on a logarithmic axis lie on its bottom line. */
    private double y(double number) {
        if (number == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double y = plot.y(axis.height(number));
        return axis.logarithmic() && y > plot.bottom() ? plot.bottom() : y;
    }
}
