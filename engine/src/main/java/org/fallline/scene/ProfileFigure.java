package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * The loss along a line through parameter space, or of the only parameter there is: a curve, and on it the states of
 * optimizers, each the current one with its tangent, and what else is known of the line.
 *
 * <p>The curve goes through all losses that are known: samples, states on the line, critical points. Heights are units of
 * {@code scale}, which begins at the lowest of these; losses beyond it leave the picture at the top.
 *
 * <p>Since where states lie decides the curve and its range, all of it is {@link #overlay}; {@link #ground} is empty.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 150 or more
 * @param name of the coordinate along the line
 * @param curve the sampled loss
 * @param walks one per optimizer
 * @param start where walks begin, marked by a ring
 * @param minima known minima, marked by crosses
 * @param facts what else is known: arrows along the line, the way down along the bottom, minima and maxima; v and dv are
 *     not looked at
 */
public record ProfileFigure(
        Theme theme,
        double width,
        double height,
        String name,
        Curve curve,
        LossScale scale,
        List<Walk> walks,
        @Nullable Double start,
        List<Double> minima,
        Facts facts)
        implements LandscapeChart {

    /** The part of the height that stays free above and below the scale. */
    private static final double PAD = 0.06;

    /**
     * Losses at evenly spaced places from {@code from} to {@code to}, both included; not modified. About a sample for two
     * pixels shows a smooth curve.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Curve(double from, double to, double[] losses) {
        public Curve {
            if (losses.length < 2 || !(to > from) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException(
                        "a profile needs two losses at least and an ascending, finite range");
            }
        }

        double at(int index) {
            return index == losses.length - 1 ? to : from + (to - from) * index / (losses.length - 1);
        }

        boolean covers(double t) {
            return t >= from && t <= to;
        }
    }

    /**
     * The states of an optimizer, step 0 first; the arrays are not modified.
     *
     * @param color index of {@link Theme#optimizer}
     * @param t their places along the line, or of their shadows on it
     * @param losses of the states themselves; empty when unknown: then they are drawn on the curve
     * @param slopes of the loss along the line at the states; empty when unknown: then there is no tangent
     * @param distances of the states from the line; empty when all are on it
     * @param current the step shown, clamped to the steps there are
     * @param endedEarly true when the run could not go on after its last state
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Walk(
            String name,
            int color,
            double[] t,
            double[] losses,
            double[] slopes,
            double[] distances,
            int current,
            boolean endedEarly) {
        public Walk {
            if (t.length == 0
                    || (losses.length != 0 && losses.length != t.length)
                    || (slopes.length != 0 && slopes.length != t.length)
                    || (distances.length != 0 && distances.length != t.length)) {
                throw new IllegalArgumentException("a walk of " + t.length + " states needs one at least, and as many"
                        + " losses, slopes and distances, or none, but has " + losses.length + ", " + slopes.length
                        + " and " + distances.length);
            }
            current = Math.max(0, Math.min(current, t.length - 1));
        }

        boolean isOffLine(int step) {
            return distances.length > 0 && distances[step] > LandscapeFigure.Path.ON_PLANE;
        }
    }

    public ProfileFigure {
        if (!(width >= 200 && height >= 150 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a profile is 200 × 150 px at least");
        }
        walks = List.copyOf(walks);
        minima = List.copyOf(minima);
        scale = ProfileScale.reaching(scale, lowest(curve, walks, facts));
    }

    /** A line of which nothing is known but known minima. */
    public ProfileFigure(
            Theme theme,
            double width,
            double height,
            String name,
            Curve curve,
            LossScale scale,
            List<Walk> walks,
            @Nullable Double start,
            List<Double> minima) {
        this(theme, width, height, name, curve, scale, walks, start, minima, Facts.NONE);
    }

    /** The same figure with these facts drawn on it. */
    public ProfileFigure withFacts(Facts known) {
        return new ProfileFigure(theme, width, height, name, curve, scale, walks, start, minima, known);
    }

    /** The lowest loss that is known on the curve beside its samples; infinite if there is none. */
    private static double lowest(Curve curve, List<Walk> walks, Facts facts) {
        double lowest = Double.POSITIVE_INFINITY;
        for (Walk walk : walks) {
            for (int i = 0; i < walk.losses().length; i++) {
                boolean counts = curve.covers(walk.t()[i]) && !walk.isOffLine(i) && walk.losses()[i] < lowest;
                lowest = counts ? walk.losses()[i] : lowest;
            }
        }
        for (CriticalMark point : facts.critical()) {
            lowest = curve.covers(point.u()) && point.loss() < lowest ? point.loss() : lowest;
        }
        return lowest;
    }

    /** Where places along the line (u) and units of the scale (v) are in the figure. */
    @Override
    public PlotArea plot() {
        return new Layout(this).plot;
    }

    /** What the legend names: together with size, scale and name it decides where the plot is. */
    @Override
    public List<String> legend() {
        return entries().stream().map(Legend.Entry::name).toList();
    }

    /** The whole figure. */
    @Override
    public Scene scene() {
        return scene(theme.background(), marks());
    }

    @Override
    public Scene ground() {
        return scene(theme.background(), List.of());
    }

    @Override
    public Scene ahead() {
        return scene(Color.TRANSPARENT, List.of());
    }

    @Override
    public Scene overlay() {
        return scene(Color.TRANSPARENT, marks());
    }

    @Override
    public LandscapeFigure.@Nullable Point at(double x, double y) {
        PlotArea plot = plot();
        return plot.contains(x, y) ? new LandscapeFigure.Point(plot.u(x), 0) : null;
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(width, height, background, marks, () -> ProfileText.describe(this));
    }

    /** A loss as a height of the plot: its unit, and beyond the scale a place outside the plot. */
    double height(double loss) {
        double rounding = LossScale.FLAT * Real.max(Math.abs(scale.min()), Math.abs(scale.max()));
        return loss > scale.max() + rounding
                ? 1 + beyond(loss, scale.max(), scale.loss(1 - PAD))
                : loss < scale.min() - rounding ? -beyond(loss, scale.min(), scale.loss(PAD)) : scale.unit(loss);
    }

    /** Linear on from the end of the scale as far as the pad goes, so that a curve leaves the picture in its direction. */
    private static double beyond(double loss, double end, double within) {
        double units = PAD * Math.abs(loss * 0.5 - end * 0.5) / Math.abs(end * 0.5 - within * 0.5);
        return units < PAD * 3 ? units : PAD * 3;
    }

    private List<Mark> marks() {
        Layout layout = new Layout(this);
        PlotArea plot = layout.plot;
        ProfileMarks states = new ProfileMarks(this, plot);
        ProfileArrows arrows = new ProfileArrows(this, plot, states);
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        for (double height : layout.heights.at()) {
            double y = plot.y(height);
            marks.add(Mark.Line.segment(plot.left(), y, plot.right(), y, theme.gridLine(), 1));
        }
        arrows.field(marks);
        states.curve(marks);
        Note.paint(ProfileText.note(this), plot.left() + plot.width() / 2, plot.bottom(), layout.size, theme, marks);
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, layout.ticks, name, layout.size, theme, marks);
        Axes.left(plot, layout.heights, layout.size, theme, marks);
        marks.add(Legend.text(
                "↑ " + LossTexts.name(scale),
                Header.PAD,
                plot.top() - 8,
                Mark.Label.Anchor.START,
                layout.size,
                theme.ink()));
        for (int i = 0; i < layout.rows.size(); i++) {
            double baseline =
                    layout.rowsBesideName ? plot.top() - 8 : Header.PAD + layout.size * 0.8 + i * (layout.size + 8);
            Legend.names(layout.rows.get(i), layout.namesLeft, baseline, layout.size, theme, marks);
        }
        states.points(marks);
        for (Walk walk : walks) {
            states.walked(walk, marks);
        }
        if (start != null) {
            states.start(start, marks);
        }
        arrows.steps(marks);
        for (Walk walk : walks) {
            states.current(walk, marks);
        }
        if (facts.field() != null) {
            for (Walk walk : walks) {
                arrows.slope(walk, marks);
            }
        }
        return marks;
    }

    private List<Legend.Entry> entries() {
        List<Legend.Entry> entries = new ArrayList<>();
        boolean shadows = false;
        for (Walk walk : walks) {
            entries.add(Legend.Entry.stroke(walk.name(), theme.optimizer(walk.color())));
            for (int i = 0; i < walk.t().length && !shadows; i++) {
                shadows = walk.isOffLine(i);
            }
        }
        if (shadows) {
            int color = theme.mutedInk();
            entries.add(new Legend.Entry(
                    Say.of("legend.lineShadow", "shadow of a state off the line"),
                    (x, y, unit, out) -> Header.key(theme, unit).shadow(x, y, color, out)));
        }
        List<CriticalMark> unknown =
                facts.critical().stream().filter(point -> !isKnown(point)).toList();
        Header.facts(theme, facts, unknown, !minima.isEmpty(), entries);
        return entries;
    }

    /** The critical point is one of the known minima. */
    boolean isKnown(CriticalMark point) {
        double near = LandscapeFigure.SAME_PLACE * (curve.to() - curve.from());
        return point.kind() == CriticalPoint.Kind.MINIMUM
                && minima.stream().anyMatch(known -> Math.abs(known - point.u()) < near);
    }

    /** The figure's rows from the top: names beside the axis' name or above it, the plot, its axis. */
    private static final class Layout {
        final double size;
        final PlotArea plot;
        final AxisTicks ticks;
        final AxisTicks heights;
        final List<List<Legend.Entry>> rows;
        final boolean rowsBesideName;
        final double namesLeft;

        Layout(ProfileFigure figure) {
            size = Axes.fontSize(figure.width);
            List<Legend.Entry> entries = figure.entries();
            double name = Legend.textWidth("↑ " + LossTexts.name(figure.scale), size) + 2 * size;
            double full = figure.width - 2 * Header.PAD;
            rowsBesideName = Legend.rows(entries, full - name, size).size() <= 1;
            rows = Legend.rows(entries, rowsBesideName ? full - name : full, size);
            namesLeft = rowsBesideName ? Header.PAD + name : Header.PAD;
            double top = Header.PAD + size + 8 + (rowsBesideName ? 0 : rows.size() * (size + 8));
            double plotHeight = figure.height - top - Axes.bottomMargin(figure.curve.from(), figure.curve.to(), size);
            double[] losses = apart(figure.scale, Axes.count(plotHeight, size * 3), size * 1.6 / plotHeight);
            double[] units = new double[losses.length];
            for (int i = 0; i < losses.length; i++) {
                units[i] = figure.scale.unit(losses[i]);
            }
            heights = new AxisTicks(units, LossTexts.of(figure.scale, losses, Ticks.USUAL_DIGITS), "");
            double left = Axes.leftMargin(heights.texts(), size);
            Window window = new Window(figure.curve.from(), figure.curve.to(), -PAD, 1 + PAD);
            plot = new PlotArea(window, left, top, figure.width - left - Header.PAD, plotHeight);
            ticks = Axes.bottomTicks(window, plot.width(), size);
        }

        /** The scale's ticks without those whose numbers would touch the one below. */
        private static double[] apart(LossScale scale, int count, double room) {
            double[] ticks = scale.ticks(count);
            double[] kept = new double[ticks.length];
            int used = 0;
            double free = Double.NEGATIVE_INFINITY;
            for (double tick : ticks) {
                if (scale.unit(tick) >= free && tick <= scale.max()) {
                    kept[used++] = tick;
                    free = scale.unit(tick) + room;
                }
            }
            return Arrays.copyOf(kept, used);
        }
    }

    /** A place along the line as read in a description. */
    String place(double t) {
        return name + " = " + Digits.text(t, Digits.between(curve.from(), curve.to()));
    }
}
