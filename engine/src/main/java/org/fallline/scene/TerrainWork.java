package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.jspecify.annotations.Nullable;

/**
 * A terrain in the making, in pieces of a millisecond or two: a page that must not be held up makes some of them between two
 * pictures.
 *
 * <p>First the samples are interpolated at the centres of the pixels, then coloured, then cut into isolines, level by level.
 */
public final class TerrainWork {
    /** Cells a side in which isolines are traced at most: beyond, they do not move by a tenth of a pixel. */
    private static final int MOST_CELLS = 240;

    /** The share of lightness that slopes facing the light gain and others lose at most. */
    private static final double SHADING = 0.12;

    /** The height of the scale in widths of the map, for the steepness of slopes. */
    private static final double HEIGHT = 0.3;

    /** About so many pixels are interpolated in a piece. */
    private static final int PIECE = 2000;

    private final Grid grid;
    private final Window window;
    private final LossScale scale;
    private final ColorMap map;
    private final Theme theme;
    private final int side;
    private final boolean shaded;
    private final double[] unit;
    private final int[] pixels;
    private final int cells;
    private final double[] fine;
    private final List<LossScale.Level> levels;
    private @Nullable Contours tracing;
    private final List<Terrain.Contour> contours = new ArrayList<>();
    private int interpolated;
    private int colored;
    private int refined;
    private int traced;

    TerrainWork(
            Grid grid,
            Window window,
            LossScale scale,
            ColorMap map,
            Theme theme,
            int side,
            int levels,
            boolean shaded) {
        this.grid = grid;
        this.window = window;
        this.scale = scale;
        this.map = map;
        this.theme = theme;
        this.side = side;
        this.shaded = shaded;
        this.unit = new double[side * side];
        this.pixels = new int[side * side];
        this.cells = Math.min(side, MOST_CELLS);
        this.fine = new double[(cells + 1) * (cells + 1)];
        this.levels = scale.levels(levels);
    }

    public boolean isDone() {
        return traced == levels.size() && refined == cells + 1 && colored == side;
    }

    /** Does the next piece, if there is one. */
    public void advance() {
        int rows = Math.max(1, PIECE / side);
        if (interpolated < side) {
            int end = Math.min(side, interpolated + rows);
            interpolate(interpolated, end);
            interpolated = end;
        } else if (colored < side) {
            int end = Math.min(side, colored + 2 * rows);
            color(colored, end);
            colored = end;
        } else if (refined <= cells) {
            int end = Math.min(cells + 1, refined + rows);
            double[] values = grid.resampleRows(window, cells + 1, cells + 1, refined, end);
            System.arraycopy(values, 0, fine, refined * (cells + 1), values.length);
            refined = end;
        } else if (traced < levels.size()) {
            Contours lines = tracing;
            if (lines == null) {
                lines = new Contours(new Grid(window, cells + 1, cells + 1, fine));
                tracing = lines;
            }
            trace(lines, levels.get(traced++));
        }
    }

    /**
     * What was made.
     *
     * @throws IllegalStateException before it is done
     */
    public Terrain terrain() {
        if (!isDone()) {
            throw new IllegalStateException("the terrain is not done");
        }
        return new Terrain(grid, window, scale, map, theme, pixels, side, List.copyOf(contours));
    }

    private void interpolate(int from, int to) {
        double[] values = grid.resampleRows(window.expand(-0.5 / side), side, side, from, to);
        for (int i = 0; i < values.length; i++) {
            unit[from * side + i] = scale.unit(values[i]);
        }
    }

    private void color(int from, int to) {
        for (int row = from; row < to; row++) {
            // The grid's first row is the bottom of the picture.
            int at = (side - 1 - row) * side;
            for (int column = 0; column < side; column++) {
                double t = unit[row * side + column];
                int color = Double.isNaN(t) ? hatch(column - row) : map.argb(t);
                pixels[at + column] = shaded && !Double.isNaN(t) ? Color.lit(color, light(column, row)) : color;
            }
        }
    }

    /** Stripes where the loss is undefined, twenty-four across the picture. */
    private int hatch(int diagonal) {
        double phase = diagonal * 24.0 / side;
        double wave = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
        double stripe = wave > 0.75 ? 1 : wave > 0.55 ? (wave - 0.55) / 0.2 : 0;
        return Color.mix(theme.plotBackground(), theme.gridLine(), stripe);
    }

    private double light(int column, int row) {
        double across = slope(row * side + Math.max(column - 1, 0), row * side + Math.min(column + 1, side - 1));
        double up = slope(Math.max(row - 1, 0) * side + column, Math.min(row + 1, side - 1) * side + column);
        double steepness = HEIGHT * side / 2;
        return Shade.light(across * steepness, up * steepness, SHADING);
    }

    private double slope(int from, int to) {
        double rise = unit[to] - unit[from];
        return Double.isNaN(rise) ? 0 : rise;
    }

    private void trace(Contours contoured, LossScale.Level level) {
        List<Isoline> lines = contoured.at(level.loss());
        if (!lines.isEmpty()) {
            contours.add(new Terrain.Contour(level, lines, isolineColor(level)));
        }
    }

    /** The map's own colour at that level, moved towards the ink that stands out from it. */
    private int isolineColor(LossScale.Level level) {
        int ground = map.argb(scale.unit(level.loss()));
        return Color.mix(ground, Terrain.isolineInk(theme, ground), level.major() ? 0.6 : 0.36);
    }
}
