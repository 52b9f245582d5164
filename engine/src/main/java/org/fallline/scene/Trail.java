package org.fallline.scene;

import java.util.List;

/** The marks of paths on a map: cased lines that fade towards their beginning, steps, and where they are now. */
final class Trail {
    /** Up to so many steps, each has a dot. */
    private static final int DOTTED_STEPS = 60;

    /** The last points of a line are all drawn, and as many of all before: a canvas takes seconds for a long zigzag. */
    private static final int EXACT_POINTS = 2000;

    /** Points closer to the one before than this, in px, add nothing to a line. */
    private static final double FINEST = 0.4;

    /** The line is painted once whole and again from these shares of its steps on, and so grows denser. */
    private static final double[] FADES = {0, 0.35, 0.6, 0.8};

    private static final double OPACITY = 0.6;
    private static final double WIDTH = 2.2;
    private static final double CASING = 2;
    private static final double AHEAD_OPACITY = 0.45;
    private static final double AHEAD_WIDTH = 1.1;
    private static final double[] SOLID = {};

    private final PlotArea plot;
    private final Theme theme;
    private final Clip clip;
    private final double scale;

    /** {@code scale} is the size of markers, 1 on a figure with room. */
    Trail(PlotArea plot, Theme theme, double scale) {
        this.scale = scale;
        this.plot = plot;
        this.theme = theme;
        this.clip = new Clip(plot);
    }

    /** The way ahead, thin and faint: where a walk leads is to be seen before it is walked. */
    void ahead(LandscapeFigure.Path path, List<Mark> marks) {
        int color = Color.withOpacity(theme.optimizer(path.color()), AHEAD_OPACITY);
        stroke(columns(path, path.u().length), rows(path, path.u().length), path.current(), color, AHEAD_WIDTH, marks);
    }

    private double[] columns(LandscapeFigure.Path path, int count) {
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = plot.x(path.u()[i]);
        }
        return x;
    }

    private double[] rows(LandscapeFigure.Path path, int count) {
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = plot.y(path.v()[i]);
        }
        return y;
    }

    void line(LandscapeFigure.Path path, List<Mark> marks) {
        int count = path.current() + 1;
        double[] x = columns(path, count);
        double[] y = rows(path, count);
        int color = theme.optimizer(path.color());
        stroke(x, y, 0, Color.withOpacity(theme.casing(), 0.55), WIDTH + 2 * CASING, marks);
        for (double fade : FADES) {
            stroke(x, y, (int) (fade * count), Color.withOpacity(color, OPACITY), WIDTH, marks);
        }
        if (count <= DOTTED_STEPS) {
            for (int i = 1; i + 1 < count; i++) {
                if (plot.contains(x[i], y[i])) {
                    marks.add(new Mark.Dot(x[i], y[i], 2.6 * scale, color, theme.casing(), 0.8));
                }
            }
        }
    }

    /**
     * Strokes the points from index {@code from} on, without those that only repeat a pixel. Steps from outside to
     * outside are left out: a run that diverges would cover the map with its zigzag.
     */
    private void stroke(double[] x, double[] y, int from, int color, double width, List<Mark> marks) {
        double[] px = new double[x.length - from];
        double[] py = new double[px.length];
        int used = 0;
        // Odd, so that a zigzag keeps both its sides.
        int stride = Math.max(0, x.length - from - EXACT_POINTS) / EXACT_POINTS | 1;
        for (int i = from; i < x.length; i++) {
            boolean outside = !plot.contains(x[i], y[i]);
            if (outside && i > from && !plot.contains(x[i - 1], y[i - 1])) {
                paint(px, py, used, color, width, marks);
                used = 0;
            }
            boolean near = used > 0
                    && !outside
                    && i + 1 < x.length
                    && Math.abs(x[i] - px[used - 1]) < FINEST
                    && Math.abs(y[i] - py[used - 1]) < FINEST;
            boolean thinned = used > 0 && !outside && x.length - i > EXACT_POINTS && (i - from) % stride != 0;
            if (!near && !thinned) {
                px[used] = x[i];
                py[used++] = y[i];
            }
        }
        paint(px, py, used, color, width, marks);
    }

    private void paint(double[] x, double[] y, int count, int color, double width, List<Mark> marks) {
        for (Clip.Piece piece : clip.pieces(x, y, count)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, width, SOLID));
        }
    }

    /** The current state as a ball with a ring that stands out from any ground; an arrow at the edge when outside. */
    void current(LandscapeFigure.Path path, List<Mark> marks) {
        int color = theme.optimizer(path.color());
        int i = path.current();
        double x = plot.x(path.u()[i]);
        double y = plot.y(path.v()[i]);
        if (plot.contains(x, y)) {
            boolean stuck = path.endedEarly() && i == path.u().length - 1;
            marks.add(new Mark.Dot(x, y, 8 * scale, theme.casing(), Color.withOpacity(theme.ink(), 0.55), 1));
            marks.add(new Mark.Dot(
                    x, y, (stuck ? 4.8 : 6) * scale, stuck ? theme.casing() : color, color, stuck ? 2.4 : 0));
        } else {
            departure(path, color, marks);
        }
    }

    /** An arrow where the path last left the plot, along its way out. */
    private void departure(LandscapeFigure.Path path, int color, List<Mark> marks) {
        for (int i = path.current(); i > 0; i--) {
            double[] x = {plot.x(path.u()[i - 1]), plot.x(path.u()[i])};
            double[] y = {plot.y(path.v()[i - 1]), plot.y(path.v()[i])};
            if (!plot.contains(x[0], y[0])) {
                continue;
            }
            List<Clip.Piece> pieces = clip.pieces(x, y, 2);
            if (pieces.isEmpty()) {
                return;
            }
            Clip.Piece way = pieces.get(0);
            double dx = way.x()[1] - way.x()[0];
            double dy = way.y()[1] - way.y()[0];
            double length = Math.sqrt(dx * dx + dy * dy);
            double back = length > 22 ? 22 / length : 1;
            double fromX = way.x()[1] - back * dx;
            double fromY = way.y()[1] - back * dy;
            Mark.Arrow arrow = new Mark.Arrow(fromX, fromY, way.x()[1], way.y()[1], color, WIDTH + 0.6);
            Mark.Area head = arrow.head();
            marks.add(Mark.Line.segment(fromX, fromY, way.x()[1], way.y()[1], theme.casing(), WIDTH + 2 * CASING));
            marks.add(new Mark.Line(head.x(), head.y(), true, theme.casing(), 2 * CASING, SOLID));
            marks.add(arrow);
            return;
        }
    }

    void start(LandscapeFigure.Point point, List<Mark> marks) {
        double x = plot.x(point.u());
        double y = plot.y(point.v());
        if (plot.contains(x, y)) {
            marks.add(new Mark.Dot(x, y, 5 * scale, Color.TRANSPARENT, theme.casing(), 4.5));
            marks.add(new Mark.Dot(x, y, 5 * scale, Color.TRANSPARENT, theme.startMarker(), 1.8));
        }
    }

    void minimum(LandscapeFigure.Point point, List<Mark> marks) {
        double x = plot.x(point.u());
        double y = plot.y(point.v());
        if (plot.contains(x, y)) {
            double arm = 4.5 * scale;
            cross(x, y, arm, theme.casing(), 4.5, marks);
            cross(x, y, arm, theme.minimumMarker(), 1.7, marks);
        }
    }

    private static void cross(double x, double y, double arm, int color, double width, List<Mark> marks) {
        marks.add(Mark.Line.segment(x - arm, y - arm, x + arm, y + arm, color, width));
        marks.add(Mark.Line.segment(x - arm, y + arm, x + arm, y - arm, color, width));
    }
}
