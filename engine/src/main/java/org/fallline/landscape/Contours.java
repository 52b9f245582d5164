package org.fallline.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Isolines of a grid by marching squares, stitched into polylines.
 *
 * <p>A sample is high when it is at or above the level. In a cell whose opposite corners are high (a saddle) the mean of
 * the four decides which pair is connected. Crossings are linear along the cell's edges. A cell with a corner that is
 * NaN or infinite has no isoline: lines end at its edges.
 */
public final class Contours {
    // An algorithm in three parts: (1) each cell yields directed segments between its edges, high ground on the left;
    // (2) an edge of the grid belongs to at most two cells, one of which leaves it and one of which arrives, so the
    // segments form chains without branches; (3) chains with a beginning are open lines, the rest are rings.
    //
    // W. E. Lorensen, H. E. Cline: "Marching Cubes", 1987, in two dimensions; the choice at saddles by the cell's mean.

    /** The cell's edges. */
    private static final int BOTTOM = 0;

    private static final int RIGHT = 1;
    private static final int TOP = 2;
    private static final int LEFT = 3;

    /** From edge, to edge, … by the corners that are high: bottom left 1, bottom right 2, top right 4, top left 8. */
    private static final int[][] SEGMENTS = {
        {},
        {BOTTOM, LEFT},
        {RIGHT, BOTTOM},
        {RIGHT, LEFT},
        {TOP, RIGHT},
        {BOTTOM, LEFT, TOP, RIGHT}, // saddle with a low mean
        {TOP, BOTTOM},
        {TOP, LEFT},
        {LEFT, TOP},
        {BOTTOM, TOP},
        {RIGHT, BOTTOM, LEFT, TOP}, // saddle with a low mean
        {RIGHT, TOP},
        {LEFT, RIGHT},
        {BOTTOM, RIGHT},
        {LEFT, BOTTOM},
        {},
    };

    private static final int[] SADDLE_5_HIGH = {BOTTOM, RIGHT, TOP, LEFT};
    private static final int[] SADDLE_10_HIGH = {LEFT, BOTTOM, RIGHT, TOP};

    private static final int NONE = -1;

    private final Grid grid;
    private final double[] values;
    private final int columns;
    private double level;
    /** The edge that each edge's segment leads to, or NONE; edge 2i runs right from sample i, edge 2i + 1 up. */
    private final int[] next;

    /** The edges that segments lead to. Between two levels all are as if there had been none. */
    private final boolean[] arrived;

    /** The least and the greatest number in two neighbouring rows: most levels pass most rows by. */
    private final double[] least;

    private final double[] most;
    /** Edges that segments leave, in the order found: the order of the result does not depend on anything else. */
    private int[] left = new int[64];

    private int leftCount;

    /** The isolines of a grid: for who wants many levels of it. */
    public Contours(Grid grid) {
        this.grid = grid;
        this.values = grid.values();
        this.columns = grid.columns();
        this.next = new int[2 * columns * grid.rows()];
        this.arrived = new boolean[next.length];
        this.least = new double[Math.max(0, grid.rows() - 1)];
        this.most = new double[least.length];
        Arrays.fill(next, NONE);
        for (int row = 0; row < least.length; row++) {
            span(row);
        }
    }

    private void span(int row) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = row * columns; i < (row + 2) * columns; i++) {
            double value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        least[row] = low;
        most[row] = high;
    }

    /** The isolines of {@code grid} at {@code level}, open ones first; none for a level that is not finite. */
    public static List<Isoline> at(Grid grid, double level) {
        return new Contours(grid).at(level);
    }

    /** The isolines at {@code level}, open ones first; none for a level that is not finite. */
    public List<Isoline> at(double level) {
        if (!Double.isFinite(level)) {
            return List.of();
        }
        this.level = level;
        leftCount = 0;
        march();
        return stitch();
    }

    private void march() {
        for (int row = 0; row < least.length; row++) {
            if (level <= least[row] || level > most[row]) {
                continue;
            }
            int sample = row * columns;
            // Half of a cell's corners are those of the cell before.
            int rightCorners = (values[sample] >= level ? 2 : 0) | (values[sample + columns] >= level ? 4 : 0);
            for (int column = 0; column + 1 < columns; column++, sample++) {
                int leftCorners = ((rightCorners >> 1) & 1) | ((rightCorners << 1) & 8);
                rightCorners = (values[sample + 1] >= level ? 2 : 0) | (values[sample + 1 + columns] >= level ? 4 : 0);
                int high = leftCorners | rightCorners;
                if (high != 0 && high != 15) {
                    cell(column, row, high);
                }
            }
        }
    }

    private void cell(int column, int row, int high) {
        double mean = grid.at(column, row) * 0.25
                + grid.at(column + 1, row) * 0.25
                + grid.at(column + 1, row + 1) * 0.25
                + grid.at(column, row + 1) * 0.25;
        // Quarters of finite numbers add up to a finite one, and any other corner spoils the sum.
        if (Double.isFinite(mean)) {
            add(column, row, segments(high, mean));
        }
    }

    private int[] segments(int high, double mean) {
        if (mean >= level && high == 5) {
            return SADDLE_5_HIGH;
        }
        return mean >= level && high == 10 ? SADDLE_10_HIGH : SEGMENTS[high];
    }

    private void add(int column, int row, int[] segments) {
        for (int i = 0; i < segments.length; i += 2) {
            int from = edge(column, row, segments[i]);
            int to = edge(column, row, segments[i + 1]);
            next[from] = to;
            arrived[to] = true;
            if (leftCount == left.length) {
                left = Arrays.copyOf(left, 2 * leftCount);
            }
            left[leftCount++] = from;
        }
    }

    private int edge(int column, int row, int side) {
        int sample = row * columns + column;
        return switch (side) {
            case BOTTOM -> 2 * sample;
            case RIGHT -> 2 * (sample + 1) + 1;
            case TOP -> 2 * (sample + columns);
            default -> 2 * sample + 1;
        };
    }

    private List<Isoline> stitch() {
        List<Isoline> lines = new ArrayList<>();
        for (int i = 0; i < leftCount; i++) {
            if (next[left[i]] != NONE && !arrived[left[i]]) {
                follow(left[i], false, lines);
            }
        }
        for (int i = 0; i < leftCount; i++) {
            if (next[left[i]] != NONE) {
                follow(left[i], true, lines);
            }
        }
        return lines;
    }

    /** Walks the chain from {@code first} and takes it apart on the way. */
    private void follow(int first, boolean closed, List<Isoline> lines) {
        int count = 1;
        for (int edge = next[first]; edge != NONE && edge != first; edge = next[edge]) {
            count++;
        }
        double[] u = new double[count];
        double[] v = new double[count];
        int used = 0;
        int edge = first;
        for (int i = 0; i < count; i++) {
            crossing(edge, u, v, used);
            // Lines through a sample cross several edges there, all in the same point.
            if (used == 0 || u[used] != u[used - 1] || v[used] != v[used - 1]) {
                used++;
            }
            int following = next[edge];
            next[edge] = NONE;
            arrived[edge] = false;
            edge = following;
        }
        if (closed && used > 1 && u[0] == u[used - 1] && v[0] == v[used - 1]) {
            used--;
        }
        if (used >= (closed ? 3 : 2)) {
            lines.add(new Isoline(level, Arrays.copyOf(u, used), Arrays.copyOf(v, used), closed));
        }
    }

    private void crossing(int edge, double[] u, double[] v, int index) {
        int sample = edge / 2;
        int column = sample % columns;
        int row = sample / columns;
        boolean up = edge % 2 == 1;
        int other = up ? sample + columns : sample + 1;
        double a = grid.values()[sample];
        double b = grid.values()[other];
        // Halved, so that the difference of the largest numbers is still a number.
        double t = (level * 0.5 - a * 0.5) / (b * 0.5 - a * 0.5);
        u[index] = up ? grid.u(column) : grid.u(column) + t * (grid.u(column + 1) - grid.u(column));
        v[index] = up ? grid.v(row) + t * (grid.v(row + 1) - grid.v(row)) : grid.v(row);
    }
}
