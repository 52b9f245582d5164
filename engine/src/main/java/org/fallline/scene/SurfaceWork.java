package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SurfaceShape} in the making, in pieces of a millisecond or two, as {@link TerrainWork} makes its terrain: first the
 * heights, then the colours, then the isolines, level by level.
 */
final class SurfaceWork {
    /** Isolines are traced on a grid of so many points a side: they are drawn anew for every direction. */
    private static final int LINE_SIDE = 65;

    /** What light from the top left adds to or takes from lightness at most. */
    private static final double SHADING = 0.16;

    /** How much steeper than it is the surface is lit, in the units of the box. */
    private static final double STEEPNESS = 1;

    /** The brightness of walls along u and along v. */
    private static final double WALL_U = 0.74;

    private static final double WALL_V = 0.86;

    /** About so many points are interpolated or coloured in a piece. */
    private static final int PIECE = 2000;

    private final Terrain terrain;
    private final int side;
    private final double[] z;
    private final int[] colors;
    private final double[] coarse = new double[LINE_SIDE * LINE_SIDE];
    private final List<SurfaceShape.Line> lines = new ArrayList<>();
    private int raised;
    private int colored;
    private int refined;
    private int traced;
    private @Nullable Contours tracing;
    private @Nullable SurfaceShape shape;

    /** {@code side} is the number of vertices a side, from 9 to 257. */
    SurfaceWork(Terrain terrain, int side) {
        if (side < 9 || side > 257) {
            throw new IllegalArgumentException("a surface has 9 to 257 vertices a side, not " + side);
        }
        this.terrain = terrain;
        this.side = side;
        this.z = new double[side * side];
        this.colors = new int[side * side + 8 * side];
    }

    boolean isDone() {
        return shape != null;
    }

    /** Does the next piece, if there is one. */
    void advance() {
        int rows = Math.max(1, PIECE / side);
        if (raised < side) {
            int end = Math.min(side, raised + rows);
            raise(raised, end);
            raised = end;
        } else if (colored < side) {
            int end = Math.min(side, colored + rows);
            color(colored, end);
            colored = end;
        } else if (refined < LINE_SIDE) {
            int end = Math.min(LINE_SIDE, refined + rows);
            double[] values = terrain.grid().resampleRows(terrain.window(), LINE_SIDE, LINE_SIDE, refined, end);
            System.arraycopy(values, 0, coarse, refined * LINE_SIDE, values.length);
            refined = end;
        } else if (traced < terrain.contours().size()) {
            Contours contours = tracing;
            if (contours == null) {
                contours = new Contours(new Grid(terrain.window(), LINE_SIDE, LINE_SIDE, coarse));
                tracing = contours;
            }
            trace(contours, terrain.contours().get(traced++));
        } else if (shape == null) {
            colorWalls();
            shape = new SurfaceShape(terrain, side, z, colors, lines);
        }
    }

    /**
     * What was made.
     *
     * @throws IllegalStateException before it is done
     */
    SurfaceShape shape() {
        if (shape == null) {
            throw new IllegalStateException("the surface is not done");
        }
        return shape;
    }

    private void raise(int from, int to) {
        double[] values = terrain.grid().resampleRows(terrain.window(), side, side, from, to);
        for (int i = 0; i < values.length; i++) {
            z[from * side + i] = SurfaceShape.HEIGHT * terrain.scale().unit(values[i]);
        }
    }

    private void color(int from, int to) {
        for (int i = from * side; i < to * side; i++) {
            if (!Double.isNaN(z[i])) {
                colors[i] = Color.lit(terrain.map().argb(z[i] / SurfaceShape.HEIGHT), light(i % side, i / side));
            }
        }
    }

    private void colorWalls() {
        int ground = terrain.theme().plotBackground();
        for (int wall = 0; wall < 4; wall++) {
            double brightness = wall < 2 ? WALL_U : WALL_V;
            for (int i = 0; i < side; i++) {
                double above = z[SurfaceShape.edge(side, wall, i)];
                int color = terrain.map().argb(Double.isNaN(above) ? 0 : above / SurfaceShape.HEIGHT);
                int at = SurfaceShape.wall(side, wall, i);
                colors[at] = Color.lit(color, brightness);
                colors[at + 1] = Color.mix(Color.lit(color, brightness), Color.lit(ground, brightness), 0.45);
            }
        }
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

    private void trace(Contours contours, Terrain.Contour contour) {
        double loss = contour.level().loss();
        for (Isoline isoline : contours.at(loss)) {
            double[] x = new double[isoline.u().length];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = SurfaceShape.x(terrain.window(), isoline.u()[i]);
                y[i] = SurfaceShape.y(terrain.window(), isoline.v()[i]);
            }
            double height = SurfaceShape.HEIGHT * terrain.scale().unit(loss);
            lines.add(new SurfaceShape.Line(
                    x,
                    y,
                    height,
                    isoline.closed(),
                    contour.color(),
                    contour.level().major()));
        }
    }
}
