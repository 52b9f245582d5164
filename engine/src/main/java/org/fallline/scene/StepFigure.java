package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of optimizers over their steps, such as the loss: one line each, faint where the step shown has not come yet, and
 * dashed where it is of test examples.
 *
 * <p>The scale is logarithmic when no number is negative and the largest is more than {@value #WIDE} times the smallest
 * positive one; zeros are then drawn at the bottom, which is at most {@value #DECADES} decades below the top. Numbers far
 * above all those at the start leave the picture at the top, so that a run that diverges does not flatten the others.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 100 or more
 * @param quantity what the curves are of, as it is within a sentence
 * @param steps the last step of the horizontal axis, 1 or more
 * @param current the step that the vertical rule marks, from 0 to {@code steps}
 * @param pointed the step whose numbers a box tells, or {@link #NOWHERE}
 */
public record StepFigure(
        Theme theme,
        double width,
        double height,
        String quantity,
        List<Curve> curves,
        int steps,
        int current,
        int pointed) {
    /** No step is pointed at. */
    public static final int NOWHERE = -1;

    /** Ratio of numbers beyond which a linear scale hides the small ones. */
    static final double WIDE = 50;

    /** Decades shown at most: a little more than the digits of a double. */
    static final int DECADES = 18;

    /** Numbers up to so many times the largest start are shown. */
    private static final double HEADROOM_LINEAR = 2;

    private static final double HEADROOM_LOG = 100;

    /** The opacity of the veil over the steps to come, through which curves are faint. */
    private static final double VEIL = 0.65;

    /** Numbers beyond leave the picture, so that the extent of the axis remains a number. */
    private static final double GREATEST = 1e307;

    /**
     * The quantity of an optimizer by step.
     *
     * @param color index of {@link Theme#optimizer}
     * @param test what it is of the test examples, or null; drawn dashed
     * @param endedEarly true when the run could not go on after its last state
     */
    public record Curve(
            String name, int color, Series series, @Nullable Series test, boolean endedEarly) {
        /** A curve without test examples. */
        public Curve(String name, int color, Series series, boolean endedEarly) {
            this(name, color, series, null, endedEarly);
        }

        /** The number at a step, or at the last one there is. */
        double at(int step) {
            return series.at(step);
        }
    }

    /** A figure in which nobody points at a step. */
    public StepFigure(
            Theme theme, double width, double height, String quantity, List<Curve> curves, int steps, int current) {
        this(theme, width, height, quantity, curves, steps, current, NOWHERE);
    }

    public StepFigure {
        if (!(width >= 200 && height >= 100 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure by step is 200 × 100 px at least");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("a figure by step needs a step at least, but has " + steps);
        }
        curves = List.copyOf(curves);
        current = Math.max(0, Math.min(current, steps));
        pointed = pointed < 0 ? NOWHERE : Math.min(pointed, steps);
    }

    /** The vertical axis: numbers as heights, and the round ones among them. */
    record Axis(boolean logarithmic, double low, double high, AxisTicks ticks) {
        String name(String quantity) {
            return logarithmic ? logarithmicName(quantity) : "↑ " + quantity + ticks.base();
        }

        static String logarithmicName(String quantity) {
            return "↑ " + Say.of("axis.logarithmic", "{0} (log)", quantity);
        }

        /** A number in units of the plot's v, which is its decimal logarithm on a logarithmic axis. */
        double height(double number) {
            return logarithmic && !Double.isNaN(number) ? Real.log10(number > 0 ? number : Double.MIN_NORMAL) : number;
        }
    }

    /** The figure at another step, with another one, or {@link #NOWHERE}, pointed at. */
    public StepFigure at(int step, int pointedStep) {
        return new StepFigure(theme, width, height, quantity, curves, steps, step, pointedStep);
    }

    /** The step at a pixel column: the nearest one there is. */
    public int stepAt(double x) {
        return (int) Real.round(Real.max(0, Real.min(plot().u(x), steps)));
    }

    /** Where steps (u) and heights (v: numbers, or their decimal logarithms) are in the figure. */
    public PlotArea plot() {
        return new Layout(this).plot;
    }

    /** The vertical axis is logarithmic. */
    public boolean isLogarithmic() {
        return axis().logarithmic;
    }

    /** The whole figure. */
    public Scene scene() {
        Layout layout = new Layout(this);
        List<Mark> marks = new ArrayList<>(groundMarks(layout));
        marks.addAll(overlayMarks(layout));
        return scene(theme.background(), marks);
    }

    /** The curves with axes and names, which stay while only the current step and the one pointed at change. */
    public Scene ground() {
        return scene(theme.background(), groundMarks(new Layout(this)));
    }

    /** What tells the steps, on a transparent background of the same size. */
    public Scene overlay() {
        return scene(Color.TRANSPARENT, overlayMarks(new Layout(this)));
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(width, height, background, marks, () -> StepText.describe(this));
    }

    private List<Mark> groundMarks(Layout layout) {
        PlotArea plot = layout.plot;
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        for (double tick : layout.axis.ticks.at()) {
            double y = plot.y(layout.axis.height(tick));
            marks.add(Mark.Line.segment(plot.left(), y, plot.right(), y, theme.gridLine(), 1));
        }
        StepLines lines = new StepLines(plot, theme, layout.axis);
        for (Curve curve : curves) {
            lines.line(curve, marks);
        }
        Axes.bottom(plot, AxisTicks.plain(layout.stepTicks), Say.of("axis.step", "step"), layout.size, theme, marks);
        Axes.left(plot, new AxisTicks(layout.heights(), layout.axis.ticks.texts(), ""), layout.size, theme, marks);
        marks.add(Legend.text(
                layout.axis.name(quantity),
                Layout.PAD,
                plot.top() - 7,
                Mark.Label.Anchor.START,
                layout.size,
                theme.ink()));
        for (int i = 0; i < layout.rows.size(); i++) {
            Legend.names(layout.rows.get(i), layout.namesLeft, layout.rowBaseline(i), layout.size, theme, marks);
        }
        return marks;
    }

    private List<Mark> overlayMarks(Layout layout) {
        PlotArea plot = layout.plot;
        List<Mark> marks = new ArrayList<>();
        double now = plot.x(current);
        // Half a line is outside at the edges.
        double edge = StepLines.WIDTH / 2;
        marks.add(Mark.Area.rectangle(
                now,
                plot.top() - edge,
                plot.right() + edge - now,
                plot.height() + 2 * edge,
                Color.withOpacity(theme.plotBackground(), VEIL)));
        Axes.frame(plot, theme, marks);
        marks.add(Mark.Line.segment(now, plot.top(), now, plot.bottom(), Color.withOpacity(theme.ink(), 0.55), 1));
        StepLines lines = new StepLines(plot, theme, layout.axis);
        for (Curve curve : curves) {
            lines.now(curve, current, marks);
        }
        if (pointed != NOWHERE) {
            new StepReading(this, plot, layout.size).paint(lines, marks);
        }
        return marks;
    }

    /** Some curve is of test examples too. */
    boolean hasTest() {
        return curves.stream().anyMatch(curve -> curve.test != null);
    }

    /** The axis that shows all of these numbers that can be shown together. */
    Axis axis() {
        double min = Double.POSITIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double start = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (Series series : curve.test == null ? List.of(curve.series) : List.of(curve.series, curve.test)) {
                min = Real.min(min, series.min());
                max = Real.max(max, series.max());
                positive = Real.min(positive, series.leastPositive());
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
        // A quantity that hardly moves still deserves an axis around it.
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

        Layout(StepFigure figure) {
            size = Axes.fontSize(figure.width);
            axis = figure.axis();
            List<Legend.Entry> entries = new ArrayList<>();
            for (Curve curve : figure.curves) {
                entries.add(Legend.Entry.stroke(curve.name, figure.theme.optimizer(curve.color)));
            }
            if (figure.hasTest()) {
                entries.add(new Legend.Entry(
                        Say.of("data.test", "test"),
                        (x, y, unit, marks) -> marks.add(new Mark.Line(
                                new double[] {x - 7.5 * unit, x + 7.5 * unit},
                                new double[] {y, y},
                                false,
                                figure.theme.ink(),
                                StepLines.WIDTH * unit,
                                StepLines.DASHED))));
            }
            String longest =
                    axis.ticks.base().isEmpty() ? Axis.logarithmicName(figure.quantity) : axis.name(figure.quantity);
            double name = Legend.textWidth(longest, size) + 2 * size;
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
