package org.fallline.landscape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Losses at the points of a regular grid over a window: row-major, row 0 at {@code vMin}, column 0 at {@code uMin}, the
 * window's edges included.
 *
 * <p>Values may be NaN or infinite: such samples have no place in {@link #min}, {@link #max} and {@link #quantile}, and
 * are holes for {@link #interpolate} and for {@link Contours}.
 */
public final class Grid {
    private final Window window;
    private final int columns;
    private final int rows;
    private final double[] values;
    /** The finite values in any order, from when something of them is first asked for. */
    private double @Nullable [] finite;

    /** The grid of these {@code columns × rows} values, which the grid keeps and does not modify. */
    public Grid(Window window, int columns, int rows, double[] values) {
        if (columns < 2 || rows < 1) {
            throw new IllegalArgumentException(
                    "a grid needs at least two columns and a row of samples, but is asked for " + columns + " × "
                            + rows);
        }
        if (values.length != columns * rows) {
            throw new IllegalArgumentException("a grid of " + columns + " × " + rows + " needs " + columns * rows
                    + " values, but got " + values.length);
        }
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /** The surface at every point of the grid. */
    public static Grid sample(Surface surface, Window window, int columns, int rows) {
        return new Grid(window, columns, rows, sampleRows(surface, window, columns, rows, 0, rows));
    }

    /**
     * The surface at the points of rows {@code from} (included) to {@code to} (excluded) of a grid, row by row: the slice of
     * {@link #sample} that fits a pause of a busy thread.
     */
    public static double[] sampleRows(Surface surface, Window window, int columns, int rows, int from, int to) {
        if (from < 0 || to > rows || from > to) {
            throw new IllegalArgumentException(
                    "a grid of " + columns + " × " + rows + " has no rows " + from + " to " + to);
        }
        double[] values = new double[(to - from) * columns];
        for (int row = from; row < to; row++) {
            double v = along(window.vMin(), window.vMax(), row, rows);
            for (int column = 0; column < columns; column++) {
                double u = along(window.uMin(), window.uMax(), column, columns);
                values[(row - from) * columns + column] = surface.at(u, v);
            }
        }
        return values;
    }

    public Window window() {
        return window;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** The losses, row-major from {@code vMin}; the grid's own array, not to be modified. */
    public double[] values() {
        return values;
    }

    /** The loss at a grid point. */
    public double at(int column, int row) {
        return values[row * columns + column];
    }

    /** The coordinate of a column. */
    public double u(int column) {
        return along(window.uMin(), window.uMax(), column, columns);
    }

    /** The coordinate of a row. */
    public double v(int row) {
        return along(window.vMin(), window.vMax(), row, rows);
    }

    /** The number of samples that are neither NaN nor infinite. */
    public int finiteCount() {
        return finite().length;
    }

    /** The smallest finite loss; NaN when there is none. */
    public double min() {
        return quantile(0);
    }

    /** The largest finite loss; NaN when there is none. */
    public double max() {
        return quantile(1);
    }

    /** The finite loss that a share {@code q} in [0, 1] of the finite samples does not exceed; NaN when there is none. */
    public double quantile(double q) {
        double[] among = finite();
        return among.length == 0 ? Double.NaN : Selection.nth(among, (int) Math.floor(q * (among.length - 1)));
    }

    /**
     * The loss at (u, v) by bicubic Catmull-Rom interpolation of the samples, exact for quadratics up to the edges; NaN
     * outside the window. The interpolant may overshoot the samples a little.
     *
     * <p>Where the 4 × 4 samples around the point are not all finite it is bilinear in the cell's four corners; where
     * those are not all finite either it is NaN: a hole is never larger than its cells. A grid of one row has no cells, and
     * nothing to interpolate.
     */
    public double interpolate(double u, double v) {
        return interpolate(
                Taps.at(u, window.uMin(), window.uMax(), columns), Taps.at(v, window.vMin(), window.vMax(), rows));
    }

    /** The interpolant at the points of another grid: for painting, where a pixel needs a value and not a sample. */
    public Grid resample(Window target, int newColumns, int newRows) {
        return new Grid(target, newColumns, newRows, resampleRows(target, newColumns, newRows, 0, newRows));
    }

    /** Rows {@code from} (included) to {@code to} (excluded) of what {@link #resample} gives, row by row. */
    public double[] resampleRows(Window target, int newColumns, int newRows, int from, int to) {
        Taps[] across = new Taps[newColumns];
        for (int column = 0; column < newColumns; column++) {
            double u = along(target.uMin(), target.uMax(), column, newColumns);
            across[column] = Taps.at(u, window.uMin(), window.uMax(), columns);
        }
        // Each of this grid's rows is interpolated across once, when the first new row needs it.
        double[][] wide = new double[rows][];
        double[] result = new double[newColumns * (to - from)];
        for (int row = from; row < to; row++) {
            double v = along(target.vMin(), target.vMax(), row, newRows);
            Taps up = Taps.at(v, window.vMin(), window.vMax(), rows);
            int at = (row - from) * newColumns;
            if (up.outside) {
                Arrays.fill(result, at, at + newColumns, Double.NaN);
                continue;
            }
            double[] row0 = wide(wide, up.index0, across);
            double[] row1 = wide(wide, up.index1, across);
            double[] row2 = wide(wide, up.index2, across);
            double[] row3 = wide(wide, up.index3, across);
            for (int column = 0; column < newColumns; column++) {
                double sum = 0;
                sum += up.weight0 * row0[column];
                sum += up.weight1 * row1[column];
                sum += up.weight2 * row2[column];
                sum += up.weight3 * row3[column];
                boolean known = Double.isFinite(sum) && !across[column].outside;
                result[at + column] = known ? sum : interpolate(across[column], up);
            }
        }
        return result;
    }

    private double[] wide(double[][] known, int row, Taps[] across) {
        double[] wide = known[row];
        if (wide == null) {
            wide = new double[across.length];
            for (int i = 0; i < wide.length; i++) {
                Taps taps = across[i];
                wide[i] = row(row * columns, taps.index0, taps.index1, taps.index2, taps.index3, taps);
            }
            known[row] = wide;
        }
        return wide;
    }

    private double interpolate(Taps across, Taps up) {
        if (across.outside || up.outside) {
            return Double.NaN;
        }
        int c0 = across.index0;
        int c1 = across.index1;
        int c2 = across.index2;
        int c3 = across.index3;
        double sum = 0;
        sum += up.weight0 * row(up.index0 * columns, c0, c1, c2, c3, across);
        sum += up.weight1 * row(up.index1 * columns, c0, c1, c2, c3, across);
        sum += up.weight2 * row(up.index2 * columns, c0, c1, c2, c3, across);
        sum += up.weight3 * row(up.index3 * columns, c0, c1, c2, c3, across);
        return Double.isFinite(sum) ? sum : bilinear(across, up);
    }

    private double row(int base, int c0, int c1, int c2, int c3, Taps across) {
        return across.weight0 * values[base + c0]
                + across.weight1 * values[base + c1]
                + across.weight2 * values[base + c2]
                + across.weight3 * values[base + c3];
    }

    private double bilinear(Taps across, Taps up) {
        int corner = up.cell * columns + across.cell;
        double low = values[corner] * (1 - across.fraction) + values[corner + 1] * across.fraction;
        double high = values[corner + columns] * (1 - across.fraction) + values[corner + columns + 1] * across.fraction;
        double value = low * (1 - up.fraction) + high * up.fraction;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** The coordinate of point {@code index} of {@code count} from {@code min} to {@code max}, both met exactly. */
    public static double along(double min, double max, int index, int count) {
        return index == count - 1 ? max : min + (max - min) * index / (count - 1);
    }

    /** The finite losses in ascending order, a new array. */
    double[] sorted() {
        double[] sorted = finite().clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private double[] finite() {
        double[] known = finite;
        if (known == null) {
            double[] among = new double[values.length];
            int count = 0;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    // Not the negative zero, which is smaller than the other where numbers are sorted.
                    among[count++] = value + 0.0;
                }
            }
            known = Arrays.copyOf(among, count);
            finite = known;
        }
        return known;
    }
}
