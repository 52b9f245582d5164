package org.fallline.diagram;

import java.util.List;
import org.fallline.math.Real;

/**
 * How high the items of a layering stand: near the mean of what they are joined with, in their order and apart from each other.
 *
 * <p>Each column is placed at once: the heights that are nearest in least squares to those wished for, under the distances to be
 * kept, by pooling neighbours that would come too near. Source: R. E. Barlow et al., <i>Statistical Inference under Order
 * Restrictions</i>, Wiley 1972, section 1.2.
 */
final class Placement {
    private static final int ROUNDS = 16;
    private static final double GAP = 18;
    private static final double BEND_GAP = 10;

    /** An edge through two bends should be straight, before all else. */
    private static final double STRAIGHT = 8;

    private static final double HALF_STRAIGHT = 2;

    /** What goes on from box to box makes the spine; what comes of nothing hangs beside it. */
    private static final double SPINE = 4;

    private final Layering layering;
    private final double[] middle;

    private Placement(Layering layering) {
        this.layering = layering;
        this.middle = new double[layering.size()];
    }

    /** The middle of each item. */
    static double[] of(Layering layering) {
        Placement placement = new Placement(layering);
        placement.stack();
        for (int round = 0; round < ROUNDS; round++) {
            placement.sweep(round % 2 == 0);
        }
        for (List<Integer> column : layering.columns()) {
            placement.place(column, true, true);
        }
        return placement.middle;
    }

    /** Begins with every column centred at 0. */
    private void stack() {
        for (List<Integer> column : layering.columns()) {
            double at = 0;
            for (int i = 0; i < column.size(); i++) {
                at += i == 0 ? 0 : distance(column.get(i - 1), column.get(i));
                middle[column.get(i)] = at;
            }
            for (int item : column) {
                middle[item] -= at / 2;
            }
        }
    }

    private void sweep(boolean rightwards) {
        List<List<Integer>> columns = layering.columns();
        for (int step = 0; step < columns.size(); step++) {
            place(columns.get(rightwards ? step : columns.size() - 1 - step), rightwards, !rightwards);
        }
    }

    private double height(int item) {
        return layering.isBend(item) ? 0 : layering.diagram().boxes().get(item).height();
    }

    private double distance(int upper, int lower) {
        double gap = layering.isBend(upper) || layering.isBend(lower) ? BEND_GAP : GAP;
        return height(upper) / 2 + height(lower) / 2 + gap;
    }

    /** Places a column by the column before, the one after, or both. */
    private void place(List<Integer> column, boolean before, boolean after) {
        int n = column.size();
        double[] offset = new double[n];
        double[] value = new double[n];
        double[] weight = new double[n];
        int[] count = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            int item = column.get(i);
            offset[i] = i == 0 ? 0 : offset[i - 1] + distance(column.get(i - 1), item);
            double[] sums = new double[2];
            if (before) {
                addWishes(item, true, sums);
            }
            if (after) {
                addWishes(item, false, sums);
            }
            // What has no neighbour there stays where it is, if nothing pushes it.
            boolean isFree = sums[1] == 0;
            value[blocks] = (isFree ? middle[item] : sums[0] / sums[1]) - offset[i];
            weight[blocks] = isFree ? 0.01 : sums[1];
            count[blocks++] = 1;
            while (blocks > 1 && value[blocks - 2] > value[blocks - 1]) {
                int to = blocks - 2;
                double both = weight[to] + weight[to + 1];
                value[to] = (value[to] * weight[to] + value[to + 1] * weight[to + 1]) / both;
                weight[to] = both;
                count[to] += count[to + 1];
                blocks--;
            }
        }
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < count[block]; k++) {
                middle[column.get(next)] = value[block] + offset[next];
                next++;
            }
        }
    }

    private void addWishes(int item, boolean before, double[] sums) {
        for (int other : layering.neighbours(item, before)) {
            boolean one = layering.isBend(item);
            boolean both = one && layering.isBend(other);
            boolean isLeaf = layering.neighbours(before ? other : item, true).isEmpty();
            double weight = both ? STRAIGHT : isLeaf ? 1 : one || layering.isBend(other) ? HALF_STRAIGHT : SPINE;
            sums[0] += weight * middle[other];
            sums[1] += weight;
        }
    }

    /** The highest edge of all items that have been placed. */
    static double top(Layering layering, double[] middle) {
        Placement placement = new Placement(layering);
        double top = Double.POSITIVE_INFINITY;
        for (int item = 0; item < middle.length; item++) {
            top = Real.min(top, middle[item] - placement.height(item) / 2);
        }
        return top;
    }
}
