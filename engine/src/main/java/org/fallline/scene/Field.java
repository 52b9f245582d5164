package org.fallline.scene;

import java.util.Arrays;
import org.fallline.math.Real;

/**
 * Directions at points of the plane, such as the way down of a loss on a lattice: drawn as faint arrows whose lengths tell
 * steep from gentle only by rank, since slopes differ by orders of magnitude.
 *
 * @param u the points' first plane coordinates
 * @param v the points' second plane coordinates
 * @param du the directions' first components, in units of the plane's coordinates; where a direction is zero or not finite
 *     there is no arrow
 * @param dv the directions' second components; no array is modified
 * @param columns how many points a row of the lattice has, where there is one: points are left out by rows and columns
 */
@SuppressWarnings("ArrayRecordComponent")
public record Field(double[] u, double[] v, double[] du, double[] dv, int columns) {
    public Field {
        if (v.length != u.length || du.length != u.length || dv.length != u.length) {
            throw new IllegalArgumentException("a field needs as many of u, v, du and dv, but has " + u.length + ", "
                    + v.length + ", " + du.length + " and " + dv.length);
        }
        if (columns < 1 || u.length % columns != 0) {
            throw new IllegalArgumentException("a field of " + u.length + " points has no rows of " + columns);
        }
    }

    int rows() {
        return u.length / columns;
    }

    /** Every so many-th point of every so many-th row, from the middle of the first so many on. */
    Field thinned(int stride) {
        if (stride <= 1) {
            return this;
        }
        int most = u.length / stride + columns + 1;
        int[] kept = new int[most];
        int used = 0;
        int rowStride = Math.min(stride, rows());
        int columnStride = Math.min(stride, columns);
        for (int row = (rowStride - 1) / 2; row < rows(); row += rowStride) {
            for (int column = (columnStride - 1) / 2; column < columns; column += columnStride) {
                kept[used++] = row * columns + column;
            }
        }
        int first = (columnStride - 1) / 2;
        int left = (columns - first + columnStride - 1) / columnStride;
        int[] points = Arrays.copyOf(kept, used);
        return new Field(of(u, points), of(v, points), of(du, points), of(dv, points), left);
    }

    private static double[] of(double[] numbers, int[] points) {
        double[] chosen = new double[points.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = numbers[points[i]];
        }
        return chosen;
    }

    /** The magnitude of each direction, in the plane's coordinates. */
    double[] sizes() {
        double[] sizes = new double[u.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Real.hypot(du[i], dv[i]);
        }
        return sizes;
    }

    /** The rank of each of these sizes among those that are finite and positive, from 0 to 1; a single one has 1. */
    static double[] ranks(double[] sizes) {
        double[] kept = new double[sizes.length];
        int used = 0;
        for (double size : sizes) {
            if (size > 0 && Double.isFinite(size)) {
                kept[used++] = size;
            }
        }
        double[] sorted = Arrays.copyOf(kept, used);
        Arrays.sort(sorted);
        double[] ranks = new double[sizes.length];
        for (int i = 0; i < ranks.length; i++) {
            int below = Math.max(0, Arrays.binarySearch(sorted, sizes[i]));
            ranks[i] = sorted.length < 2 ? 1 : below / (sorted.length - 1.0);
        }
        return ranks;
    }
}
