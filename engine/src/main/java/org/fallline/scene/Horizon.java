package org.fallline.scene;

/**
 * How high the surface rises before each of its points, as seen from a direction: a point below that is hidden.
 *
 * <p>{@code h(p) = max over s > 0 of z(p + s·t) − s·r}, t towards the viewer along the floor and r the rise of sight lines,
 * by a sweep over rows or columns from the near side: {@code h(p) = max(z(q), h(q)) − |q − p|·r}, q being the next point
 * on the way, between two vertices.
 */
final class Horizon {
    private static final double NONE = -1e9;

    /** Points so little below, in units of the box, are on the surface. */
    private static final double SLACK = 0.012;

    private final SurfaceShape shape;
    private final double[] heights;

    Horizon(SurfaceShape shape, Projection view) {
        this.shape = shape;
        int side = shape.side();
        heights = new double[side * side];
        boolean byColumns = Math.abs(view.towardX) >= Math.abs(view.towardY);
        double major = byColumns ? view.towardX : view.towardY;
        double drift = (byColumns ? view.towardY : view.towardX) / Math.abs(major);
        int direction = major > 0 ? 1 : -1;
        double fall = view.rise * 2 / (side - 1) / Math.abs(major);
        int along = byColumns ? 1 : side;
        int across = byColumns ? side : 1;
        for (int step = 0; step < side; step++) {
            int line = direction > 0 ? side - 1 - step : step;
            for (int i = 0; i < side; i++) {
                int vertex = line * along + i * across;
                double position = i + drift;
                int below = (int) Math.floor(position);
                double share = position - below;
                if (step == 0 || below < 0 || below + (share > 0 ? 1 : 0) >= side) {
                    heights[vertex] = NONE;
                    continue;
                }
                int next = (line + direction) * along + below * across;
                double a = top(next);
                double b = share > 0 ? top(next + across) : a;
                heights[vertex] = a * (1 - share) + b * share - fall;
            }
        }
    }

    private double top(int vertex) {
        double z = shape.z(vertex);
        return z > heights[vertex] ? z : heights[vertex];
    }

    /** True when nothing of the surface is before a point. */
    boolean isVisible(double x, double y, double z) {
        int side = shape.side();
        double column = (x + 1) / 2 * (side - 1);
        double row = (y + 1) / 2 * (side - 1);
        int c = clamp((int) Math.floor(column), side);
        int r = clamp((int) Math.floor(row), side);
        double across = column - c;
        double up = row - r;
        int i = r * side + c;
        double low = heights[i] * (1 - across) + heights[i + 1] * across;
        double high = heights[i + side] * (1 - across) + heights[i + side + 1] * across;
        return z + SLACK >= low * (1 - up) + high * up;
    }

    private static int clamp(int index, int side) {
        return Math.max(0, Math.min(side - 2, index));
    }
}
