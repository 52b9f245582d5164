package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.probe.LayerGradients;
import org.fallline.say.Say;

/**
 * The gradient's length parameter by parameter on a logarithmic scale, from the first layer to the last: now as a bar with its
 * number, over all steps as a faint curve within the parameter's column.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 120 or more
 * @param layout the parameters
 * @param history at some steps
 * @param isRelative whether numbers are the gradient's mean magnitude by that of the parameter
 * @param steps the last step there is, 1 or more
 * @param step the step now
 * @param now one number a parameter; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayersFigure(
        Theme theme,
        double width,
        double height,
        ParameterLayout layout,
        LayerGradients history,
        boolean isRelative,
        int steps,
        int step,
        double[] now) {
    /** Decades shown at most. */
    private static final int DECADES = 14;

    /** Neighbours that differ by more than this are called vanishing, or exploding. */
    private static final double STEEP = 1000;

    private static final double PAD = 12;

    public LayersFigure {
        if (!(width >= 200 && height >= 120 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of layers is 200 × 120 px at least");
        }
        if (now.length != layout.names().size()) {
            throw new IllegalArgumentException(
                    layout.names().size() + " parameters have " + now.length + " gradients to be shown");
        }
    }

    /** The figure of what a walk's gradient is at a step. */
    public static LayersFigure of(
            Theme theme,
            double width,
            double height,
            ParameterLayout layout,
            LayerGradients history,
            boolean isRelative,
            int steps,
            int step,
            double[] gradient,
            double[] params) {
        double[] now = new double[layout.names().size()];
        for (int i = 0; i < now.length; i++) {
            now[i] = isRelative
                    ? LayerGradients.relative(layout, i, gradient, params)
                    : LayerGradients.norm(layout, i, gradient);
        }
        return new LayersFigure(theme, width, height, layout, history, isRelative, steps, step, now);
    }

    /** The whole figure. */
    public Scene scene() {
        double size = Axes.fontSize(width);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double[][] past = isRelative ? history.relative() : history.norms();
        for (int i = 0; i <= past.length; i++) {
            for (double number : i < past.length ? past[i] : now) {
                if (number > 0 && number < Double.POSITIVE_INFINITY) {
                    low = number < low ? number : low;
                    high = number > high ? number : high;
                }
            }
        }
        double top = high > 0 ? Real.log10(high) : 0;
        double bottom = high > 0 ? Real.max(Real.log10(low), top - DECADES) : -1;
        double pad = Real.max(0.06 * (top - bottom), 0.3);
        Window window = new Window(0, now.length, bottom - pad, top + pad);
        double[] round = Ticks.log(Real.pow(10, bottom - pad), Real.pow(10, top + pad), Axes.count(height, size * 4));
        AxisTicks ticks = AxisTicks.plain(round);
        double left = Axes.leftMargin(ticks.texts(), size);
        double above = PAD + size + 6;
        PlotArea plot =
                new PlotArea(window, left, above, width - left - PAD, height - above - Axes.bottomMargin(0, 1, size));
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        double[] at = new double[round.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Real.log10(round[i]);
            double y = plot.y(at[i]);
            marks.add(Mark.Line.segment(plot.left(), y, plot.right(), y, theme.gridLine(), 1));
        }
        Clip clip = new Clip(plot);
        for (int i = 0; i < now.length; i++) {
            past(i, past[i], plot, clip, marks);
        }
        joined(plot, marks);
        for (int i = 0; i < now.length; i++) {
            now(i, plot, size, marks);
        }
        Axes.frame(plot, theme, marks);
        Axes.left(plot, new AxisTicks(at, ticks.texts(), ""), size, theme, marks);
        String name = StepFigure.Axis.logarithmicName(
                isRelative
                        ? Say.of("quantity.relativeGradient", "mean |g| by mean |w|")
                        : Say.of("quantity.gradientNorm", "gradient norm"));
        marks.add(Legend.text(name, PAD, plot.top() - 7, Mark.Label.Anchor.START, size, theme.ink()));
        return new Scene(width, height, theme.background(), marks, this::describe);
    }

    private double y(double number, PlotArea plot) {
        double y = number > 0 ? plot.y(Real.log10(number)) : plot.bottom();
        return Real.max(plot.top(), Real.min(plot.bottom(), y));
    }

    /** A matrix of weights, or the number that a formula names; not a vector of biases. */
    private boolean isMain(int parameter) {
        return layout.shapes().get(parameter).rank() != 1;
    }

    private int color(int parameter) {
        return isMain(parameter) ? theme.sign(1) : theme.sign(-1);
    }

    private void past(int parameter, double[] numbers, PlotArea plot, Clip clip, List<Mark> marks) {
        double[] x = new double[numbers.length];
        double[] y = new double[numbers.length];
        int last = Math.max(1, steps);
        for (int i = 0; i < x.length; i++) {
            x[i] = plot.x(parameter + 0.1 + 0.8 * history.steps()[i] / last);
            y[i] = Double.isNaN(numbers[i]) ? Double.NaN : y(numbers[i], plot);
        }
        for (Clip.Piece piece : clip.pieces(x, y, x.length)) {
            marks.add(Mark.Line.open(piece.x(), piece.y(), Color.withOpacity(color(parameter), 0.38), 1.4));
        }
    }

    private void joined(PlotArea plot, List<Mark> marks) {
        double[] x = new double[now.length];
        double[] y = new double[now.length];
        int count = 0;
        for (int i = 0; i < now.length; i++) {
            if (isMain(i) && !Double.isNaN(now[i])) {
                x[count] = plot.x(i + 0.5);
                y[count++] = y(now[i], plot);
            }
        }
        double[] dash = {2, 4};
        marks.add(new Mark.Line(
                Arrays.copyOf(x, count), Arrays.copyOf(y, count), false, Color.withOpacity(theme.ink(), 0.5), 1, dash));
    }

    private void now(int parameter, PlotArea plot, double size, List<Mark> marks) {
        double left = plot.x(parameter + 0.1);
        double right = plot.x(parameter + 0.9);
        String name = layout.names().get(parameter);
        double room = plot.width() / now.length;
        boolean isNamed = room > Legend.textWidth(name, size) + 3 || (isMain(parameter) && room > size * 0.8);
        if (isNamed) {
            marks.add(Legend.text(
                    name,
                    plot.x(parameter + 0.5),
                    plot.bottom() + 7 + size * 0.8,
                    Mark.Label.Anchor.MIDDLE,
                    size,
                    theme.ink()));
        }
        if (Double.isNaN(now[parameter])) {
            return;
        }
        double y = y(now[parameter], plot);
        marks.add(Mark.Line.segment(left, y, right, y, theme.plotBackground(), 6));
        marks.add(Mark.Line.segment(left, y, right, y, color(parameter), 3.5));
        double x = plot.x(parameter + 0.1 + 0.8 * Math.min(step, steps) / Math.max(1, steps));
        marks.add(new Mark.Dot(x, y, 4, color(parameter), theme.plotBackground(), 1.5));
        String text = Ticks.text(now[parameter], 2);
        if (Legend.textWidth(text, size) < room) {
            double baseline = y - 8 < plot.top() + size ? y + size + 8 : y - 8;
            marks.add(new Mark.Label(
                    text,
                    plot.x(parameter + 0.5),
                    baseline,
                    Mark.Label.Anchor.MIDDLE,
                    size,
                    false,
                    theme.ink(),
                    theme.plotBackground()));
        }
    }

    private String describe() {
        List<String> told = new ArrayList<>();
        String[] numbers = Ticks.texts(now, 3);
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < now.length; i++) {
            told.add(layout.names().get(i) + ' ' + numbers[i]);
            if (isMain(i)) {
                first = Double.isNaN(first) ? now[i] : first;
                last = now[i];
            }
        }
        String list = String.join(", ", told);
        List<String> sentences = new ArrayList<>();
        sentences.add(
                isRelative
                        ? Say.of(
                                "layers.relative",
                                "The gradient's mean magnitude by the parameter's of each parameter at step {0}: {1}.",
                                step,
                                list)
                        : Say.of(
                                "layers.norms", "The gradient's norm of each parameter at step {0}: {1}.", step, list));
        if (first * STEEP < last) {
            sentences.add(Say.of("layers.vanishes", "It vanishes towards the first layers."));
        } else if (last * STEEP < first) {
            sentences.add(Say.of("layers.explodes", "It explodes towards the first layers."));
        }
        return String.join(" ", sentences);
    }
}
