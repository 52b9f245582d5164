package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;

/** The marks of a {@link Field}: small faint arrows centred on their points, a little longer where it is steeper. */
final class FieldArrows {
    static final double OPACITY = 0.5;
    static final double MOST_LENGTH = 26;

    /** An arrow's length at most, as a share of the way to the next. */
    static final double SHARE = 0.7;

    private static final double WIDTH = 1.1;
    private static final double BARB = 4;
    private static final double SHORTEST = 0.4;

    private FieldArrows() {}

    static void paint(Field field, PlotArea plot, Terrain terrain, double scale, List<Mark> marks) {
        int count = field.u().length;
        double[] sizes = field.sizes();
        double[] ranks = Field.ranks(sizes);
        // As if the points were a square lattice: an arrow and a gap a point.
        double spacing = Math.sqrt(plot.width() * plot.height() / Math.max(1, count));
        double longest = Real.min(spacing * SHARE, MOST_LENGTH * scale);
        for (int i = 0; i < count; i++) {
            double x = plot.x(field.u()[i]);
            double y = plot.y(field.v()[i]);
            // Divided first, so that the steepest slopes stay numbers.
            double dx = field.du()[i] / sizes[i] / plot.window().width() * plot.width();
            double dy = -field.dv()[i] / sizes[i] / plot.window().height() * plot.height();
            double norm = Real.hypot(dx, dy);
            if (!plot.contains(x, y) || !(norm > 0) || Double.isInfinite(norm)) {
                continue;
            }
            double half = length(longest, ranks[i]) / 2;
            double hx = dx / norm * half;
            double hy = dy / norm * half;
            if (plot.contains(x - hx, y - hy) && plot.contains(x + hx, y + hy)) {
                arrow(x, y, hx, hy, scale, Color.withOpacity(ink(terrain, field, i), OPACITY), marks);
            }
        }
    }

    /** The length of an arrow whose slope has a rank. */
    static double length(double longest, double rank) {
        return longest * (SHORTEST + (1 - SHORTEST) * rank);
    }

    /** How far the barbs of an arrow reach back. */
    static double barb(double length, double scale) {
        return Real.min(BARB * scale, length * 0.4);
    }

    /** The stroke of an arrow: shaft to the tip, and back along both barbs; one, so that a translucent colour does not add up. */
    static Mark.Line stroke(double[] x, double[] y, int color, double scale) {
        return Mark.Line.open(x, y, color, WIDTH * scale);
    }

    static int ink(Terrain terrain, Field field, int i) {
        double loss = terrain.grid().interpolate(field.u()[i], field.v()[i]);
        double unit = terrain.scale().unit(loss);
        return terrain.isolineInk(
                Double.isNaN(unit)
                        ? terrain.theme().plotBackground()
                        : terrain.map().argb(unit));
    }

    /** An arrow round a point, half as long as it is each way. */
    static void arrow(double x, double y, double hx, double hy, double scale, int color, List<Mark> marks) {
        double length = Real.hypot(hx, hy) * 2;
        double barb = barb(length, scale);
        double bx = hx / length * 2 * barb;
        double by = hy / length * 2 * barb;
        double tipX = x + hx;
        double tipY = y + hy;
        double[] px = {x - hx, tipX, tipX - bx - by * 0.6, tipX, tipX - bx + by * 0.6};
        double[] py = {y - hy, tipY, tipY - by + bx * 0.6, tipY, tipY - by - bx * 0.6};
        marks.add(stroke(px, py, color, scale));
    }

    /** The sign of a field in a key. */
    static void key(double x, double y, double unit, int ink, List<Mark> marks) {
        arrow(x, y, 7 * unit, 0, unit, Color.withOpacity(ink, 0.75), marks);
    }
}
