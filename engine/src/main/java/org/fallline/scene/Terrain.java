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
    /** Pixels a side of a picture that is soon on the screen; a finer one needs some tens of milliseconds. */
    public static final int USUAL_DETAIL = 240;

    /** Cells a side in which isolines are traced at most: beyond, they do not move by a tenth of a pixel. */
    private static final int MOST_CELLS = 240;

    private static final int LEAST_DETAIL = 8;

    /** The share of lightness that slopes facing the light gain and others lose at most. */
    private static final double SHADING = 0.12;

    /** The height of the scale in widths of the map, for the steepness of slopes. */
    private static final double HEIGHT = 0.3;

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

    private Terrain(
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
        this.pixels = pixels(shaded);
        this.contours = contours(levels);
    }

    /** The shaded terrain of a sampled loss, as fine as figures of this size deserve at once. */
    public static Terrain of(Grid grid, Window window, LossScale scale, ColorMap map, Theme theme, double size) {
        return of(grid, window, scale, map, theme, size, USUAL_DETAIL, true);
    }

    /**
     * The terrain of a sampled loss.
     *
     * @param grid the samples
     * @param window what is shown; where it reaches beyond the grid's window there is nothing to see
     * @param size the length in CSS px of the shorter side of the figure it is made for: it sets how many isolines there are
     * @param detail pixels a side that are computed, but no more than {@code size} unless that is small: about 96 for a
     *     first sight while samples arrive, {@link #USUAL_DETAIL}, and 512 or more when there is time
     * @param shaded whether slopes are shaded as by light from the top left
     */
    public static Terrain of(
            Grid grid,
            Window window,
            LossScale scale,
            ColorMap map,
            Theme theme,
            double size,
            int detail,
            boolean shaded) {
        int most = detail > USUAL_DETAIL || size >= detail ? detail : (int) size;
        int levels = size >= 616 ? 28 : size > 220 ? (int) (size / PIXELS_PER_ISOLINE) : 10;
        return new Terrain(grid, window, scale, map, theme, Math.max(LEAST_DETAIL, most), levels, shaded);
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

    /** What a figure says of a landscape that is not one. */
    String note(String holesAre) {
        return Note.of(grid, scale, holesAre);
    }

    /** Isolines by ascending level. */
    List<Contour> contours() {
        return contours;
    }

    /** Samples at the centres of the pixels. */
    private int[] pixels(boolean shaded) {
        Grid fine = grid.resample(window.expand(-0.5 / side), side, side);
        double[] unit = new double[side * side];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = scale.unit(fine.values()[i]);
        }
        int[] result = new int[side * side];
        for (int row = 0; row < side; row++) {
            // The grid's first row is the bottom of the picture.
            int at = (side - 1 - row) * side;
            for (int column = 0; column < side; column++) {
                double t = unit[row * side + column];
                int color = Double.isNaN(t) ? hatch(column - row) : map.argb(t);
                result[at + column] = shaded && !Double.isNaN(t) ? Color.lit(color, light(unit, column, row)) : color;
            }
        }
        return result;
    }

    /** Stripes where the loss is undefined, twenty-four across the picture. */
    private int hatch(int diagonal) {
        double phase = diagonal * 24.0 / side;
        double wave = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
        double stripe = wave > 0.75 ? 1 : wave > 0.55 ? (wave - 0.55) / 0.2 : 0;
        return Color.mix(theme.plotBackground(), theme.gridLine(), stripe);
    }

    private double light(double[] unit, int column, int row) {
        double across = slope(unit, row * side + Math.max(column - 1, 0), row * side + Math.min(column + 1, side - 1));
        double up = slope(unit, Math.max(row - 1, 0) * side + column, Math.min(row + 1, side - 1) * side + column);
        double steepness = HEIGHT * side / 2;
        return Shade.light(across * steepness, up * steepness, SHADING);
    }

    private static double slope(double[] unit, int from, int to) {
        double rise = unit[to] - unit[from];
        return Double.isNaN(rise) ? 0 : rise;
    }

    private List<Contour> contours(int count) {
        List<Contour> result = new ArrayList<>();
        int cells = Math.min(side, MOST_CELLS);
        Grid fine = grid.resample(window, cells + 1, cells + 1);
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
