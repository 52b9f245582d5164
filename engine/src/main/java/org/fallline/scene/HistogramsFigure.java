package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.say.Say;

/**
 * How the numbers of each parameter are distributed, one histogram a parameter: now as bars, at the start as a faint outline.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 100 or more
 * @param layout the parameters
 * @param quantity what the numbers are, such as weights
 * @param step the step now
 * @param now the numbers; not modified
 * @param start the numbers at step 0; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record HistogramsFigure(
        Theme theme,
        double width,
        double height,
        ParameterLayout layout,
        String quantity,
        int step,
        double[] now,
        double[] start) {
    private static final double PAD = 10;
    private static final double NARROWEST = 120;
    private static final int MOST_BINS = 24;
    private static final int LEAST_BINS = 5;
    /** The ends of an axis are told to such a share of it. */
    private static final double RESOLUTION = 0.02;

    public HistogramsFigure {
        if (!(width >= 200 && height >= 100 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of histograms is 200 × 100 px at least");
        }
        if (now.length != layout.size() || start.length != now.length) {
            throw new IllegalArgumentException("parameters of " + layout.size() + " numbers have " + now.length
                    + " of them now and " + start.length + " at the start");
        }
    }

    /** How high a figure of so many parameters should be. */
    public static double height(double width, int parameters) {
        int columns = columns(width, parameters);
        int rows = (parameters + columns - 1) / columns;
        return 26 + 96.0 * rows;
    }

    private static int columns(double width, int parameters) {
        int most = Math.max(1, (int) ((width - PAD) / (NARROWEST + PAD)));
        // Weights and biases of a layer side by side, as long as two fit.
        int even = most > 1 ? most - most % 2 : 1;
        return Math.min(even, parameters);
    }

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        double size = Axes.fontSize(width);
        int count = layout.names().size();
        int columns = columns(width, count);
        int rows = (count + columns - 1) / columns;
        double top = PAD + size + 4;
        double across = (width - PAD) / columns;
        double down = (height - top) / rows;
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int column = i % columns;
            histogram(i, PAD + column * across, top + row * down, across - PAD, down, size, marks);
        }
        List<Legend.Entry> entries = List.of(
                Legend.Entry.stroke(Say.of("histograms.now", "now"), theme.sign(0.8)),
                new Legend.Entry(
                        Say.of("histograms.start", "start"),
                        (x, y, unit, into) ->
                                into.add(Mark.Line.segment(x - 6 * unit, y, x + 6 * unit, y, theme.mutedInk(), 1.4))));
        Legend.names(entries, PAD, PAD + size * 0.7, size, theme, marks);
        return new Scene(width, height, theme.background(), marks, this::describe);
    }

    private void histogram(int parameter, double x, double y, double wide, double high, double size, List<Mark> marks) {
        int from = layout.offset(parameter);
        int count = layout.shapes().get(parameter).size();
        double low = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            for (double number : new double[] {now[i], start[i]}) {
                if (Double.isFinite(number)) {
                    low = number < low ? number : low;
                    most = number > most ? number : most;
                }
            }
        }
        int bins = Math.max(LEAST_BINS, Math.min(MOST_BINS, 2 * (int) Math.sqrt(count) + 3));
        double left = Spread.low(low, most, 0.02);
        double right = Spread.high(low, most, 0.02);
        int[] present = counts(now, from, count, left, right, bins);
        int[] before = counts(start, from, count, left, right, bins);
        int highest = 1;
        for (int i = 0; i < bins; i++) {
            highest = Math.max(highest, Math.max(present[i], before[i]));
        }
        PlotArea plot =
                new PlotArea(new Window(left, right, 0, highest * 1.06), x, y + size * 1.5, wide, high - size * 3.2);
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        if (left < 0 && right > 0) {
            marks.add(Mark.Line.segment(plot.x(0), plot.top(), plot.x(0), plot.bottom(), theme.gridLine(), 1));
        }
        double step = plot.width() / bins;
        double[] outlineX = new double[2 * bins + 2];
        double[] outlineY = new double[2 * bins + 2];
        for (int i = 0; i < bins; i++) {
            double at = plot.left() + i * step;
            if (present[i] > 0) {
                double above = plot.y(present[i]);
                double middle = left + (i + 0.5) / bins * (right - left);
                int color = theme.sign(middle < 0 ? -0.8 : 0.8);
                marks.add(Mark.Area.rectangle(at + 0.5, above, step - 1, plot.bottom() - above, color));
            }
            outlineX[2 * i + 1] = at;
            outlineX[2 * i + 2] = at + step;
            outlineY[2 * i + 1] = plot.y(before[i]);
            outlineY[2 * i + 2] = plot.y(before[i]);
        }
        outlineX[0] = plot.left();
        outlineY[0] = plot.bottom();
        outlineX[2 * bins + 1] = plot.right();
        outlineY[2 * bins + 1] = plot.bottom();
        marks.add(Mark.Line.open(outlineX, outlineY, Color.withOpacity(theme.ink(), 0.5), 1.2));
        marks.add(Mark.Line.segment(
                plot.left(), plot.bottom(), plot.right(), plot.bottom(), Color.withOpacity(theme.ink(), 0.35), 1));
        String name = layout.names().get(parameter);
        marks.add(
                new Mark.Label(name, x, y + size, Mark.Label.Anchor.START, size, true, theme.ink(), Color.TRANSPARENT));
        String numbers = Say.of("histograms.count", "{0} {0|number|numbers}", count);
        if (Legend.textWidth(name + numbers, size) + size < wide) {
            marks.add(Legend.text(numbers, x + wide, y + size, Mark.Label.Anchor.END, size, theme.mutedInk()));
        }
        double resolution = (right - left) * RESOLUTION;
        String[] ends = {Ticks.text(Ticks.round(left, resolution)), Ticks.text(Ticks.round(right, resolution))};
        double baseline = plot.bottom() + size * 1.1;
        marks.add(Legend.text(ends[0], x, baseline, Mark.Label.Anchor.START, size, theme.mutedInk()));
        marks.add(Legend.text(ends[1], x + wide, baseline, Mark.Label.Anchor.END, size, theme.mutedInk()));
    }

    private static int[] counts(double[] numbers, int from, int count, double left, double right, int bins) {
        int[] counts = new int[bins];
        for (int i = from; i < from + count; i++) {
            double share = (numbers[i] - left) / (right - left);
            if (share >= 0 && share <= 1) {
                counts[Math.min(bins - 1, (int) (share * bins))]++;
            }
        }
        return counts;
    }

    private String describe() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < layout.names().size(); i++) {
            int from = layout.offset(i);
            int count = layout.shapes().get(i).size();
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int k = from; k < from + count; k++) {
                sum += now[k];
                low = Real.min(low, now[k]);
                high = Real.max(high, now[k]);
            }
            String name = layout.names().get(i);
            told.add(
                    count == 1
                            ? name + ' ' + Ticks.text(sum, 3)
                            : Say.of(
                                    "histograms.spread",
                                    "{0} from {1} to {2}, mean {3}",
                                    name,
                                    Ticks.text(low, 3),
                                    Ticks.text(high, 3),
                                    Ticks.text(sum / count, 3)));
        }
        return Say.of(
                "histograms.over",
                "How the {0} are distributed at step {1}: {2}.",
                quantity,
                step,
                String.join("; ", told));
    }
}
