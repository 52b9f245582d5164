package org.fallline.scene;

import java.util.Arrays;
import java.util.List;

/** The marks of a profile: its curve, and on it the states of walks with the tangent at the current one. */
final class ProfileMarks {
    private static final double CURVE_WIDTH = 2;
    private static final double TANGENT = 64;
    static final int TANGENT_POINTS = 33;
    /** The curve is made of lines so long at most, in px. */
    private static final double SMOOTH = 2.5;

    private static final double FAINT = 0.4;

    /** Dots closer to one that is there already than this, in px, are left out. */
    private static final double DOT_ROOM = 7;

    private static final double[] SOLID = {};

    private final ProfileFigure figure;
    private final PlotArea plot;
    private final Theme theme;
    private final double scale;
    private final Glyphs glyphs;
    private final Clip clip;
    private final ProfileCurve curve;

    ProfileMarks(ProfileFigure figure, PlotArea plot) {
        this.figure = figure;
        this.plot = plot;
        this.theme = figure.theme();
        this.scale = Axes.markScale(figure.width());
        this.glyphs = new Glyphs(theme, scale);
        this.clip = new Clip(plot);
        this.curve = ProfileCurve.of(figure, plot.width());
    }

    void curve(List<Mark> marks) {
        for (Clip.Piece piece : curve.pieces(plot, figure, SMOOTH)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, theme.ink(), CURVE_WIDTH * scale, SOLID));
        }
    }

    /** Critical points and known minima; one that is both is shown as known. */
    void points(List<Mark> marks) {
        for (CriticalMark point : figure.facts().critical()) {
            double x = plot.x(point.u());
            double y = y(point.loss());
            if (plot.contains(x, y) && !figure.isKnown(point)) {
                glyphs.critical(point.kind(), x, y, marks);
            }
        }
        for (double minimum : figure.minima()) {
            double x = plot.x(minimum);
            double y = y(curve.loss(minimum));
            if (plot.contains(x, y)) {
                glyphs.minimum(x, y, marks);
            }
        }
    }

    void start(double t, List<Mark> marks) {
        double x = plot.x(t);
        double loss = curve.loss(t);
        for (ProfileFigure.Walk walk : figure.walks()) {
            loss = walk.t()[0] == t ? loss(walk, 0) : loss;
        }
        double y = y(loss);
        if (plot.contains(x, y)) {
            glyphs.start(x, y, marks);
        } else if (!Double.isNaN(t)) {
            edge(x, y, theme.startMarker(), marks);
        }
    }

    /** The steps before the current one: dots on the curve or, with plumb lines, where their losses are. */
    void walked(ProfileFigure.Walk walk, List<Mark> marks) {
        int color = theme.optimizer(walk.color());
        int count = walk.current();
        jumps(walk, Color.withOpacity(color, FAINT), marks);
        double[] taken = new double[2 * (count + 1)];
        int used = 0;
        // The latest first, so that thinning out leaves those near the current state.
        for (int i = count - 1; i > 0; i--) {
            double x = plot.x(walk.t()[i]);
            double y = y(loss(walk, i));
            if (!plot.contains(x, y) || isTaken(taken, used, x, y)) {
                continue;
            }
            taken[2 * used] = x;
            taken[2 * used + 1] = y;
            used++;
            if (walk.isOffLine(i)) {
                plumb(x, y, walk.t()[i], Color.withOpacity(color, FAINT), marks);
            }
            glyphs.step(x, y, color, walk.isOffLine(i), marks);
        }
    }

    /** From state to state, in straight lines: the zigzag of a rate that is too high is to be seen. */
    private void jumps(ProfileFigure.Walk walk, int color, List<Mark> marks) {
        double[] x = new double[walk.current() + 1];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = plot.x(walk.t()[i]);
            y[i] = y(loss(walk, i));
        }
        for (Clip.Piece piece : clip.pieces(x, y, x.length)) {
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, 1.2 * scale, SOLID));
        }
    }

    private boolean isTaken(double[] taken, int used, double x, double y) {
        double room = DOT_ROOM * scale;
        for (int i = 0; i < used; i++) {
            double dx = taken[2 * i] - x;
            double dy = taken[2 * i + 1] - y;
            if (dx * dx + dy * dy < room * room) {
                return true;
            }
        }
        return false;
    }

    void current(ProfileFigure.Walk walk, List<Mark> marks) {
        int color = theme.optimizer(walk.color());
        int i = walk.current();
        double t = walk.t()[i];
        double loss = loss(walk, i);
        double x = plot.x(t);
        double y = y(loss);
        if (!plot.contains(x, y)) {
            edge(x, y, color, marks);
            return;
        }
        if (walk.slopes().length > 0 && Double.isFinite(walk.slopes()[i])) {
            tangent(t, loss, walk.slopes()[i], color, marks);
        }
        if (walk.isOffLine(i)) {
            plumb(x, y, t, color, marks);
            double shadow = y(curve.loss(t));
            if (plot.contains(x, shadow)) {
                glyphs.shadow(x, shadow, color, marks);
            }
        }
        glyphs.ball(x, y, color, walk.endedEarly() && i == walk.t().length - 1, marks);
    }

    /** The line of this slope through a state, bent as the scale bends it, so that it touches the curve. */
    private void tangent(double t, double loss, double slope, int color, List<Mark> marks) {
        double[] x = new double[TANGENT_POINTS];
        double[] y = new double[TANGENT_POINTS];
        tangent(t, loss, slope, x, y);
        int from = within(x, y, TANGENT_POINTS / 2, -1);
        int to = within(x, y, TANGENT_POINTS / 2, 1);
        double[] px = Arrays.copyOfRange(x, from, to + 1);
        double[] py = Arrays.copyOfRange(y, from, to + 1);
        for (Clip.Piece piece : clip.pieces(px, py, px.length)) {
            marks.add(new Mark.Line(
                    piece.x(), piece.y(), false, Color.withOpacity(theme.casing(), 0.6), 4.5 * scale, SOLID));
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, 1.8 * scale, SOLID));
        }
    }

    private void tangent(double t, double loss, double slope, double[] x, double[] y) {
        double reach = TANGENT * scale / plot.width() * plot.window().width();
        for (int i = 0; i < TANGENT_POINTS; i++) {
            double along = reach * (2.0 * i / (TANGENT_POINTS - 1) - 1);
            x[i] = plot.x(t + along);
            y[i] = y(loss + slope * along);
        }
    }

    /** Writes the points of the tangent at a walk's current state, which is the middle one; false if there is none to be seen. */
    boolean tangent(ProfileFigure.Walk walk, double[] x, double[] y) {
        int i = walk.current();
        double loss = loss(walk, i);
        boolean isDrawn = walk.slopes().length > 0
                && Double.isFinite(walk.slopes()[i])
                && plot.contains(plot.x(walk.t()[i]), y(loss));
        if (isDrawn) {
            tangent(walk.t()[i], loss, walk.slopes()[i], x, y);
        }
        return isDrawn;
    }

    /** The last point, in this direction from the middle one, that is within the tangent's length. */
    private int within(double[] x, double[] y, int middle, int direction) {
        int i = middle;
        while (i + direction >= 0 && i + direction < x.length) {
            double dx = x[i + direction] - x[middle];
            double dy = y[i + direction] - y[middle];
            if (!(dx * dx + dy * dy <= TANGENT * TANGENT * scale * scale)) {
                break;
            }
            i += direction;
        }
        return i == middle && i + direction >= 0 && i + direction < x.length ? i + direction : i;
    }

    private void plumb(double x, double y, double t, int color, List<Mark> marks) {
        double below = y(curve.loss(t));
        for (Clip.Piece piece : clip.pieces(new double[] {x, x}, new double[] {y, below}, 2)) {
            double[] dash = {3 * scale, 4 * scale};
            marks.add(new Mark.Line(piece.x(), piece.y(), false, color, 1.2 * scale, dash));
        }
    }

    /** An arrow at the edge of the plot towards a place outside it. */
    private void edge(double x, double y, int color, List<Mark> marks) {
        double dx = x < plot.left() ? -1 : x > plot.right() ? 1 : 0;
        double dy = y < plot.top() ? -1 : y > plot.bottom() ? 1 : 0;
        if (dx != 0) {
            dy = 0;
        } else if (dy == 0) {
            return;
        }
        double tipX = x < plot.left() + 1 ? plot.left() + 1 : x > plot.right() - 1 ? plot.right() - 1 : x;
        double middle = (plot.top() + plot.bottom()) / 2;
        double tipY = y < plot.top() + 1
                ? plot.top() + 1
                : y > plot.bottom() - 1 ? plot.bottom() - 1 : Double.isNaN(y) ? middle : y;
        double length = 18 * scale;
        double fromX = tipX - dx * length;
        double fromY = tipY - dy * length;
        marks.add(Mark.Line.segment(fromX, fromY, tipX, tipY, theme.casing(), 6 * scale));
        marks.add(new Mark.Arrow(fromX, fromY, tipX, tipY, color, 2.4 * scale));
    }

    /** The loss of a state: its own, or where that is not known that of the curve. */
    double loss(ProfileFigure.Walk walk, int step) {
        return walk.losses().length > 0 ? walk.losses()[step] : curve.loss(walk.t()[step]);
    }

    /** The loss of the curve at a place. */
    double loss(double t) {
        return curve.loss(t);
    }

    /** Where a loss is in the figure. */
    double y(double loss) {
        return Double.isNaN(loss) ? Double.NaN : plot.y(figure.height(loss));
    }
}
