package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.math.Real;

/**
 * The signs that stand for single points: each is told from the others by its shape alone, and has an outline that keeps
 * it apart from any ground.
 */
final class Glyphs {
    private static final int CIRCLE_POINTS = 24;
    private static final double CASING = 3;
    private static final double[] SOLID = {};

    private final Theme theme;
    private final double scale;
    private final double opacity;

    /** {@code scale} is the size of markers, 1 on a figure with room. */
    Glyphs(Theme theme, double scale) {
        this(theme, scale, 1);
    }

    private Glyphs(Theme theme, double scale, double opacity) {
        this.theme = theme;
        this.scale = scale;
        this.opacity = opacity;
    }

    /** The same signs behind something. */
    Glyphs faint() {
        return new Glyphs(theme, scale, 0.35);
    }

    private int seen(int color) {
        return Color.withOpacity(color, Color.alpha(color) / 255.0 * opacity);
    }

    /** Where walks begin: a ring. */
    void start(double x, double y, List<Mark> marks) {
        marks.add(new Mark.Dot(x, y, 5 * scale, Color.TRANSPARENT, seen(theme.casing()), 4.5 * scale));
        marks.add(new Mark.Dot(x, y, 5 * scale, Color.TRANSPARENT, seen(theme.startMarker()), 1.8 * scale));
    }

    /** A known minimum: a cross. */
    void minimum(double x, double y, List<Mark> marks) {
        double arm = 4.5 * scale;
        cross(x, y, arm, seen(theme.casing()), 4.5 * scale, marks);
        cross(x, y, arm, seen(theme.minimumMarker()), 1.7 * scale, marks);
    }

    private static void cross(double x, double y, double arm, int color, double width, List<Mark> marks) {
        marks.add(Mark.Line.segment(x - arm, y - arm, x + arm, y + arm, color, width));
        marks.add(Mark.Line.segment(x - arm, y + arm, x + arm, y - arm, color, width));
    }

    /**
     * A critical point: a triangle that points down at a minimum and up at a maximum, an hourglass on its side at a
     * saddle, a hollow diamond where the Hessian does not tell.
     */
    void critical(CriticalPoint.Kind kind, double x, double y, List<Mark> marks) {
        double r = 5.5 * scale;
        double[][] shape = switch (kind) {
            case MINIMUM -> new double[][] {{-r, r, 0}, {-0.75 * r, -0.75 * r, r}};
            case MAXIMUM -> new double[][] {{-r, r, 0}, {0.75 * r, 0.75 * r, -r}};
            case SADDLE -> new double[][] {{-r, r, r, -r}, {-0.8 * r, 0.8 * r, -0.8 * r, 0.8 * r}};
            case DEGENERATE -> new double[][] {{-r, 0, r, 0}, {0, -r, 0, r}};
        };
        double[] px = shape[0];
        double[] py = shape[1];
        for (int i = 0; i < px.length; i++) {
            px[i] += x;
            py[i] += y;
        }
        boolean hollow = kind == CriticalPoint.Kind.DEGENERATE;
        marks.add(new Mark.Line(px, py, true, seen(theme.casing()), CASING * scale + (hollow ? 1.7 : 0), SOLID));
        marks.add(new Mark.Area(px, py, seen(hollow ? theme.casing() : theme.minimumMarker())));
        if (hollow) {
            marks.add(new Mark.Line(px, py, true, seen(theme.minimumMarker()), 1.7 * scale, SOLID));
        }
    }

    /** The current state: a ball with a ring that stands out from any ground; hollow when the run ended there. */
    void ball(double x, double y, int color, boolean ended, List<Mark> marks) {
        marks.add(new Mark.Dot(x, y, 8 * scale, seen(theme.casing()), seen(Color.withOpacity(theme.ink(), 0.55)), 1));
        marks.add(new Mark.Dot(
                x,
                y,
                (ended ? 4.8 : 6) * scale,
                seen(ended ? theme.casing() : color),
                seen(color),
                ended ? 2.4 * scale : 0));
    }

    /** The shadow of a current state that is not on the plane: a broken ring round a small dot. */
    void shadow(double x, double y, int color, List<Mark> marks) {
        double radius = 7.5 * scale;
        double[] px = new double[CIRCLE_POINTS];
        double[] py = new double[CIRCLE_POINTS];
        for (int i = 0; i < CIRCLE_POINTS; i++) {
            double angle = i * 2 * Real.acos(-1) / CIRCLE_POINTS;
            px[i] = x + radius * Real.cos(angle);
            py[i] = y + radius * Real.sin(angle);
        }
        double piece = radius * Real.acos(-1) / 6;
        marks.add(new Mark.Dot(x, y, radius + 2 * scale, seen(Color.withOpacity(theme.casing(), 0.85)), 0, 0));
        // Round caps lengthen every dash by the line's width.
        double[] dash = {piece * 0.75, piece * 1.25};
        marks.add(new Mark.Line(px, py, true, seen(color), 2.3 * scale, dash));
        marks.add(new Mark.Dot(x, y, 2.8 * scale, seen(color), 0, 0));
    }

    /** A state on the way; hollow where it is not on the plane. */
    void step(double x, double y, int color, boolean offPlane, List<Mark> marks) {
        if (offPlane) {
            marks.add(new Mark.Dot(x, y, 2.2 * scale, seen(theme.casing()), seen(color), 1.2 * scale));
        } else {
            marks.add(new Mark.Dot(x, y, 2.6 * scale, seen(color), seen(theme.casing()), 0.8 * scale));
        }
    }
}
