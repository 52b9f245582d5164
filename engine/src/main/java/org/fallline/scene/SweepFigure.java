package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.fallline.study.SweepPlan;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a heat map: learning rates to the right, a second hyper-parameter upwards, the loss at the end as colour, a cross where
 * it diverged. The lowest is framed, the present values are marked by a ring.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 140 or more
 * @param name the optimizer's
 * @param losses by the plan's order; NaN where it is not known yet; not modified
 * @param start the loss at the start: what is above it is as pale as it
 * @param steps after which they are
 * @param rate the present learning rate
 * @param value the present second hyper-parameter
 * @param pointed the index of the descent whose numbers are told, or −1
 */
@SuppressWarnings("ArrayRecordComponent")
public record SweepFigure(
        Theme theme,
        double width,
        double height,
        String name,
        SweepPlan plan,
        double[] losses,
        double start,
        int steps,
        double rate,
        double value,
        int pointed) {
    private static final double PAD = 12;

    private static final double WIDEST_BAR = 200;
    private static final double BAR_SHARE = 0.45;

    /** Of a logarithmic scale, when a loss is all but 0. */
    private static final double LEAST_OFFSET = 1e-8;

    /** Ratio of losses beyond which colours are by the logarithm. */
    private static final double WIDE = 20;

    public SweepFigure {
        if (!(width >= 200 && height >= 140 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of a sweep is 200 × 140 px at least");
        }
        if (losses.length != plan.size()) {
            throw new IllegalArgumentException(
                    "a sweep of " + plan.size() + " descents has " + losses.length + " losses");
        }
    }

    /** Where the cells are. */
    private record Layout(double size, double left, double top, double across, double down) {}

    private Layout layout() {
        double size = Axes.fontSize(width);
        double left = Axes.leftMargin(texts(plan.values()), size);
        double top = barTop(size) + Legend.BAR * Legend.unit(size) + size + 12;
        double across = (width - left - PAD) / plan.rates().size();
        double down =
                (height - top - Axes.bottomMargin(0, 1, size)) / plan.values().size();
        return new Layout(size, left, top, across, down);
    }

    /** The bar of colours stands below the text that tells a loss. */
    private static double barTop(double size) {
        return PAD + size + 9;
    }

    private static String[] texts(List<Double> numbers) {
        return numbers.stream().map(number -> Ticks.text(number, 2)).toArray(String[]::new);
    }

    /** The index of the descent at a pixel, or −1. */
    public int descentAt(double x, double y) {
        Layout layout = layout();
        int column = (int) Math.floor((x - layout.left) / layout.across);
        int row = plan.values().size() - 1 - (int) Math.floor((y - layout.top) / layout.down);
        boolean within = column >= 0
                && column < plan.rates().size()
                && row >= 0
                && row < plan.values().size();
        return within ? row * plan.rates().size() + column : -1;
    }

    /** The index of the lowest loss; −1 if there is none yet. */
    public int lowest() {
        int lowest = -1;
        for (int i = 0; i < losses.length; i++) {
            if (Real.isFinite(losses[i]) && (lowest < 0 || losses[i] < losses[lowest])) {
                lowest = i;
            }
        }
        return lowest;
    }

    /** The whole figure. */
    public Scene scene() {
        Layout layout = layout();
        List<Mark> marks = new ArrayList<>();
        LossScale scale = scale();
        for (int i = 0; i < losses.length; i++) {
            cell(i, layout, scale, marks);
        }
        int lowest = lowest();
        if (lowest >= 0) {
            frame(lowest, layout, theme.ink(), 2.5, marks);
        }
        if (pointed >= 0 && pointed < losses.length) {
            frame(pointed, layout, Color.withOpacity(theme.ink(), 0.7), 1.5, marks);
        }
        present(layout, marks);
        axes(layout, marks);
        if (scale != null) {
            double barWidth = Real.min(WIDEST_BAR * Legend.unit(layout.size), BAR_SHARE * width);
            Legend.bar(scale, theme.map(), theme, width - PAD, barTop(layout.size), barWidth, layout.size, marks);
        }
        int told = pointed >= 0 && pointed < losses.length ? pointed : lowest;
        String what = told < 0
                ? name + " …"
                : told == lowest && pointed < 0 ? Say.of("sweep.lowest", "lowest: {0}", reading(told)) : reading(told);
        marks.add(Legend.text(what, PAD, PAD + layout.size * 0.8, Mark.Label.Anchor.START, layout.size, theme.ink()));
        return new Scene(width, height, theme.background(), marks, this::describe);
    }

    private String reading(int index) {
        double loss = losses[index];
        String at = Ticks.text(plan.rates().get(index % plan.rates().size()), 2);
        String symbol = plan.setting().symbol();
        String second = Ticks.text(plan.values().get(index / plan.rates().size()), 2);
        return Double.isNaN(loss) || Real.isFinite(loss)
                ? Say.of(
                        "sweep.loss",
                        "loss {0} at η = {1}, {2} = {3}",
                        Double.isNaN(loss) ? "…" : Ticks.text(loss, 4),
                        at,
                        symbol,
                        second)
                : Say.of("sweep.diverged", "loss diverged at η = {0}, {1} = {2}", at, symbol, second);
    }

    /** What the colours are by; null while no loss is known. */
    private @Nullable LossScale scale() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        for (double loss : losses) {
            if (Real.isFinite(loss)) {
                low = Real.min(low, loss);
                high = Real.max(high, loss);
                positive = loss > 0 ? Real.min(positive, loss) : positive;
            }
        }
        if (low > high) {
            return null;
        }
        high = start > low && start < high ? start : high;
        boolean isLog = low >= 0 && high > WIDE * positive;
        return isLog
                ? new LossScale.Log(low, high, Real.max(LEAST_OFFSET, positive / high))
                : new LossScale.Linear(low, high);
    }

    private void cell(int index, Layout layout, @Nullable LossScale scale, List<Mark> marks) {
        double x = x(index, layout);
        double y = y(index, layout);
        double loss = losses[index];
        int color = scale != null && Real.isFinite(loss) ? theme.map().argb(scale.unit(loss)) : theme.plotBackground();
        marks.add(Mark.Area.rectangle(x + 0.5, y + 0.5, layout.across - 1, layout.down - 1, color));
        if (loss == Double.POSITIVE_INFINITY) {
            double reach = Real.min(layout.across, layout.down) * 0.18;
            double middleX = x + layout.across / 2;
            double middleY = y + layout.down / 2;
            int ink = Color.withOpacity(theme.mutedInk(), 0.8);
            marks.add(Mark.Line.segment(middleX - reach, middleY - reach, middleX + reach, middleY + reach, ink, 1.2));
            marks.add(Mark.Line.segment(middleX - reach, middleY + reach, middleX + reach, middleY - reach, ink, 1.2));
        }
    }

    private double x(int index, Layout layout) {
        return layout.left + index % plan.rates().size() * layout.across;
    }

    private double y(int index, Layout layout) {
        int row = index / plan.rates().size();
        return layout.top + (plan.values().size() - 1 - row) * layout.down;
    }

    private void frame(int index, Layout layout, int color, double thick, List<Mark> marks) {
        double x = x(index, layout) + 1;
        double y = y(index, layout) + 1;
        double[] cornersX = {x, x + layout.across - 2, x + layout.across - 2, x};
        double[] cornersY = {y, y, y + layout.down - 2, y + layout.down - 2};
        marks.add(new Mark.Line(cornersX, cornersY, true, color, thick, new double[0]));
    }

    /** The ring at the present values, if they are among those that are tried or between them. */
    private void present(Layout layout, List<Mark> marks) {
        double column = place(plan.rates(), rate, true);
        double row = place(plan.values(), value, false);
        if (Double.isNaN(column) || Double.isNaN(row)) {
            return;
        }
        double x = layout.left + (column + 0.5) * layout.across;
        double y = layout.top + (plan.values().size() - 0.5 - row) * layout.down;
        marks.add(new Mark.Dot(x, y, 5.5, Color.TRANSPARENT, theme.casing(), 4));
        marks.add(new Mark.Dot(x, y, 5.5, Color.TRANSPARENT, theme.ink(), 2));
    }

    /** Where a number is among ascending ones, as an index with a fraction; NaN outside. */
    private static double place(List<Double> numbers, double number, boolean isLog) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) == number) {
                return i;
            }
            if (i > 0 && number > numbers.get(i - 1) && number < numbers.get(i)) {
                double from = numbers.get(i - 1);
                double to = numbers.get(i);
                double share = isLog ? Real.log(number / from) / Real.log(to / from) : (number - from) / (to - from);
                return i - 1 + share;
            }
        }
        return Double.NaN;
    }

    private void axes(Layout layout, List<Mark> marks) {
        double size = layout.size;
        double bottom = layout.top + plan.values().size() * layout.down;
        String[] values = texts(plan.values());
        for (int i = 0; i < values.length; i++) {
            if (layout.down >= size * 0.95 || i % 2 == 0) {
                double middle = layout.top + (values.length - 0.5 - i) * layout.down;
                marks.add(Legend.text(
                        values[i],
                        layout.left - 6,
                        middle + size * 0.35,
                        Mark.Label.Anchor.END,
                        size,
                        theme.mutedInk()));
            }
        }
        String title = Say.of("axis.learningRate", "learning rate") + " →";
        double end = width - PAD - Legend.textWidth(title, size) - size * 0.6;
        double baseline = bottom + 7 + size * 0.8;
        marks.add(Legend.text(title, width - PAD, baseline, Mark.Label.Anchor.END, size, theme.ink()));
        double free = 0;
        for (int i = 0; i < plan.rates().size(); i += 2) {
            String text = Ticks.text(plan.rates().get(i), 2);
            double middle = layout.left + (i + 0.5) * layout.across;
            double half = Legend.textWidth(text, size) / 2;
            if (middle + half < end && middle - half > free) {
                marks.add(Legend.text(text, middle, baseline, Mark.Label.Anchor.MIDDLE, size, theme.mutedInk()));
                free = middle + half + size * 0.5;
            }
        }
        marks.add(Legend.text(
                "↑ " + plan.setting().label().toLowerCase(Locale.ROOT),
                PAD,
                layout.top - 6,
                Mark.Label.Anchor.START,
                size,
                theme.ink()));
    }

    private String describe() {
        int done = 0;
        int diverged = 0;
        for (double loss : losses) {
            done += Double.isNaN(loss) ? 0 : 1;
            diverged += loss == Double.POSITIVE_INFINITY ? 1 : 0;
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(Say.of(
                "sweep.over",
                "Loss of {0} after {1} steps, by learning rate and {2}.",
                name,
                Decimal.text(steps),
                plan.setting().label().toLowerCase(Locale.ROOT)));
        sentences.add(Say.of(
                "sweep.known", "{0} of {1} pairs are known, {2} of them diverged.", done, losses.length, diverged));
        int lowest = lowest();
        if (lowest >= 0) {
            sentences.add(Say.of("sweep.theLowest", "The lowest: {0}.", reading(lowest)));
        }
        return String.join(" ", sentences);
    }
}
