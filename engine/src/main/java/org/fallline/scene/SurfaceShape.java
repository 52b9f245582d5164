package org.fallline.scene;

import java.util.Arrays;
import java.util.List;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;

/**
 * A terrain as a surface in the box [−1, 1] × [−1, 1]: heights by the scale's unit, colours with shade, isolines. The costly
 * part of a {@link SurfaceFigure}, made once and seen from many directions.
 *
 * <p>Where the loss is undefined the surface has holes. Around it, walls go down to the floor.
 */
public final class SurfaceShape {
    /** The height of the scale's upper end; its lower end is 0, the floor a little below. */
    static final double HEIGHT = 0.75;

    static final double FLOOR = -0.08;

    /** Pixels of a picture's shorter side to a vertex: with as many a surface looks smooth, and turning it takes a frame. */
    private static final double PIXELS_A_VERTEX = 8;

    private static final int FEWEST = 49;
    private static final int MOST = 129;

    private final Terrain terrain;
    private final int side;
    /** Heights of the vertices, row-major from vMin; NaN in holes. */
    private final double[] z;
    /** Colours of the vertices, then of the walls' vertices. */
    private final int[] colors;

    private final List<Line> lines;
    private final int[][] orders = new int[4][];

    /** An isoline: points in the box, and how it is drawn. */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(double[] x, double[] y, double z, boolean closed, int color, boolean major) {}

    /** As {@link SurfaceWork} makes it. */
    SurfaceShape(Terrain terrain, int side, double[] z, int[] colors, List<Line> lines) {
        this.terrain = terrain;
        this.side = side;
        this.z = z;
        this.colors = colors;
        this.lines = lines;
    }

    /** Vertices a side for a picture whose shorter side has {@code size} CSS pixels. */
    static int side(double size) {
        return Math.max(FEWEST, Math.min(MOST, (int) (size / PIXELS_A_VERTEX)));
    }

    /**
     * The surface of a terrain.
     *
     * @param side vertices a side, from 9 to 257
     */
    public static SurfaceShape of(Terrain terrain, int side) {
        SurfaceWork work = new SurfaceWork(terrain, side);
        while (!work.isDone()) {
            work.advance();
        }
        return work.shape();
    }

    /** What it is made of. */
    public Terrain terrain() {
        return terrain;
    }

    int side() {
        return side;
    }

    /** The height of a vertex; NaN in a hole. */
    double z(int vertex) {
        return z[vertex];
    }

    List<Line> lines() {
        return lines;
    }

    /** The height of a loss; beyond the scale a little beyond its ends. */
    double height(double loss) {
        LossScale scale = terrain.scale();
        return loss > scale.max() ? HEIGHT * 1.04 : loss < scale.min() ? -HEIGHT * 0.04 : HEIGHT * scale.unit(loss);
    }

    /** The height of the surface over a point of the box; NaN over a hole and outside. */
    double height(double x, double y) {
        double column = (x + 1) / 2 * (side - 1);
        double row = (y + 1) / 2 * (side - 1);
        if (!(column >= 0 && column <= side - 1 && row >= 0 && row <= side - 1)) {
            return Double.NaN;
        }
        int c = Math.min((int) column, side - 2);
        int r = Math.min((int) row, side - 2);
        double across = column - c;
        double up = row - r;
        int i = r * side + c;
        double low = z[i] * (1 - across) + z[i + 1] * across;
        double high = z[i + side] * (1 - across) + z[i + side + 1] * across;
        return low * (1 - up) + high * up;
    }

    double x(double u) {
        return x(terrain.window(), u);
    }

    double y(double v) {
        return y(terrain.window(), v);
    }

    /** Where a point of a window is in the box. */
    static double x(Window window, double u) {
        return (u - window.uMin()) / window.width() * 2 - 1;
    }

    static double y(Window window, double v) {
        return (v - window.vMin()) / window.height() * 2 - 1;
    }

    double u(double x) {
        Window window = terrain.window();
        return window.uMin() + (x + 1) / 2 * window.width();
    }

    double v(double y) {
        Window window = terrain.window();
        return window.vMin() + (y + 1) / 2 * window.height();
    }

    /** The surface and its walls as seen. */
    Mark.Mesh mesh(Projection view) {
        double[] px = new double[colors.length];
        double[] py = new double[colors.length];
        for (int row = 0; row < side; row++) {
            double y = 2.0 * row / (side - 1) - 1;
            for (int column = 0; column < side; column++) {
                double x = 2.0 * column / (side - 1) - 1;
                int i = row * side + column;
                px[i] = view.x(x, y);
                py[i] = view.y(x, y, z[i]);
            }
        }
        for (int wall = 0; wall < 4; wall++) {
            for (int i = 0; i < side; i++) {
                int above = edge(side, wall, i);
                int at = wall(side, wall, i);
                int row = above / side;
                double x = 2.0 * (above % side) / (side - 1) - 1;
                double y = 2.0 * row / (side - 1) - 1;
                px[at] = px[above];
                py[at] = py[above];
                px[at + 1] = px[above];
                py[at + 1] = view.y(x, y, FLOOR);
            }
        }
        return new Mark.Mesh(px, py, colors, order(view.towardX > 0, view.towardY > 0));
    }

    /** A vertex of the surface's edge: below, above, left, right. */
    static int edge(int side, int wall, int i) {
        return switch (wall) {
            case 0 -> i;
            case 1 -> (side - 1) * side + i;
            case 2 -> i * side;
            default -> i * side + side - 1;
        };
    }

    /** The upper of the two vertices of a wall that hang from a vertex of the edge. */
    static int wall(int side, int wall, int i) {
        return side * side + 2 * (wall * side + i);
    }

    /**
     * The quadrilaterals from back to front. A sight line runs through a height field in one direction along u and one
     * along v; so rows and columns from the far ones to the near ones are an order, and no sorting is needed.
     */
    private int[] order(boolean rightIsNear, boolean upIsNear) {
        int index = (rightIsNear ? 1 : 0) + (upIsNear ? 2 : 0);
        int[] known = orders[index];
        if (known != null) {
            return known;
        }
        int[] quads = new int[4 * ((side - 1) * (side - 1) + 2 * (side - 1))];
        int used = 0;
        for (int i = 0; i + 1 < side; i++) {
            int row = upIsNear ? i : side - 2 - i;
            for (int k = 0; k + 1 < side; k++) {
                int column = rightIsNear ? k : side - 2 - k;
                int near = (row + (upIsNear ? 1 : 0)) * side + column + (rightIsNear ? 1 : 0);
                int far = (row + (upIsNear ? 0 : 1)) * side + column + (rightIsNear ? 0 : 1);
                int beside = (row + (upIsNear ? 0 : 1)) * side + column + (rightIsNear ? 1 : 0);
                int other = (row + (upIsNear ? 1 : 0)) * side + column + (rightIsNear ? 0 : 1);
                if (!Double.isNaN(z[near] + z[far] + z[beside] + z[other])) {
                    quads[used++] = beside;
                    quads[used++] = far;
                    quads[used++] = other;
                    quads[used++] = near;
                }
            }
        }
        for (int wall : new int[] {upIsNear ? 1 : 0, rightIsNear ? 3 : 2}) {
            for (int i = 0; i + 1 < side; i++) {
                if (!Double.isNaN(z[edge(side, wall, i)] + z[edge(side, wall, i + 1)])) {
                    quads[used++] = wall(side, wall, i);
                    quads[used++] = wall(side, wall, i + 1);
                    quads[used++] = wall(side, wall, i + 1) + 1;
                    quads[used++] = wall(side, wall, i) + 1;
                }
            }
        }
        int[] order = Arrays.copyOf(quads, used);
        orders[index] = order;
        return order;
    }
}
