package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;

/**
 * A loss landscape ready for painting: the coloured, gently shaded map of a window and its isolines, in plane
 * coordinates. The costly part of a {@link LandscapeFigure}, made once and shown with many paths.
 */
public final class Terrain {
    /** Pixels a side that are computed at most; beyond, the painter's own smoothing is as good. */
    private static final int MOST_PIXELS = 240;

    /** The share of lightness that slopes facing the light gain and others lose at most. */
    private static final double SHADING = 0.06;

    /** Pixels per isoline, and the fewest and most isolines. */
    private static final double PIXELS_PER_ISOLINE = 22;

    private final Grid grid;
    private final Window window;
    private final LossScale scale;
    private final ColorMap map;
    private final Theme theme;
    private final int[] pixels;
    private final int side;
    private final List<Contour> contours;

    /** The isolines of one level, with the level's colour. */
    record Contour(LossScale.Level level, List<Isoline> lines, int color) {}

    private Terrain(Grid grid, Window window, LossScale scale, ColorMap map, Theme theme, int side, int levels) {
        this.grid = grid;
        this.window = window;
        this.scale = scale;
        this.map = map;
        this.theme = theme;
        this.side = side;
        this.pixels = pixels();
        this.contours = contours(levels);
    }

    /**
     * The terrain of a sampled loss.
     *
     * @param grid the samples
     * @param window what is shown; where it reaches beyond the grid's window there is nothing to see
     * @param size the length in CSS px of the shorter side of the figure it is made for: it sets how fine the map is and
     *     how many isolines it has
     */
    public static Terrain of(Grid grid, Window window, LossScale scale, ColorMap map, Theme theme, double size) {
        int side = size >= MOST_PIXELS ? MOST_PIXELS : size > 8 ? (int) size : 8;
        int levels = size >= 616 ? 28 : size > 220 ? (int) (size / PIXELS_PER_ISOLINE) : 10;
        return new Terrain(grid, window, scale, map, theme, side, levels);
    }

    public Grid grid() {
        return grid;
    }

    /** The window shown. */
    public Window window() {
        return window;
    }

    public LossScale scale() {
        return scale;
    }

    public ColorMap map() {
        return map;
    }

    public Theme theme() {
        return theme;
    }

    /** The map stretched over a plot; always the same array of pixels. */
    Mark.Raster raster(PlotArea plot) {
        return new Mark.Raster(pixels, side, side, plot.left(), plot.top(), plot.width(), plot.height(), true);
    }

    /** Isolines by ascending level. */
    List<Contour> contours() {
        return contours;
    }

    /** Samples at the centres of the pixels. */
    private int[] pixels() {
        Grid fine = grid.resample(window.expand(-0.5 / side), side, side);
        double[] unit = new double[side * side];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = scale.unit(fine.values()[i]);
        }
        int[] result = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double t = unit[row * side + column];
                // The grid's first row is the bottom of the picture.
                result[(side - 1 - row) * side + column] =
                        Double.isNaN(t) ? theme.plotBackground() : Color.lit(map.argb(t), light(unit, column, row));
            }
        }
        return result;
    }

    /** The brightness of a slope under light from the top left: 1 on flat ground, capped on both sides. */
    private double light(double[] unit, int column, int row) {
        double across = slope(unit, row * side + Math.max(column - 1, 0), row * side + Math.min(column + 1, side - 1));
        double up = slope(unit, Math.max(row - 1, 0) * side + column, Math.min(row + 1, side - 1) * side + column);
        double facing = (across - up) * side * 0.25;
        return 1 + SHADING * (facing / Math.sqrt(1 + facing * facing));
    }

    private static double slope(double[] unit, int from, int to) {
        double rise = unit[to] - unit[from];
        return Double.isNaN(rise) ? 0 : rise;
    }

    private List<Contour> contours(int count) {
        List<Contour> result = new ArrayList<>();
        Grid fine = grid.resample(window, side + 1, side + 1);
        for (LossScale.Level level : scale.levels(count)) {
            List<Isoline> lines = Contours.at(fine, level.loss());
            if (!lines.isEmpty()) {
                result.add(new Contour(level, lines, isolineColor(level)));
            }
        }
        return result;
    }

    /** The map's own colour at that level, moved towards the ink that stands out from it. */
    private int isolineColor(LossScale.Level level) {
        int ground = map.argb(scale.unit(level.loss()));
        return Color.mix(ground, isolineInk(ground), level.major() ? 0.6 : 0.36);
    }

    /** The theme's ink that stands out more from a colour of the map. */
    int isolineInk(int ground) {
        int pale = theme.isolineOnDeep();
        int deep = theme.isolineOnPale();
        return Color.contrast(ground, pale) > Color.contrast(ground, deep) ? pale : deep;
    }
}
