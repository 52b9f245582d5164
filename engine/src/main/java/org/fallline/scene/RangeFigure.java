package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.fallline.study.RangeFindings;

/**
 * A learning-rate range test: the loss by the rate, with marks where it falls most steeply and where it diverges.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 120 or more
 * @param name the optimizer's
 * @param color index of {@link Theme#optimizer}
 * @param findings of the test so far
 * @param isDone whether that is all
 * @param rate the optimizer's present learning rate
 */
public record RangeFigure(
        Theme theme,
        double width,
        double height,
        String name,
        int color,
        RangeFindings findings,
        boolean isDone,
        double rate) {
    private static final double PAD = 12;
    private static final double[] DASH = {4, 3};

    public RangeFigure {
        if (!(width >= 200 && height >= 120 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of a range test is 200 × 120 px at least");
        }
    }

    /** Where decimal logarithms of rates (u) and heights (v) are in the figure. */
    public PlotArea plot() {
        double size = Axes.fontSize(width);
        StepFigure.Axis axis = axis();
        double[] rates = findings.rates();
        double low = Real.log10(RangeFindings.LEAST);
        double high = rates.length > 1 ? Real.max(Real.log10(rates[rates.length - 1]), low + 4) : low + 9;
        double left = Axes.leftMargin(axis.ticks().texts(), size);
        double top = PAD + size + 6;
        return new PlotArea(
                new Window(low, high, axis.low(), axis.high()),
                left,
                top,
                width - left - PAD,
                height - top - Axes.bottomMargin(0, 1, size));
    }

    /** The rate at a pixel column, to two digits. */
    public double rateAt(double x) {
        return RangeFindings.rounded(Real.pow(10, plot().u(x)));
    }

    private StepFigure.Axis axis() {
        double[] all = new double[findings.losses().length + 1];
        all[0] = findings.start();
        System.arraycopy(findings.losses(), 0, all, 1, all.length - 1);
        StepFigure.Curve curve = new StepFigure.Curve(name, color, Series.of(all), false);
        return new StepFigure(theme, width, height, loss(), List.of(curve), Math.max(1, all.length - 1), 0).axis();
    }

    /** The whole figure. */
    public Scene scene() {
        double size = Axes.fontSize(width);
        StepFigure.Axis axis = axis();
        PlotArea plot = plot();
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        double[] heights = new double[axis.ticks().at().length];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = axis.height(axis.ticks().at()[i]);
            double y = plot.y(heights[i]);
            marks.add(Mark.Line.segment(plot.left(), y, plot.right(), y, theme.gridLine(), 1));
        }
        diverged(plot, marks);
        double now = plot.x(Real.log10(rate));
        if (rate > 0 && now >= plot.left() && now <= plot.right()) {
            double[] xs = {now, now};
            marks.add(new Mark.Line(
                    xs, new double[] {plot.top(), plot.bottom()}, false, Color.withOpacity(theme.ink(), 0.6), 1, DASH));
        }
        curve(plot, axis, marks);
        steepest(plot, axis, size, marks);
        Axes.frame(plot, theme, marks);
        double[] decades = Ticks.log(
                Real.pow(10, plot.window().uMin()),
                Real.pow(10, plot.window().uMax()),
                Axes.count(plot.width(), size * 5));
        double[] at = new double[decades.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Real.log10(decades[i]);
        }
        AxisTicks bottom = new AxisTicks(at, Ticks.texts(decades, Ticks.USUAL_DIGITS), "");
        Axes.bottom(plot, bottom, Say.of("axis.learningRate", "learning rate"), size, theme, marks);
        Axes.left(plot, new AxisTicks(heights, axis.ticks().texts(), ""), size, theme, marks);
        marks.add(Legend.text(axis.name(loss()), PAD, plot.top() - 7, Mark.Label.Anchor.START, size, theme.ink()));
        Legend.Entry entry = Legend.Entry.stroke(isDone ? name : name + " …", theme.optimizer(color));
        double names = PAD + Legend.textWidth(StepFigure.Axis.logarithmicName(loss()), size) + 2 * size;
        Legend.names(List.of(entry), names, plot.top() - 7, size, theme, marks);
        return new Scene(width, height, theme.background(), marks, this::describe);
    }

    private void curve(PlotArea plot, StepFigure.Axis axis, List<Mark> marks) {
        int count = findings.losses().length;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = plot.x(Real.log10(findings.rates()[i]));
            y[i] = y(findings.losses()[i], plot, axis);
        }
        for (Clip.Piece piece : new Clip(plot).pieces(x, y, count)) {
            marks.add(Mark.Line.open(piece.x(), piece.y(), theme.optimizer(color), 2));
        }
    }

    private static double y(double loss, PlotArea plot, StepFigure.Axis axis) {
        double y = loss == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : plot.y(axis.height(loss));
        return axis.logarithmic() && y > plot.bottom() ? plot.bottom() : y;
    }

    /** Rates that lead away are behind a veil. */
    private void diverged(PlotArea plot, List<Mark> marks) {
        if (findings.diverged() >= 0) {
            double from = plot.x(Real.log10(findings.rates()[findings.diverged()]));
            int veil = Color.withOpacity(theme.mutedInk(), 0.16);
            marks.add(Mark.Area.rectangle(from, plot.top(), plot.right() - from, plot.height(), veil));
        }
    }

    private void steepest(PlotArea plot, StepFigure.Axis axis, double size, List<Mark> marks) {
        int at = findings.steepest();
        if (at < 0) {
            return;
        }
        double x = plot.x(Real.log10(findings.rates()[at]));
        double y = y(findings.losses()[at], plot, axis);
        if (!plot.contains(x, y)) {
            return;
        }
        marks.add(new Mark.Dot(x, y, 5.5, theme.plotBackground(), theme.optimizer(color), 2.4));
        String text = Say.of("range.steepest", "steepest {0}", Ticks.text(findings.rates()[at], 2));
        boolean fitsLeft = x - 10 - Legend.textWidth(text, size) > plot.left();
        marks.add(new Mark.Label(
                text,
                fitsLeft ? x - 10 : x + 10,
                Real.min(plot.bottom() - 6, y + size * 1.2),
                fitsLeft ? Mark.Label.Anchor.END : Mark.Label.Anchor.START,
                size,
                true,
                theme.ink(),
                theme.plotBackground()));
        if (findings.diverged() >= 0) {
            double from = plot.x(Real.log10(findings.rates()[findings.diverged()]));
            String away = Say.of("range.diverges", "diverges");
            if (from + 6 + Legend.textWidth(away, size) < plot.right()) {
                marks.add(Legend.text(
                        away, from + 6, plot.bottom() - 7, Mark.Label.Anchor.START, size, theme.mutedInk()));
            }
        }
    }

    private static String loss() {
        return Say.of("quantity.loss", "loss");
    }

    private String describe() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                isDone
                        ? Say.of("range.test", "Learning-rate range test of {0}.", name)
                        : Say.of("range.underWay", "Learning-rate range test of {0}, under way.", name));
        int steepest = findings.steepest();
        sentences.add(
                steepest < 0
                        ? Say.of("range.never", "The loss falls at no rate so far.")
                        : Say.of(
                                "range.steepestAt",
                                "The loss falls most steeply at {0}.",
                                Ticks.text(findings.rates()[steepest], 2)));
        if (findings.diverged() >= 0) {
            sentences.add(Say.of(
                    "range.divergesFrom",
                    "From {0} on it diverges.",
                    Ticks.text(findings.rates()[findings.diverged()], 2)));
        }
        sentences.add(Say.of("range.rate", "The present rate is {0}.", Ticks.text(rate, 3)));
        return String.join(" ", sentences);
    }
}
