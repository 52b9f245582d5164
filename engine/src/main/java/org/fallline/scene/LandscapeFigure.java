package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.Window;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a loss landscape: a shaded map with isolines, axes and the legend of its colours, and on it the paths
 * of optimizers up to the step each has reached.
 *
 * <p>{@link #ground} is the costly part below, {@link #overlay} what moves over it; {@link #scene} is both in one. All
 * three share one {@link #plot}.
 *
 * @param terrain the map; it also fixes the theme
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 150 or more
 * @param uName the name of the plane's first coordinate
 * @param vName the name of the plane's second coordinate; empty when the loss does not depend on it
 * @param paths one per optimizer
 * @param start where the paths begin, marked by a ring
 * @param minima known minima, marked by crosses
 * @param facts what else is known of the landscape
 */
public record LandscapeFigure(
        Terrain terrain,
        double width,
        double height,
        String uName,
        String vName,
        List<Path> paths,
        @Nullable Point start,
        List<Point> minima,
        Facts facts)
        implements LandscapeChart {

    /** Labels on isolines at most, and on figures narrower than 480 px. */
    private static final int MOST_LABELS = 7;

    private static final int MOST_LABELS_NARROW = 4;

    /** Significant digits of a label, unless more are needed. */
    private static final int LABEL_DIGITS = 3;

    /** A critical point so near to a known minimum, relative to the window, is that minimum. */
    static final double SAME_PLACE = 0.005;

    /**
     * The walk of an optimizer in plane coordinates.
     *
     * @param color index of {@link Theme#optimizer}
     * @param current the step shown, clamped to the steps there are
     * @param endedEarly true when the run could not go on after its last state
     * @param losses at the states themselves, which may be off the plane; empty when unknown
     * @param distances of the states from the plane, by step, in units of the parameters
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Path(
            String name,
            int color,
            Track track,
            int current,
            boolean endedEarly,
            double[] losses,
            IntToDoubleFunction distances) {
        /** Distances up to here are rounding. */
        static final double ON_PLANE = 1e-9;

        public Path {
            requireLength("losses", losses, track.u().length);
            current = Math.max(0, Math.min(current, track.u().length - 1));
        }

        /**
         * A path through or near these points of the plane, step 0 first; the arrays are not modified.
         *
         * @param distances empty when all states are on the plane
         */
        public Path(
                String name,
                int color,
                double[] u,
                double[] v,
                int current,
                boolean endedEarly,
                double[] losses,
                double[] distances) {
            this(
                    name,
                    color,
                    new Track(u, v),
                    current,
                    endedEarly,
                    losses,
                    step -> distances.length == 0 ? 0 : distances[step]);
            requireLength("distances", distances, u.length);
        }

        /** A path on the plane. */
        public Path(String name, int color, double[] u, double[] v, int current, boolean endedEarly) {
            this(name, color, u, v, current, endedEarly, new double[0], new double[0]);
        }

        public double[] u() {
            return track.u();
        }

        public double[] v() {
            return track.v();
        }

        /** A state is so far from the plane that only its shadow can be drawn. */
        boolean isOffPlane(int step) {
            return distance(step) > ON_PLANE;
        }

        double distance(int step) {
            return distances.applyAsDouble(step);
        }

        /** The loss at a state itself; NaN when unknown. */
        double loss(int step) {
            return losses.length > 0 ? losses[step] : Double.NaN;
        }

        private static void requireLength(String what, double[] numbers, int states) {
            if (numbers.length != 0 && numbers.length != states) {
                throw new IllegalArgumentException("a path of " + states + " states needs as many " + what
                        + ", or none, but has " + numbers.length);
            }
        }
    }

    /** A point of the plane. */
    public record Point(double u, double v) {}

    public LandscapeFigure {
        if (!(width >= 200 && height >= 150 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a landscape figure is 200 × 150 px at least");
        }
        paths = List.copyOf(paths);
        minima = List.copyOf(minima);
    }

    /** A landscape of which nothing is known but known minima. */
    public LandscapeFigure(
            Terrain terrain,
            double width,
            double height,
            String uName,
            String vName,
            List<Path> paths,
            @Nullable Point start,
            List<Point> minima) {
        this(terrain, width, height, uName, vName, paths, start, minima, Facts.NONE);
    }

    /** The same figure with these facts drawn on it. */
    public LandscapeFigure withFacts(Facts known) {
        return new LandscapeFigure(terrain, width, height, uName, vName, paths, start, minima, known);
    }

    /** The terrain alone, with axes named x and y. */
    public static LandscapeFigure of(Terrain terrain, double width, double height) {
        return new LandscapeFigure(terrain, width, height, "x", "y", List.of(), null, List.of());
    }

    boolean hasSecondAxis() {
        return !vName.isEmpty();
    }

    /** Where the window is in the figure. */
    @Override
    public PlotArea plot() {
        return layout().plot;
    }

    /** What the legend names: together with size, terrain and axis names it decides where the plot is. */
    @Override
    public List<String> legend() {
        return Header.entries(this).stream().map(Legend.Entry::name).toList();
    }

    /** The whole figure. */
    @Override
    public Scene scene() {
        List<Mark> marks = new ArrayList<>(groundMarks());
        marks.addAll(aheadMarks());
        marks.addAll(overlayMarks());
        return scene(terrain.theme().background(), marks);
    }

    /** The terrain with axes and legend, which stays while only the current steps of the paths change. */
    @Override
    public Scene ground() {
        return scene(terrain.theme().background(), groundMarks());
    }

    /** Where the paths lead. */
    @Override
    public Scene ahead() {
        return scene(Color.TRANSPARENT, aheadMarks());
    }

    /** The paths as far as they are walked, and markers. */
    @Override
    public Scene overlay() {
        return scene(Color.TRANSPARENT, overlayMarks());
    }

    @Override
    public @Nullable Point at(double x, double y) {
        PlotArea plot = plot();
        return plot.contains(x, y) ? new Point(plot.u(x), plot.v(y)) : null;
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(width, height, background, marks, () -> LandscapeText.describe(this));
    }

    private List<Mark> groundMarks() {
        Theme theme = terrain.theme();
        Layout layout = layout();
        PlotArea plot = layout.plot;
        double size = layout.size;
        double scale = Axes.markScale(width);
        List<Mark> marks = new ArrayList<>();
        marks.add(terrain.raster(plot));
        IsolineLabels labels = new IsolineLabels(
                plot, size - 1, width < 480 ? MOST_LABELS_NARROW : width < 1600 ? MOST_LABELS : 2 * MOST_LABELS);
        for (Point minimum : minima) {
            labels.avoid(plot.x(minimum.u()), plot.y(minimum.v()));
        }
        for (CriticalMark point : facts.critical()) {
            labels.avoid(plot.x(point.u()), plot.y(point.v()));
        }
        String[] texts = LossTexts.of(
                terrain.scale(),
                terrain.contours().stream()
                        .filter(contour -> contour.level().major())
                        .mapToDouble(contour -> contour.level().loss())
                        .toArray(),
                LABEL_DIGITS);
        int majors = 0;
        for (Terrain.Contour contour : terrain.contours()) {
            String text = contour.level().major() ? texts[majors++] : "";
            for (Isoline line : contour.lines()) {
                Mark.Line drawn = contour.mark(line, plot, scale);
                marks.add(Simplification.of(drawn, Simplification.UNSEEN));
                if (contour.level().major()) {
                    labels.offer(contour.level().loss(), text, drawn.x(), drawn.y(), terrain);
                }
            }
        }
        if (facts.field() != null) {
            FieldArrows.paint(facts.field(), plot, terrain, scale, marks);
        }
        labels.paint(marks);
        Note.paint(
                terrain.note(Say.of("note.hatched", "hatched")),
                plot.left() + plot.width() / 2,
                plot.bottom(),
                size,
                theme,
                marks);
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, layout.bottomTicks, uName, size, theme, marks);
        Axes.left(plot, layout.leftTicks, size, theme, marks);
        if (hasSecondAxis()) {
            marks.add(Legend.text(
                    "↑ " + vName + layout.leftTicks.base(),
                    Header.PAD,
                    plot.top() - 8 * Legend.unit(size),
                    Mark.Label.Anchor.START,
                    size,
                    theme.ink()));
        }
        layout.header.paint(plot.right(), marks);
        return marks;
    }

    private List<Mark> aheadMarks() {
        Trail trail = new Trail(plot(), terrain.theme(), Axes.markScale(width));
        List<Mark> marks = new ArrayList<>();
        for (Path path : paths) {
            trail.ahead(path, marks);
        }
        return marks;
    }

    private List<Mark> overlayMarks() {
        PlotArea plot = plot();
        Theme theme = terrain.theme();
        double scale = Axes.markScale(width);
        Trail trail = new Trail(plot, theme, scale);
        StepArrows arrows = new StepArrows(plot, theme, scale);
        List<Mark> marks = new ArrayList<>();
        points(plot, new Glyphs(theme, scale), marks);
        for (Path path : paths) {
            trail.line(path, marks);
        }
        if (start != null) {
            trail.start(start, marks);
        }
        for (StepArrow arrow : facts.arrows()) {
            arrows.paint(arrow, marks);
        }
        for (Path path : paths) {
            trail.current(path, marks);
        }
        return marks;
    }

    /** Critical points and known minima; one that is both is shown as known. */
    private void points(PlotArea plot, Glyphs glyphs, List<Mark> marks) {
        for (CriticalMark point : facts.critical()) {
            double x = plot.x(point.u());
            double y = plot.y(point.v());
            if (plot.contains(x, y) && !isKnown(point)) {
                glyphs.critical(point.kind(), x, y, marks);
            }
        }
        for (Point minimum : minima) {
            double x = plot.x(minimum.u());
            double y = plot.y(minimum.v());
            if (plot.contains(x, y)) {
                glyphs.minimum(x, y, marks);
            }
        }
    }

    /** The critical point is one of the known minima. */
    boolean isKnown(CriticalMark point) {
        Window window = terrain.window();
        return point.kind() == CriticalPoint.Kind.MINIMUM
                && minima.stream()
                        .anyMatch(known -> Math.abs(known.u() - point.u()) < SAME_PLACE * window.width()
                                && Math.abs(known.v() - point.v()) < SAME_PLACE * window.height());
    }

    private Layout layout() {
        return new Layout(this);
    }

    /** The figure's rows from the top: its header, the plot, its axis. */
    private static final class Layout {
        final double size;
        final Header header;
        final PlotArea plot;
        final AxisTicks bottomTicks;
        final AxisTicks leftTicks;

        Layout(LandscapeFigure figure) {
            Terrain terrain = figure.terrain;
            size = Axes.fontSize(figure.width);
            header = new Header(
                    terrain,
                    figure.width,
                    Header.entries(figure),
                    figure.paths().size());
            double top = header.bottom();
            double plotHeight = figure.height
                    - top
                    - Axes.bottomMargin(
                            terrain.window().uMin(), terrain.window().uMax(), size);
            leftTicks = figure.hasSecondAxis()
                    ? Axes.leftTicks(terrain.window(), plotHeight, size)
                    : AxisTicks.plain(new double[0]);
            double left = Axes.leftMargin(leftTicks.texts(), size);
            double plotWidth = figure.width - left - Header.PAD;
            bottomTicks = Axes.bottomTicks(terrain.window(), plotWidth, size);
            plot = new PlotArea(terrain.window(), left, top, plotWidth, plotHeight);
        }
    }
}
