package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.say.Say;

/**
 * A loss landscape ready for painting: the coloured, gently shaded map of a window and its isolines, in plane
 * coordinates. The costly part of a {@link LandscapeFigure}, made once and shown with many paths.
 */
public final class Terrain {
    /** Pixels a side of a picture that is soon on the screen; a finer one needs some tens of milliseconds. */
    public static final int USUAL_DETAIL = 240;

    private static final int LEAST_DETAIL = 8;

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
    record Contour(LossScale.Level level, List<Isoline> lines, int color) {
        private static final double WIDTH = 0.7;
        private static final double MAJOR_WIDTH = 1.3;

        /** One of the lines on a plot, {@code scale} times as wide as usual. */
        Mark.Line mark(Isoline line, PlotArea plot, double scale) {
            double[] x = new double[line.u().length];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = plot.x(line.u()[i]);
                y[i] = plot.y(line.v()[i]);
            }
            double width = level.major() ? MAJOR_WIDTH : WIDTH;
            return new Mark.Line(x, y, line.closed(), color, width * scale, new double[0]);
        }
    }

    Terrain(
            Grid grid,
            Window window,
            LossScale scale,
            ColorMap map,
            Theme theme,
            int[] pixels,
            int side,
            List<Contour> contours) {
        this.grid = grid;
        this.window = window;
        this.scale = scale;
        this.map = map;
        this.theme = theme;
        this.pixels = pixels;
        this.side = side;
        this.contours = contours;
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
        TerrainWork work = work(grid, window, scale, map, theme, size, detail, shaded);
        while (!work.isDone()) {
            work.advance();
        }
        return work.terrain();
    }

    /** The same terrain as {@link #of} makes, to be made in pieces. */
    public static TerrainWork work(
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
        return new TerrainWork(grid, window, scale, map, theme, Math.max(LEAST_DETAIL, most), levels, shaded);
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

    /** The map with its isolines and nothing around it, so many CSS pixels wide and high. */
    public Scene scene(double width, double height) {
        PlotArea plot = new PlotArea(window, 0, 0, width, height);
        List<Mark> marks = new ArrayList<>();
        marks.add(raster(plot));
        for (Contour contour : contours) {
            for (Isoline line : contour.lines()) {
                marks.add(Simplification.of(contour.mark(line, plot, 1), Simplification.UNSEEN));
            }
        }
        return new Scene(width, height, theme.plotBackground(), marks, Say.of("landscape.map", "A map of the loss."));
    }

    /** What a figure says of a landscape that is not one. */
    String note(String holesAre) {
        return Note.of(grid, scale, holesAre);
    }

    /** Isolines by ascending level. */
    List<Contour> contours() {
        return contours;
    }

    /** The theme's ink that stands out more from a colour of the map. */
    int isolineInk(int ground) {
        return isolineInk(theme, ground);
    }

    /** The theme's ink that stands out more from a colour of the map. */
    static int isolineInk(Theme theme, int ground) {
        int pale = theme.isolineOnDeep();
        int deep = theme.isolineOnPale();
        return Color.contrast(ground, pale) > Color.contrast(ground, deep) ? pale : deep;
    }
}
