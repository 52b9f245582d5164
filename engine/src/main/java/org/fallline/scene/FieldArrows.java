package org.fallline.scene;

import java.util.Arrays;
import java.util.List;
import org.fallline.math.Real;

/** The marks of a {@link Field}: small faint arrows centred on their points, a little longer where it is steeper. */
final class FieldArrows {
    private static final double OPACITY = 0.5;
    private static final double SHORTEST = 0.4;
    private static final double MOST_LENGTH = 26;

    private FieldArrows() {}

    static void paint(Field field, PlotArea plot, Terrain terrain, double scale, List<Mark> marks) {
        int count = field.u().length;
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = Real.hypot(field.du()[i], field.dv()[i]);
        }
        double[] sorted = sorted(sizes);
        // As if the points were a square lattice: an arrow and a gap a point.
        double spacing = Math.sqrt(plot.width() * plot.height() / Math.max(1, count));
        double longest = Real.min(spacing * 0.7, MOST_LENGTH * scale);
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
            int below = Arrays.binarySearch(sorted, sizes[i]);
            double share = sorted.length < 2 ? 1 : Math.max(0, below) / (sorted.length - 1.0);
            double half = longest * (SHORTEST + (1 - SHORTEST) * share) / 2;
            double hx = dx / norm * half;
            double hy = dy / norm * half;
            if (plot.contains(x - hx, y - hy) && plot.contains(x + hx, y + hy)) {
                arrow(x, y, hx, hy, scale, Color.withOpacity(ink(terrain, field, i), OPACITY), marks);
            }
        }
    }

    /** The finite, positive sizes in ascending order. */
    private static double[] sorted(double[] sizes) {
        double[] kept = new double[sizes.length];
        int used = 0;
        for (double size : sizes) {
            if (size > 0 && Double.isFinite(size)) {
                kept[used++] = size;
            }
        }
        double[] sorted = Arrays.copyOf(kept, used);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int ink(Terrain terrain, Field field, int i) {
        double loss = terrain.grid().interpolate(field.u()[i], field.v()[i]);
        double unit = terrain.scale().unit(loss);
        return terrain.isolineInk(
                Double.isNaN(unit)
                        ? terrain.theme().plotBackground()
                        : terrain.map().argb(unit));
    }

    /** One stroke, so that a translucent colour does not add up: shaft to the tip, and back along both barbs. */
    private static void arrow(double x, double y, double hx, double hy, double scale, int color, List<Mark> marks) {
        double length = Real.hypot(hx, hy) * 2;
        double barb = Real.min(4 * scale, length * 0.4);
        double bx = hx / length * 2 * barb;
        double by = hy / length * 2 * barb;
        double tipX = x + hx;
        double tipY = y + hy;
        double[] px = {x - hx, tipX, tipX - bx - by * 0.6, tipX, tipX - bx + by * 0.6};
        double[] py = {y - hy, tipY, tipY - by + bx * 0.6, tipY, tipY - by - bx * 0.6};
        marks.add(Mark.Line.open(px, py, color, 1.1 * scale));
    }
}
