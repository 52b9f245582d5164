package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;

/** The marks of paths on a map: cased lines that fade towards their beginning, steps, and where they are now. */
final class Trail {
    /** The last points of a line are all drawn, and as many of all before: a canvas takes seconds for a long zigzag. */
    private static final int EXACT_POINTS = 2000;

    /** From each of these shares of its steps on, the line is denser and wider. */
    private static final double[] FADES = {0, 0.2, 0.38, 0.54, 0.68, 0.8, 0.9};

    /** How much of what shines through a stretch of the line is left after the next. */
    private static final double FADING = 0.64;

    private static final double WIDTH = 2.4;
    private static final double OLD_WIDTH = 1.5;
    private static final double CASING = 2;
    private static final double AHEAD_OPACITY = 0.45;
    private static final double AHEAD_WIDTH = 1.1;

    /** How far from the edge the mark of a start outside is, in px. */
    private static final double INSET = 9;

    private static final double[] SOLID = {};

    private final PlotArea plot;
    private final Theme theme;
    private final Clip clip;
    private final double scale;
    private final Glyphs glyphs;

    /** {@code scale} is the size of markers, 1 on a figure with room. */
    Trail(PlotArea plot, Theme theme, double scale) {
        this.scale = scale;
        this.plot = plot;
        this.theme = theme;
        this.clip = new Clip(plot);
        this.glyphs = new Glyphs(theme, scale);
    }

    /** The whole way, thin and faint, below what has been walked of it: where a walk leads is to be seen before it is walked. */
    void ahead(LandscapeFigure.Path path, List<Mark> marks) {
        int color = Color.withOpacity(theme.optimizer(path.color()), AHEAD_OPACITY);
        paint(path.track().on(plot).way().thinned(EXACT_POINTS), color, AHEAD_WIDTH * scale, marks);
    }

    void line(LandscapeFigure.Path path, List<Mark> marks) {
        int step = path.current();
        Track.Pixels pixels = path.track().on(plot);
        int color = theme.optimizer(path.color());
        Way way = pixels.way().upTo(step, pixels.x()[step], pixels.y()[step]).thinned(EXACT_POINTS);
        paint(way, Color.withOpacity(theme.casing(), 0.55), (WIDTH + 2 * CASING) * scale, marks);
        // Opaque and one after the other: where translucent stretches meet or overlap there would be knots, and a
        // canvas takes
        // long for translucent lines.
        double left = 1;
        for (int i = 0; i < FADES.length; i++) {
            left *= FADING;
            double width = OLD_WIDTH + (WIDTH - OLD_WIDTH) * i / (FADES.length - 1);
            double end = i + 1 < FADES.length ? FADES[i + 1] * step : step;
            paint(way.stretch(FADES[i] * step, end), Color.mix(color, theme.casing(), left), width * scale, marks);
        }
        TrailMarks steps = new TrailMarks(plot, theme, scale);
        steps.chevrons(path, pixels, color, marks);
        steps.dots(path, pixels, color, marks);
    }

    private void paint(Way way, int color, double width, List<Mark> marks) {
        for (Clip.Piece piece : clip.pieces(way.x, way.y, way.count)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, width, SOLID));
        }
    }

    /** The current state, or its shadow; an arrow at the edge when outside. */
    void current(LandscapeFigure.Path path, List<Mark> marks) {
        int color = theme.optimizer(path.color());
        int i = path.current();
        double x = plot.x(path.u()[i]);
        double y = plot.y(path.v()[i]);
        if (!plot.contains(x, y)) {
            departure(path, color, marks);
        } else if (path.isOffPlane(i)) {
            glyphs.shadow(x, y, color, marks);
        } else {
            glyphs.ball(x, y, color, path.endedEarly() && i == path.u().length - 1, marks);
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
            double back = length > 22 * scale ? 22 * scale / length : 1;
            double fromX = way.x()[1] - back * dx;
            double fromY = way.y()[1] - back * dy;
            Mark.Arrow arrow = new Mark.Arrow(fromX, fromY, way.x()[1], way.y()[1], color, (WIDTH + 0.6) * scale);
            Mark.Area head = arrow.head();
            marks.add(Mark.Line.segment(
                    fromX, fromY, way.x()[1], way.y()[1], theme.casing(), (WIDTH + 2 * CASING) * scale));
            marks.add(new Mark.Line(head.x(), head.y(), true, theme.casing(), 2 * CASING * scale, SOLID));
            marks.add(arrow);
            return;
        }
    }

    /** The start; where it is outside, the mark is at the edge next to it, with a head that points out to it. */
    void start(LandscapeFigure.Point point, List<Mark> marks) {
        double x = plot.x(point.u());
        double y = plot.y(point.v());
        if (plot.contains(x, y)) {
            glyphs.start(x, y, marks);
            return;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        double inset = INSET * scale;
        double left = Real.max(plot.left() + 2 * inset, Real.min(plot.right() - 2 * inset, x));
        double top = Real.max(plot.top() + 2 * inset, Real.min(plot.bottom() - 2 * inset, y));
        double dx = x < plot.left() ? -1 : x > plot.right() ? 1 : 0;
        double dy = y < plot.top() ? -1 : y > plot.bottom() ? 1 : 0;
        double norm = Math.sqrt(dx * dx + dy * dy);
        double ux = dx / norm;
        double uy = dy / norm;
        double tipX = left + 1.6 * inset * ux;
        double tipY = top + 1.6 * inset * uy;
        double half = 4.5 * scale;
        double[] px = {tipX - half * (ux + uy), tipX, tipX - half * (ux - uy)};
        double[] py = {tipY - half * (uy - ux), tipY, tipY - half * (uy + ux)};
        marks.add(Mark.Line.open(px, py, theme.casing(), 4.5 * scale));
        marks.add(Mark.Line.open(px, py, theme.startMarker(), 1.8 * scale));
        glyphs.start(left, top, marks);
    }
}
