package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Isoline;
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
 */
public record LandscapeFigure(
        Terrain terrain,
        double width,
        double height,
        String uName,
        String vName,
        List<Path> paths,
        @Nullable Point start,
        List<Point> minima) {

    /** Labels on isolines at most, and on figures narrower than 480 px. */
    private static final int MOST_LABELS = 7;

    private static final int MOST_LABELS_NARROW = 4;

    /**
     * The states of an optimizer in plane coordinates, step 0 first; the arrays are not modified.
     *
     * @param color index of {@link Theme#optimizer}
     * @param current the step shown, clamped to the steps there are
     * @param endedEarly true when the run could not go on after its last state
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Path(String name, int color, double[] u, double[] v, int current, boolean endedEarly) {
        public Path {
            if (u.length != v.length || u.length == 0) {
                throw new IllegalArgumentException(
                        "a path needs as many u as v, and one at least, but has " + u.length + " and " + v.length);
            }
            current = Math.max(0, Math.min(current, u.length - 1));
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

    /** The terrain alone, with axes named x and y. */
    public static LandscapeFigure of(Terrain terrain, double width, double height) {
        return new LandscapeFigure(terrain, width, height, "x", "y", List.of(), null, List.of());
    }

    boolean hasSecondAxis() {
        return !vName.isEmpty();
    }

    /** Where the window is in the figure. */
    public PlotArea plot() {
        return layout().plot;
    }

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>(groundMarks());
        marks.addAll(overlayMarks());
        return scene(terrain.theme().background(), marks);
    }

    /** The terrain with axes and legend, which stays while only the current steps of the paths change. */
    public Scene ground() {
        return scene(terrain.theme().background(), groundMarks());
    }

    /** The paths and markers on a transparent background of the same size. */
    public Scene overlay() {
        return scene(Color.TRANSPARENT, overlayMarks());
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(width, height, background, marks, LandscapeText.describe(this));
    }

    private List<Mark> groundMarks() {
        Theme theme = terrain.theme();
        Layout layout = layout();
        PlotArea plot = layout.plot;
        double size = layout.size;
        List<Mark> marks = new ArrayList<>();
        marks.add(terrain.raster(plot));
        IsolineLabels labels = new IsolineLabels(plot, size - 1, width < 480 ? MOST_LABELS_NARROW : MOST_LABELS);
        for (Point minimum : minima) {
            labels.avoid(plot.x(minimum.u()), plot.y(minimum.v()));
        }
        for (Terrain.Contour contour : terrain.contours()) {
            for (Isoline line : contour.lines()) {
                double[] x = new double[line.u().length];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = plot.x(line.u()[i]);
                    y[i] = plot.y(line.v()[i]);
                }
                double stroke = contour.level().major() ? 1.3 : 0.7;
                marks.add(new Mark.Line(x, y, line.closed(), contour.color(), stroke, new double[0]));
                if (contour.level().major()) {
                    labels.offer(contour.level().loss(), x, y, terrain);
                }
            }
        }
        labels.paint(marks);
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, layout.bottomTicks, Axes.texts(layout.bottomTicks), uName, size, theme, marks);
        Axes.left(plot, layout.leftTicks, Axes.texts(layout.leftTicks), size, theme, marks);
        if (hasSecondAxis()) {
            marks.add(Legend.text(
                    "↑ " + vName, layout.nameLeft, plot.top() - 8, Mark.Label.Anchor.START, size, theme.ink()));
        }
        if (terrain.grid().finiteCount() > 0) {
            Legend.bar(
                    terrain.scale(), terrain.map(), theme, plot.right(), layout.barTop, layout.barWidth, size, marks);
        }
        for (int i = 0; i < layout.rows.size(); i++) {
            Legend.names(layout.rows.get(i), layout.nameLeft, layout.rowBaseline(i), size, theme, marks);
        }
        return marks;
    }

    private List<Mark> overlayMarks() {
        PlotArea plot = plot();
        Trail trail = new Trail(plot, terrain.theme(), width < 480 ? 0.85 : 1);
        List<Mark> marks = new ArrayList<>();
        for (Point minimum : minima) {
            trail.minimum(minimum, marks);
        }
        for (Path path : paths) {
            trail.ahead(path, marks);
        }
        for (Path path : paths) {
            trail.line(path, marks);
        }
        if (start != null) {
            trail.start(start, marks);
        }
        for (Path path : paths) {
            trail.current(path, marks);
        }
        return marks;
    }

    private Layout layout() {
        return new Layout(this);
    }

    /** The figure's rows from the top: names (unless they fit beside the bar), the bar, the plot, its axis. */
    private static final class Layout {
        private static final double PAD = 12;
        private static final double BAR = 8;

        final double size;
        final PlotArea plot;
        final List<List<Legend.Entry>> rows;
        final boolean rowsBesideBar;
        final double barWidth;
        final double barTop;
        final double nameLeft = PAD;
        final double[] bottomTicks;
        final double[] leftTicks;

        Layout(LandscapeFigure figure) {
            Terrain terrain = figure.terrain;
            size = Axes.fontSize(figure.width);
            double third = figure.width * 0.34;
            barWidth = third < 130 ? 130 : third > 240 ? 240 : third;
            double full = figure.width - 2 * PAD;
            double beside = full - barWidth - Legend.textWidth("loss", size) - 3 * size;
            List<Legend.Entry> entries = new ArrayList<>();
            for (Path path : figure.paths) {
                entries.add(new Legend.Entry(path.name(), terrain.theme().optimizer(path.color())));
            }
            rowsBesideBar = Legend.rows(entries, beside, size).size() <= 1 && beside > 100;
            rows = Legend.rows(entries, rowsBesideBar ? beside : full, size);
            barTop = PAD - 2 + (rowsBesideBar ? 0 : rows.size() * rowHeight());
            double top = barTop + BAR + size + 13;
            double plotHeight = figure.height - top - Axes.bottomMargin(size);
            leftTicks = figure.hasSecondAxis() ? Axes.leftTicks(terrain.window(), plotHeight, size) : new double[0];
            double left = Axes.leftMargin(Axes.texts(leftTicks), size);
            double plotWidth = figure.width - left - PAD;
            bottomTicks = Axes.bottomTicks(terrain.window(), plotWidth, size);
            plot = new PlotArea(terrain.window(), left, top, plotWidth, plotHeight);
        }

        private double rowHeight() {
            return size + 8;
        }

        double rowBaseline(int row) {
            return rowsBesideBar ? barTop + BAR + 1 : PAD - 2 + row * rowHeight() + size * 0.85;
        }
    }
}
