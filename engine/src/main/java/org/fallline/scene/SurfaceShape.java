package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
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

    /** Vertices a side with which a surface looks smooth on a screen. */
    public static final int USUAL_SIDE = 97;

    /** Isolines are traced on a grid of so many points a side: they are drawn anew for every direction. */
    private static final int LINE_SIDE = 65;

    /** What light from the top left adds to or takes from lightness at most. */
    private static final double SHADING = 0.16;

    /** How much steeper than it is the surface is lit, in the units of the box. */
    private static final double STEEPNESS = 1;

    /** The brightness of walls along u and along v. */
    private static final double WALL_U = 0.74;

    private static final double WALL_V = 0.86;

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

    private SurfaceShape(Terrain terrain, int side) {
        this.terrain = terrain;
        this.side = side;
        Grid grid = terrain.grid().resample(terrain.window(), side, side);
        z = new double[side * side];
        for (int i = 0; i < z.length; i++) {
            z[i] = HEIGHT * terrain.scale().unit(grid.values()[i]);
        }
        colors = colors();
        lines = lines(terrain.grid().resample(terrain.window(), LINE_SIDE, LINE_SIDE));
    }

    /**
     * The surface of a terrain.
     *
     * @param side vertices a side, from 9 to 257
     */
    public static SurfaceShape of(Terrain terrain, int side) {
        if (side < 9 || side > 257) {
            throw new IllegalArgumentException("a surface has 9 to 257 vertices a side, not " + side);
        }
        return new SurfaceShape(terrain, side);
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
        Window window = terrain.window();
        return (u - window.uMin()) / window.width() * 2 - 1;
    }

    double y(double v) {
        Window window = terrain.window();
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
                int above = edge(wall, i);
                int at = wall(wall, i);
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
    private int edge(int wall, int i) {
        return switch (wall) {
            case 0 -> i;
            case 1 -> (side - 1) * side + i;
            case 2 -> i * side;
            default -> i * side + side - 1;
        };
    }

    /** The upper of the two vertices of a wall that hang from a vertex of the edge. */
    private int wall(int wall, int i) {
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
                if (!Double.isNaN(z[edge(wall, i)] + z[edge(wall, i + 1)])) {
                    quads[used++] = wall(wall, i);
                    quads[used++] = wall(wall, i + 1);
                    quads[used++] = wall(wall, i + 1) + 1;
                    quads[used++] = wall(wall, i) + 1;
                }
            }
        }
        int[] order = Arrays.copyOf(quads, used);
        orders[index] = order;
        return order;
    }

    private int[] colors() {
        int[] result = new int[side * side + 8 * side];
        for (int i = 0; i < z.length; i++) {
            if (!Double.isNaN(z[i])) {
                result[i] = Color.lit(terrain.map().argb(z[i] / HEIGHT), light(i % side, i / side));
            }
        }
        int ground = terrain.theme().plotBackground();
        for (int wall = 0; wall < 4; wall++) {
            double brightness = wall < 2 ? WALL_U : WALL_V;
            for (int i = 0; i < side; i++) {
                double above = z[edge(wall, i)];
                int color = terrain.map().argb(Double.isNaN(above) ? 0 : above / HEIGHT);
                result[wall(wall, i)] = Color.lit(color, brightness);
                result[wall(wall, i) + 1] =
                        Color.mix(Color.lit(color, brightness), Color.lit(ground, brightness), 0.45);
            }
        }
        return result;
    }

    /** The brightness of a slope under light from the top left. */
    private double light(int column, int row) {
        double across = slope(row * side + Math.max(column - 1, 0), row * side + Math.min(column + 1, side - 1));
        double up = slope(Math.max(row - 1, 0) * side + column, Math.min(row + 1, side - 1) * side + column);
        double steepness = STEEPNESS * (side - 1) / 4;
        return Shade.light(across * steepness, up * steepness, SHADING);
    }

    private double slope(int from, int to) {
        double difference = z[to] - z[from];
        return Double.isNaN(difference) ? 0 : difference;
    }

    private List<Line> lines(Grid grid) {
        List<Line> result = new ArrayList<>();
        Contours contours = new Contours(grid);
        for (Terrain.Contour contour : terrain.contours()) {
            double loss = contour.level().loss();
            for (Isoline isoline : contours.at(loss)) {
                double[] x = new double[isoline.u().length];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = x(isoline.u()[i]);
                    y[i] = y(isoline.v()[i]);
                }
                double height = HEIGHT * terrain.scale().unit(loss);
                result.add(new Line(
                        x,
                        y,
                        height,
                        isoline.closed(),
                        contour.color(),
                        contour.level().major()));
            }
        }
        return result;
    }
}
