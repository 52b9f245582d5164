package org.fallline.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.diagram.Diagram.Edge;

/**
 * A diagram in columns: every box stands right of all that lead to it, as near as the longest way allows, and a box that nothing
 * leads to just left of the first it leads to. An edge over several columns has a <i>bend</i>, an item of no width, in each
 * column between.
 *
 * <p>Items are numbered: first the boxes, then the bends.
 */
final class Layering {
    private final Diagram diagram;
    private final int[] column;
    private final int[][] chains;
    private final List<List<Integer>> columns = new ArrayList<>();
    private final List<List<Integer>> left = new ArrayList<>();
    private final List<List<Integer>> right = new ArrayList<>();

    Layering(Diagram diagram) {
        this.diagram = diagram;
        this.column = columnsOfBoxes(diagram);
        int last = Arrays.stream(column).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        for (int box = 0; box < column.length; box++) {
            addItem(column[box]);
        }
        this.chains = new int[diagram.edges().size()][];
        for (int i = 0; i < chains.length; i++) {
            chains[i] = chain(diagram.edges().get(i));
        }
    }

    private static int[] columnsOfBoxes(Diagram diagram) {
        int[] column = new int[diagram.boxes().size()];
        int[] nearest = new int[column.length];
        boolean[] isLedTo = new boolean[column.length];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        List<List<Integer>> before = new ArrayList<>();
        for (int i = 0; i < column.length; i++) {
            before.add(new ArrayList<>());
        }
        diagram.edges().forEach(edge -> before.get(edge.to()).add(edge.from()));
        for (int box = 0; box < column.length; box++) {
            for (int other : before.get(box)) {
                column[box] = Math.max(column[box], column[other] + 1);
                isLedTo[box] = true;
            }
        }
        for (Edge edge : diagram.edges()) {
            nearest[edge.from()] = Math.min(nearest[edge.from()], column[edge.to()] - 1);
        }
        for (int box = 0; box < column.length; box++) {
            if (!isLedTo[box] && nearest[box] < Integer.MAX_VALUE) {
                column[box] = nearest[box];
            }
        }
        return column;
    }

    private int addItem(int at) {
        int item = left.size();
        left.add(new ArrayList<>());
        right.add(new ArrayList<>());
        columns.get(at).add(item);
        return item;
    }

    private int[] chain(Edge edge) {
        int from = column[edge.from()];
        int[] chain = new int[column[edge.to()] - from + 1];
        chain[0] = edge.from();
        for (int i = 1; i < chain.length; i++) {
            chain[i] = i == chain.length - 1 ? edge.to() : addItem(from + i);
            right.get(chain[i - 1]).add(chain[i]);
            left.get(chain[i]).add(chain[i - 1]);
        }
        return chain;
    }

    Diagram diagram() {
        return diagram;
    }

    /** The items from top to bottom, a list a column; {@link Ordering} changes their order. */
    List<List<Integer>> columns() {
        return columns;
    }

    /** How many items there are. */
    int size() {
        return left.size();
    }

    /** The column of a box. */
    int column(int box) {
        return column[box];
    }

    /** The items of an edge from its first box to its last. */
    int[] chain(int edge) {
        return chains[edge];
    }

    /** What an item is joined with in the column before, and in the column after. */
    List<Integer> neighbours(int item, boolean before) {
        return before ? left.get(item) : right.get(item);
    }

    boolean isBend(int item) {
        return item >= column.length;
    }
}
