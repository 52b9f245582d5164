package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.math.Real;

/** What lies on a surface or floats over it, as seen: isolines, paths and points; faint where hidden. */
final class SurfaceMarks {
    /** The length of a piece of a path that follows the surface, in px, and the most pieces of a path. */
    private static final double PIECE = 6;

    private static final int MOST_PIECES = 64;
    private static final int MOST_POINTS = 6000;
    private static final double[] FADES = {0, 0.2, 0.4, 0.6, 0.8};
    private static final double OLDEST = 0.5;
    private static final double HIDDEN = 0.3;
    private static final double WIDTH = 2.4;
    private static final double CASING = 2;

    /** Points on the surface are lifted by so much of the box, so that they are before it and not in it. */
    static final double LIFT = 0.004;

    private static final double DOT_ROOM = 9;
    private static final double[] SOLID = {};

    private final LandscapeFigure figure;
    private final SurfaceShape shape;
    private final Projection view;
    private final Theme theme;
    private final Horizon horizon;
    private final double scale;
    private final double top;
    private final Glyphs glyphs;

    /** Nothing is drawn above {@code top}. */
    SurfaceMarks(LandscapeFigure figure, SurfaceShape shape, Projection view, Horizon horizon, double top) {
        this.figure = figure;
        this.shape = shape;
        this.view = view;
        this.top = top;
        this.theme = figure.terrain().theme();
        this.horizon = horizon;
        this.scale = Axes.markScale(figure.width());
        this.glyphs = new Glyphs(theme, scale);
    }

    /** A chain of points in the box, by pixel, of which neighbours are all visible or all hidden. */
    private static final class Run {
        double[] x = new double[16];
        double[] y = new double[16];
        int count;
        final boolean visible;

        Run(boolean visible) {
            this.visible = visible;
        }

        void add(double px, double py) {
            if (count == x.length) {
                x = Arrays.copyOf(x, 2 * count);
                y = Arrays.copyOf(y, 2 * count);
            }
            x[count] = px;
            y[count++] = py;
        }

        void stroke(int color, double width, double[] dash, List<Mark> marks) {
            if (count > 1) {
                marks.add(new Mark.Line(Arrays.copyOf(x, count), Arrays.copyOf(y, count), false, color, width, dash));
            }
        }
    }

    /** The visible parts of the isolines. */
    void isolines(List<Mark> marks) {
        for (SurfaceShape.Line line : shape.lines()) {
            double width = (line.major() ? 1.2 : 0.6) * scale;
            int count = line.x().length + (line.closed() ? 1 : 0);
            Run run = new Run(true);
            for (int i = 0; i < count; i++) {
                double x = line.x()[i % line.x().length];
                double y = line.y()[i % line.x().length];
                double py = view.y(x, y, line.z());
                if (py > top && horizon.isVisible(x, y, line.z())) {
                    run.add(view.x(x, y), py);
                } else {
                    run.stroke(line.color(), width, SOLID, marks);
                    run.count = 0;
                }
            }
            run.stroke(line.color(), width, SOLID, marks);
        }
    }

    void points(List<Mark> marks) {
        for (CriticalMark point : figure.facts().critical()) {
            if (!figure.isKnown(point)) {
                place(point.u(), point.v(), (signs, x, y) -> signs.critical(point.kind(), x, y, marks));
            }
        }
        for (LandscapeFigure.Point minimum : figure.minima()) {
            place(minimum.u(), minimum.v(), (signs, x, y) -> signs.minimum(x, y, marks));
        }
    }

    void start(List<Mark> marks) {
        LandscapeFigure.Point start = figure.start();
        if (start != null) {
            double own = Double.NaN;
            for (LandscapeFigure.Path path : figure.paths()) {
                own = path.isOffPlane(0) ? path.loss(0) : own;
            }
            double x = shape.x(start.u());
            double y = shape.y(start.v());
            double z = Double.isNaN(own) ? shape.height(x, y) + LIFT : shape.height(own);
            place(x, y, z, (signs, px, py) -> signs.start(px, py, marks));
        }
    }

    private interface Sign {
        void paint(Glyphs signs, double x, double y);
    }

    private void place(double u, double v, Sign sign) {
        double x = shape.x(u);
        double y = shape.y(v);
        place(x, y, shape.height(x, y) + LIFT, sign);
    }

    private void place(double x, double y, double z, Sign sign) {
        if (Math.abs(x) <= 1 && Math.abs(y) <= 1 && !Double.isNaN(z) && view.y(x, y, z) > top) {
            sign.paint(horizon.isVisible(x, y, z) ? glyphs : glyphs.faint(), view.x(x, y), view.y(x, y, z));
        }
    }

    /** The height of a state: of its own loss where it is off the plane. */
    private double z(LandscapeFigure.Path path, int step) {
        double own = path.isOffPlane(step) ? path.loss(step) : Double.NaN;
        return Double.isNaN(own)
                ? shape.height(shape.x(path.u()[step]), shape.y(path.v()[step])) + LIFT
                : shape.height(own);
    }

    void path(LandscapeFigure.Path path, List<Mark> marks) {
        int color = theme.optimizer(path.color());
        List<Run> ahead = runs(path, path.current(), path.u().length - 1);
        for (Run run : ahead) {
            run.stroke(Color.withOpacity(color, run.visible ? 0.45 : 0.2), 1.1 * scale, SOLID, marks);
        }
        List<List<Run>> ages = new ArrayList<>();
        for (int i = 0; i < FADES.length; i++) {
            int from = (int) (FADES[i] * path.current());
            int to = i + 1 < FADES.length ? (int) (FADES[i + 1] * path.current()) : path.current();
            ages.add(runs(path, from, to));
        }
        int casing = Color.withOpacity(theme.casing(), 0.55);
        for (List<Run> runs : ages) {
            for (Run run : runs) {
                if (run.visible) {
                    run.stroke(casing, (WIDTH + 2 * CASING) * scale, SOLID, marks);
                }
            }
        }
        for (int i = 0; i < FADES.length; i++) {
            double opacity = OLDEST + (1 - OLDEST) * i / (FADES.length - 1);
            for (Run run : ages.get(i)) {
                run.stroke(
                        Color.withOpacity(color, run.visible ? opacity : HIDDEN),
                        (run.visible ? WIDTH : 1.4) * scale,
                        SOLID,
                        marks);
            }
        }
        steps(path, color, marks);
    }

    /** The way between two steps in pieces that follow the surface, or float between losses of states off the plane. */
    private List<Run> runs(LandscapeFigure.Path path, int from, int to) {
        List<Run> runs = new ArrayList<>();
        Run run = new Run(true);
        int points = 0;
        int stride = Math.max(1, (to - from) / MOST_POINTS);
        for (int i = from; i < to && points < 2 * MOST_POINTS; i += stride) {
            int next = Math.min(i + stride, to);
            double x1 = shape.x(path.u()[i]);
            double y1 = shape.y(path.v()[i]);
            double x2 = shape.x(path.u()[next]);
            double y2 = shape.y(path.v()[next]);
            double length = Real.hypot(x2 - x1, y2 - y1);
            if (!(length < 1e3)) {
                continue;
            }
            boolean floats = path.isOffPlane(i) && !Double.isNaN(path.loss(i));
            double z1 = z(path, i);
            double z2 = z(path, next);
            int pieces = Math.max(1, Math.min(MOST_PIECES, (int) (length / view.unit() / (PIECE * scale))));
            for (int k = i == from ? 0 : 1; k <= pieces; k++) {
                double share = (double) k / pieces;
                double x = x1 + share * (x2 - x1);
                double y = y1 + share * (y2 - y1);
                double z = floats ? z1 + share * (z2 - z1) : shape.height(x, y) + LIFT;
                boolean shown = Math.abs(x) <= 1 && Math.abs(y) <= 1 && !Double.isNaN(z);
                double px = view.x(x, y);
                double py = view.y(x, y, z);
                if (!shown || py < top) {
                    runs.add(run);
                    run = new Run(true);
                    continue;
                }
                boolean visible = horizon.isVisible(x, y, z);
                if (visible != run.visible) {
                    run.add(px, py);
                    runs.add(run);
                    run = new Run(visible);
                }
                run.add(px, py);
                points++;
            }
        }
        runs.add(run);
        return runs;
    }

    /** Dots where they do not merge, and plumb lines from those that float. */
    private void steps(LandscapeFigure.Path path, int color, List<Mark> marks) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        double room = DOT_ROOM * scale;
        for (int i = path.current() - 1; i > 0; i--) {
            double x = shape.x(path.u()[i]);
            double y = shape.y(path.v()[i]);
            double z = z(path, i);
            double px = view.x(x, y);
            double py = view.y(x, y, z);
            boolean near = Math.abs(px - lastX) < room && Math.abs(py - lastY) < room;
            if (near || !(Math.abs(x) <= 1 && Math.abs(y) <= 1) || !(py > top)) {
                continue;
            }
            lastX = px;
            lastY = py;
            boolean off = path.isOffPlane(i);
            if (off) {
                plumb(x, y, z, Color.withOpacity(color, 0.5), 1 * scale, marks);
            }
            Glyphs signs = horizon.isVisible(x, y, z) ? glyphs : glyphs.faint();
            signs.step(px, py, color, off, marks);
        }
    }

    private void plumb(double x, double y, double z, int color, double width, List<Mark> marks) {
        double shadow = shape.height(x, y);
        if (!Double.isNaN(shadow)) {
            double px = view.x(x, y);
            double from = Real.max(top, view.y(x, y, z));
            double to = Real.max(top, view.y(x, y, shadow));
            double[] dash = {2.5 * scale, 3.5 * scale};
            marks.add(new Mark.Line(new double[] {px, px}, new double[] {from, to}, false, color, width, dash));
        }
    }

    void current(LandscapeFigure.Path path, List<Mark> marks) {
        int i = path.current();
        int color = theme.optimizer(path.color());
        double x = shape.x(path.u()[i]);
        double y = shape.y(path.v()[i]);
        boolean ended = path.endedEarly() && i == path.u().length - 1;
        boolean floats = path.isOffPlane(i) && !Double.isNaN(path.loss(i));
        if (path.isOffPlane(i)) {
            place(path.u()[i], path.v()[i], (signs, px, py) -> signs.shadow(px, py, color, marks));
        }
        if (floats && Math.abs(x) <= 1 && Math.abs(y) <= 1) {
            plumb(x, y, z(path, i), color, 1.6 * scale, marks);
        }
        if (floats || !path.isOffPlane(i)) {
            place(x, y, z(path, i), (signs, px, py) -> signs.ball(px, py, color, ended, marks));
        }
    }
}
