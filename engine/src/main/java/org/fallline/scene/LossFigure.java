package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;

/**
 * The losses of optimizers over their steps: one line each, faint where the step shown has not come yet.
 *
 * <p>The scale is logarithmic when no loss is negative and the largest is more than {@value #WIDE} times the smallest
 * positive one; zeros are then drawn at the bottom, which is at most {@value #DECADES} decades below the top. Losses far
 * above all starting losses leave the picture at the top, so that a run that diverges does not flatten the others.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 100 or more
 * @param steps the last step of the horizontal axis, 1 or more
 * @param current the step that the vertical rule marks, from 0 to {@code steps}
 */
public record LossFigure(Theme theme, double width, double height, List<Curve> curves, int steps, int current) {
    /** Ratio of losses beyond which a linear scale hides the small ones. */
    static final double WIDE = 50;

    /** Decades shown at most: a little more than the digits of a double. */
    static final int DECADES = 18;

    /** Losses up to so many times the largest start are shown. */
    private static final double HEADROOM_LINEAR = 2;

    private static final double HEADROOM_LOG = 100;

    /** Losses beyond leave the picture, so that the extent of the axis remains a number. */
    private static final double GREATEST = 1e307;

    /**
     * The losses of an optimizer by step, from step 0; not modified.
     *
     * @param color index of {@link Theme#optimizer}
     * @param endedEarly true when the run could not go on after its last state
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Curve(String name, int color, double[] losses, boolean endedEarly) {
        public Curve {
            if (losses.length == 0) {
                throw new IllegalArgumentException("a loss curve needs the loss of step 0 at least");
            }
        }

        /** The loss at a step, or at the last one there is. */
        double at(int step) {
            return losses[Math.min(step, losses.length - 1)];
        }
    }

    public LossFigure {
        if (!(width >= 200 && height >= 100 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a loss figure is 200 × 100 px at least");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("a loss figure needs a step at least, but has " + steps);
        }
        curves = List.copyOf(curves);
        current = Math.max(0, Math.min(current, steps));
    }

    /** The vertical axis: losses as heights, and the round ones among them. */
    record Axis(boolean logarithmic, double low, double high, AxisTicks ticks) {
        String name() {
            return "↑ loss" + (logarithmic ? " (log)" : ticks.base());
        }

        /** A loss in units of the plot's v, which is its decimal logarithm on a logarithmic axis. */
        double height(double loss) {
            return logarithmic && !Double.isNaN(loss) ? Real.log10(loss > 0 ? loss : Double.MIN_NORMAL) : loss;
        }
    }

    /** Where steps (u) and heights (v: losses, or their decimal logarithms) are in the figure. */
    public PlotArea plot() {
        return new Layout(this).plot;
    }

    /** The loss axis is logarithmic. */
    public boolean isLogarithmic() {
        return axis().logarithmic;
    }

    /** The whole figure. */
    public Scene scene() {
        Layout layout = new Layout(this);
        PlotArea plot = layout.plot;
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        for (double tick : layout.axis.ticks.at()) {
            double y = plot.y(layout.axis.height(tick));
            marks.add(Mark.Line.segment(plot.left(), y, plot.right(), y, theme.gridLine(), 1));
        }
        double now = plot.x(current);
        marks.add(Mark.Line.segment(now, plot.top(), now, plot.bottom(), Color.withOpacity(theme.ink(), 0.55), 1));
        LossLines lines = new LossLines(plot, theme, layout.axis, current);
        for (Curve curve : curves) {
            lines.line(curve, marks);
        }
        for (Curve curve : curves) {
            lines.now(curve, marks);
        }
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, AxisTicks.plain(layout.stepTicks), "step", layout.size, theme, marks);
        Axes.left(plot, new AxisTicks(layout.heights(), layout.axis.ticks.texts(), ""), layout.size, theme, marks);
        marks.add(Legend.text(
                layout.axis.name(), Layout.PAD, plot.top() - 7, Mark.Label.Anchor.START, layout.size, theme.ink()));
        for (int i = 0; i < layout.rows.size(); i++) {
            Legend.names(layout.rows.get(i), layout.namesLeft, layout.rowBaseline(i), layout.size, theme, marks);
        }
        return new Scene(width, height, theme.background(), marks, () -> LossText.describe(this));
    }

    /** The axis that shows all of these losses that can be shown together. */
    Axis axis() {
        double min = Double.POSITIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double start = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double loss : curve.losses) {
                if (Double.isFinite(loss)) {
                    min = Real.min(min, loss);
                    max = Real.max(max, loss);
                    positive = loss > 0 ? Real.min(positive, loss) : positive;
                }
            }
            start = Double.isFinite(curve.at(0)) ? Real.max(start, curve.at(0)) : start;
        }
        if (min > max) {
            return new Axis(false, 0, 1, AxisTicks.plain(new double[] {0, 1}));
        }
        if (start < min || start == Double.NEGATIVE_INFINITY) {
            start = max;
        }
        int ticks = Axes.count(height, Axes.fontSize(width) * 4);
        if (min >= 0 && max / positive > WIDE) {
            double top = Real.min(max, Real.max(start, positive) * HEADROOM_LOG);
            double bottom = Real.max(positive, top / Real.pow(10, DECADES));
            double low = Real.log10(bottom);
            double high = Real.log10(top);
            double pad = Real.max(0.04 * (high - low), 0.05);
            double[] round = Ticks.log(bottom, top, ticks);
            return new Axis(true, low - pad, high + pad, AxisTicks.plain(round));
        }
        return linear(
                min, Real.min(max, start + (HEADROOM_LINEAR - 1) * Real.max(start - min, Math.abs(start))), ticks);
    }

    private static Axis linear(double lowest, double highest, int ticks) {
        double min = Real.max(lowest, -GREATEST);
        double top = Real.min(highest, GREATEST);
        double spread = top * 0.5 - min * 0.5;
        // A loss that hardly moves still deserves an axis around it.
        double least = top > min ? 1e-6 * Math.abs(top) : top == 0 ? 0.5 : 0.5 * Math.abs(top);
        double pad = Real.max(0.1 * spread, least);
        double low = min >= 0 && min - pad < 0 ? 0 : min - pad;
        double high = top + pad;
        return new Axis(false, low, high, AxisTicks.of(low, high, ticks));
    }

    /** The figure's rows from the top: names beside the axis' name or above it, the plot, its axis. */
    private static final class Layout {
        static final double PAD = 12;

        final double size;
        final Axis axis;
        final double[] stepTicks;
        final PlotArea plot;
        final List<List<Legend.Entry>> rows;
        final boolean rowsBesideName;
        final double namesLeft;

        Layout(LossFigure figure) {
            size = Axes.fontSize(figure.width);
            axis = figure.axis();
            List<Legend.Entry> entries = new ArrayList<>();
            for (Curve curve : figure.curves) {
                entries.add(Legend.Entry.stroke(curve.name, figure.theme.optimizer(curve.color)));
            }
            double name = Legend.textWidth(axis.ticks.base().isEmpty() ? "↑ loss (log)" : axis.name(), size) + 2 * size;
            double beside = figure.width - 2 * PAD - name;
            rowsBesideName = Legend.rows(entries, beside, size).size() <= 1;
            rows = Legend.rows(entries, rowsBesideName ? beside : figure.width - 2 * PAD, size);
            namesLeft = rowsBesideName ? PAD + name : PAD;
            double top = PAD + size + 6 + (rowsBesideName ? 0 : rows.size() * (size + 8));
            double left = Axes.leftMargin(axis.ticks.texts(), size);
            Window window = new Window(0, figure.steps, axis.low, axis.high);
            plot = new PlotArea(
                    window,
                    left,
                    top,
                    figure.width - left - PAD,
                    figure.height - top - Axes.bottomMargin(0, figure.steps, size));
            stepTicks = wholeSteps(Ticks.linear(0, figure.steps, Axes.count(plot.width(), size * 5)));
        }

        double rowBaseline(int row) {
            return rowsBesideName ? plot.top() - 7 : PAD + size * 0.8 + row * (size + 8);
        }

        double[] heights() {
            double[] heights = new double[axis.ticks.at().length];
            for (int i = 0; i < heights.length; i++) {
                heights[i] = axis.height(axis.ticks.at()[i]);
            }
            return heights;
        }

        /** Without the halves and fifths of a step that a short run would be given. */
        private static double[] wholeSteps(double[] ticks) {
            return ticks.length > 1 && ticks[1] - ticks[0] < 1 ? Ticks.linear(0, ticks[ticks.length - 1], 1) : ticks;
        }
    }
}
