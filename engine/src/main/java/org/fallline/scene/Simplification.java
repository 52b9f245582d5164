package org.fallline.scene;

import java.util.Arrays;

/**
 * The same polyline with fewer points. From a kept point, the directions that pass every later point within the tolerance
 * form a cone that each point narrows; a point out of the cone begins the next piece (the cone-intersection method, Williams
 * 1978, Computer Graphics and Image Processing 8). It takes one walk over the points.
 */
final class Simplification {
    /** Pixels that a line may be moved without anybody seeing it, at four times its size either. */
    static final double UNSEEN = 0.05;

    private Simplification() {}

    /**
     * A line that keeps both ends and some of the points of another, which lie within {@code tolerance} px of it.
     *
     * @param tolerance in px, more than 0
     */
    static Mark.Line of(Mark.Line line, double tolerance) {
        int count = line.x().length;
        if (count < 3) {
            return line;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        int kept = 0;
        int i = 0;
        while (i < count - 1) {
            x[kept] = line.x()[i];
            y[kept++] = line.y()[i];
            i = farthest(line.x(), line.y(), i, tolerance);
        }
        x[kept] = line.x()[count - 1];
        y[kept++] = line.y()[count - 1];
        return kept == count
                ? line
                : new Mark.Line(
                        Arrays.copyOf(x, kept),
                        Arrays.copyOf(y, kept),
                        line.closed(),
                        line.color(),
                        line.width(),
                        line.dash());
    }

    /** The last point that a straight line from {@code anchor} may go to, passing by all between. */
    private static int farthest(double[] x, double[] y, int anchor, double tolerance) {
        double reached = 0;
        double leftX = 0;
        double leftY = 0;
        double rightX = 0;
        double rightY = 0;
        for (int i = anchor + 1; i < x.length; i++) {
            double dx = x[i] - x[anchor];
            double dy = y[i] - y[anchor];
            double distance = Math.sqrt(dx * dx + dy * dy);
            // Where a line turns back its tip is kept; a point that is no number ends a piece as well.
            if (!(distance >= reached)) {
                return Math.max(anchor + 1, i - 1);
            }
            boolean isFirst = reached <= tolerance;
            if (!isFirst && (cross(rightX, rightY, dx, dy) < 0 || cross(dx, dy, leftX, leftY) < 0)) {
                return i - 1;
            }
            if (distance > tolerance) {
                double sideX = -dy / distance * tolerance;
                double sideY = dx / distance * tolerance;
                if (isFirst || cross(dx + sideX, dy + sideY, leftX, leftY) > 0) {
                    leftX = dx + sideX;
                    leftY = dy + sideY;
                }
                if (isFirst || cross(rightX, rightY, dx - sideX, dy - sideY) > 0) {
                    rightX = dx - sideX;
                    rightY = dy - sideY;
                }
            }
            reached = distance;
        }
        return x.length - 1;
    }

    private static double cross(double ax, double ay, double bx, double by) {
        return ax * by - ay * bx;
    }
}
