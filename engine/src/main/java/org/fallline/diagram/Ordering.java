package org.fallline.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the items of each column into an order in which few edges cross: sweeps to and fro, in each of which an item goes to the
 * mean of its neighbours, then exchanges of neighbours as long as one helps.
 */
final class Ordering {
    private static final int SWEEPS = 12;
    private static final int EXCHANGES = 12;

    private final Layering layering;
    private final int[] position;

    private Ordering(Layering layering) {
        this.layering = layering;
        this.position = new int[layering.size()];
    }

    /** Orders the columns of a layering, which is modified. */
    static void apply(Layering layering) {
        Ordering ordering = new Ordering(layering);
        ordering.number();
        List<List<Integer>> best = copy(layering.columns());
        int fewest = ordering.crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            ordering.sweep(sweep % 2 == 0);
            ordering.exchange();
            int crossings = ordering.crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(layering.columns());
            }
        }
        for (int i = 0; i < best.size(); i++) {
            layering.columns().set(i, best.get(i));
        }
    }

    /** How many pairs of edges cross in a layering as it is ordered. */
    static int crossings(Layering layering) {
        Ordering ordering = new Ordering(layering);
        ordering.number();
        return ordering.crossings();
    }

    private static List<List<Integer>> copy(List<List<Integer>> columns) {
        List<List<Integer>> copy = new ArrayList<>();
        columns.forEach(column -> copy.add(new ArrayList<>(column)));
        return copy;
    }

    private void number() {
        layering.columns().forEach(this::number);
    }

    private void number(List<Integer> column) {
        for (int i = 0; i < column.size(); i++) {
            position[column.get(i)] = i;
        }
    }

    private void sweep(boolean rightwards) {
        List<List<Integer>> columns = layering.columns();
        for (int step = 1; step < columns.size(); step++) {
            List<Integer> column = columns.get(rightwards ? step : columns.size() - 1 - step);
            double[] mean = new double[position.length];
            for (int item : column) {
                mean[item] = mean(item, rightwards);
            }
            column.sort(Comparator.comparingDouble(item -> mean[item]));
            number(column);
        }
    }

    /** The mean place of an item's neighbours; its own if it has none there. */
    private double mean(int item, boolean before) {
        List<Integer> neighbours = layering.neighbours(item, before);
        double sum = 0;
        for (int neighbour : neighbours) {
            sum += position[neighbour];
        }
        return neighbours.isEmpty() ? position[item] : sum / neighbours.size();
    }

    private void exchange() {
        boolean helped = true;
        for (int round = 0; round < EXCHANGES && helped; round++) {
            helped = false;
            for (List<Integer> column : layering.columns()) {
                for (int i = 0; i + 1 < column.size(); i++) {
                    int upper = column.get(i);
                    int lower = column.get(i + 1);
                    if (pairs(upper, lower) > pairs(lower, upper)) {
                        column.set(i, lower);
                        column.set(i + 1, upper);
                        number(column);
                        helped = true;
                    }
                }
            }
        }
    }

    /** How many edges of two items cross if the first stands above the second. */
    private int pairs(int upper, int lower) {
        return pairs(upper, lower, true) + pairs(upper, lower, false);
    }

    private int pairs(int upper, int lower, boolean before) {
        int count = 0;
        for (int a : layering.neighbours(upper, before)) {
            for (int b : layering.neighbours(lower, before)) {
                count += position[a] > position[b] ? 1 : 0;
            }
        }
        return count;
    }

    private int crossings() {
        int count = 0;
        for (List<Integer> column : layering.columns()) {
            for (int i = 0; i < column.size(); i++) {
                for (int j = i + 1; j < column.size(); j++) {
                    count += pairs(column.get(i), column.get(j), false);
                }
            }
        }
        return count;
    }
}
