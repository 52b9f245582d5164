package org.fallline.scene;

import java.util.List;

/**
 * The marks of a {@link StepArrow}, cased: a plain arrow for the gradient, a broad one for a whole step, a dashed one for Newton's step, a double shaft
 * with an open head for the momentum. What would leave the plot ends at its edge in two open heads: it goes on.
 */
final class StepArrows {
    private static final double[] SOLID = {};
    private static final double WIDTH = 2.4;
    private static final double BROAD = 4;

    /** Shorter arrows are a dot: they have no direction to see. */
    static final double SHORTEST = 3;

    private final PlotArea plot;
    private final Theme theme;
    private final Clip clip;
    private final double scale;

    StepArrows(PlotArea plot, Theme theme, double scale) {
        this.plot = plot;
        this.theme = theme;
        this.clip = new Clip(plot);
        this.scale = scale;
    }

    void paint(StepArrow arrow, List<Mark> marks) {
        double x = plot.x(arrow.u());
        double y = plot.y(arrow.v());
        double endX = plot.x(arrow.u() + arrow.du());
        double endY = plot.y(arrow.v() + arrow.dv());
        if (!plot.contains(x, y) || Double.isNaN(endX) || Double.isNaN(endY)) {
            return;
        }
        boolean goesOn = !plot.contains(endX, endY);
        if (goesOn) {
            List<Clip.Piece> pieces = clip.pieces(new double[] {x, endX}, new double[] {y, endY}, 2);
            if (pieces.isEmpty()) {
                return;
            }
            Clip.Piece piece = pieces.get(0);
            endX = piece.x()[1];
            endY = piece.y()[1];
        }
        paint(arrow.kind(), x, y, endX, endY, goesOn, theme, scale, 1, marks);
    }

    /** An arrow between two pixels; what is hidden has less than all of the opacity. */
    static void paint(
            StepArrow.Kind kind,
            double x1,
            double y1,
            double x2,
            double y2,
            boolean goesOn,
            Theme theme,
            double scale,
            double opacity,
            List<Mark> marks) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (!(length >= SHORTEST)) {
            return;
        }
        Stroke stroke = new Stroke(x1, y1, dx / length, dy / length, length, marks);
        int color = Color.withOpacity(theme.arrow(kind), opacity);
        int under = Color.withOpacity(theme.casing(), opacity);
        double width = (kind == StepArrow.Kind.STEP ? BROAD : WIDTH) * scale;
        double head = (goesOn ? 7 : 10) * scale < length ? (goesOn ? 7 : 10) * scale : length;
        boolean open = goesOn || kind == StepArrow.Kind.MOMENTUM;
        double end = open ? length - 1 : length - head * 0.6;
        double casing = 3 * scale;
        double side = kind == StepArrow.Kind.MOMENTUM ? 2 * scale : 0;
        double thin = side > 0 ? width * 0.6 : width;
        stroke.line(0, end, 0, under, thin + 2 * side + casing, SOLID);
        stroke.head(length, head, open, under, thin + casing);
        if (goesOn) {
            stroke.head(length - head * 0.8, head, true, under, thin + casing);
        }
        double[] dash = kind == StepArrow.Kind.NEWTON ? new double[] {3.2 * width, 2.4 * width} : SOLID;
        double shaftEnd = goesOn ? length - head * 0.8 : kind == StepArrow.Kind.MOMENTUM ? length - side : end;
        if (side > 0) {
            stroke.line(0, shaftEnd, side, color, thin, dash);
            stroke.line(0, shaftEnd, -side, color, thin, dash);
        } else {
            stroke.line(0, shaftEnd, 0, color, thin, dash);
        }
        stroke.head(length, head, open, color, open ? width * 0.85 : 0);
        if (goesOn) {
            stroke.head(length - head * 0.8, head, true, color, width * 0.85);
        }
    }

    /** A short arrow of this kind round a point, for a key. */
    static void key(StepArrow.Kind kind, double x, double y, double unit, Theme theme, List<Mark> marks) {
        paint(kind, x - 8 * unit, y, x + 8 * unit, y, false, theme, 0.75 * unit, 1, marks);
    }

    /** Strokes along one direction, measured from where the arrow begins. */
    private record Stroke(double x, double y, double ux, double uy, double length, List<Mark> marks) {
        void line(double from, double to, double side, int color, double width, double[] dash) {
            if (to > from) {
                double[] px = {x + from * ux - side * uy, x + to * ux - side * uy};
                double[] py = {y + from * uy + side * ux, y + to * uy + side * ux};
                marks.add(new Mark.Line(px, py, false, color, width, dash));
            }
        }

        /** A head with its tip at {@code at}: two open strokes, or filled with an outline of that width. */
        void head(double at, double size, boolean open, int color, double width) {
            double half = size * 0.55;
            double back = at - size;
            double[] px = {x + back * ux - half * uy, x + at * ux, x + back * ux + half * uy};
            double[] py = {y + back * uy + half * ux, y + at * uy, y + back * uy - half * ux};
            if (!open) {
                marks.add(new Mark.Area(px, py, color));
            }
            if (width > 0) {
                marks.add(new Mark.Line(px, py, !open, color, width, SOLID));
            }
        }
    }
}
