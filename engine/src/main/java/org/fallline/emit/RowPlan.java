package org.fallline.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.BroadcastTo;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Elementwise;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.MatMul;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.autodiff.op.Mean;
import org.fallline.autodiff.op.Reshape;
import org.fallline.autodiff.op.Sum;
import org.fallline.autodiff.op.SumTo;
import org.fallline.tensor.Shape;

/**
 * In which order a loss is computed: what once, what row by row of its data, and which results are stored on the way.
 *
 * <pre>
 * plan  = block*                 blocks over the rows stand between blocks that run once
 * block = overRows step*
 * step  = STORE node             each element by its {@linkplain Expressions expression}
 *       | REDUCE node            adds up, or takes the greatest, of what the reduction is of
 *       | FINISH node            makes the reduction's value of what was added up in the block, or in the one before
 * </pre>
 *
 * <p>A node has <i>rows</i> if its first axis is that of the examples and each of its rows depends on the same row of others, and
 * on numbers that are there once. A reduction over the rows ends a block; what depends on it, such as an activation behind batch
 * normalization, is computed in later ones. Nodes that are not stored are part of the expressions that use them.
 */
final class RowPlan {
    /** What is done with a node. */
    enum Task {
        STORE,
        REDUCE,
        FINISH
    }

    record Step(Task task, Node node) {}

    record Block(boolean overRows, List<Step> steps) {}

    /** A longer expression is stored half-way: writing one out is a recursion. */
    private static final int MOST_DEPTH = 24;

    private final int rows;
    private final Node loss;
    private final List<Node> nodes;
    private final Set<Node> rowed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> stored = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> crossing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Node, Integer> times = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> uses = new IdentityHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * The plan of a loss.
     *
     * @param loss a scalar, simplified: what depends on no parameter is a constant
     * @throws NotEmittableException if the loss has an operation that no back end has
     */
    RowPlan(List<Node> parameters, Node loss) {
        this.loss = loss;
        this.nodes = Graph.of(parameters, List.of(loss)).nodes();
        this.rows = longestData();
        nodes.forEach(this::place);
        nodes.forEach(this::demandOfInputs);
        demandOfLongExpressions();
        schedule();
    }

    /** How many rows the data have; 1 if the loss has none. */
    int rows() {
        return rows;
    }

    Node loss() {
        return loss;
    }

    /** All nodes, each after its inputs; parameters first. */
    List<Node> nodes() {
        return nodes;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Whether each row of the data has a value of its own of the node. */
    boolean isRowed(Node node) {
        return rowed.contains(node);
    }

    /** Whether a node's value is kept in memory when it has been computed. */
    boolean isStored(Node node) {
        return stored.contains(node) || isReduction(node) || node.op() instanceof Input;
    }

    /** Whether a node with rows is used in a later block than its own, so that all its rows are kept. */
    boolean isCrossing(Node node) {
        return crossing.contains(node);
    }

    /** Whether a reduction leaves one value for all rows, or is of a value without rows. */
    boolean isTotal(Node reduction) {
        return !isRowed(reduction);
    }

    /** The shape of a node, or of one of its rows if it has rows. */
    Shape shape(Node node, boolean perRow) {
        return perRow ? withoutFirst(node.shape()) : node.shape();
    }

    /** How many numbers a node has, in one row if it has rows. */
    int width(Node node) {
        return shape(node, isRowed(node)).size();
    }

    static boolean isFixed(Node node) {
        return node.op() instanceof Constant;
    }

    static boolean isReduction(Node node) {
        return node.op() instanceof Sum
                || node.op() instanceof Mean
                || node.op() instanceof SumTo
                || node.op() instanceof MaxTo;
    }

    /** Whether a node has the numbers of its input at other places, and takes no work. */
    static boolean isView(Node node) {
        return node.op() instanceof BroadcastTo || node.op() instanceof Reshape;
    }

    /** The number that all elements of a constant are; NaN if they differ. */
    static double uniform(Node node) {
        for (int i = 1; i < node.shape().size(); i++) {
            if (node.value().at(i) != node.value().at(0)) {
                return Double.NaN;
            }
        }
        return node.shape().size() == 0 ? Double.NaN : node.value().at(0);
    }

    static Shape withoutFirst(Shape shape) {
        int[] extents = new int[shape.rank() - 1];
        for (int axis = 1; axis < shape.rank(); axis++) {
            extents[axis - 1] = shape.extent(axis);
        }
        return Shape.of(extents);
    }

    /** The longest first axis of the data. */
    private int longestData() {
        int longest = 1;
        for (Node node : nodes) {
            boolean data = isTabled(node) && node.shape().rank() > 0;
            longest = data ? Math.max(longest, node.shape().extent(0)) : longest;
        }
        return longest;
    }

    /** Whether a node is data with a part for each row. */
    boolean isData(Node node) {
        return isTabled(node) && hasRowAxis(node);
    }

    /** Whether a node is data that all rows share. */
    boolean isShared(Node node) {
        return isTabled(node) && !hasRowAxis(node);
    }

    /** Whether a node is fixed, and so many different numbers that they must lie somewhere. */
    private static boolean isTabled(Node node) {
        return isFixed(node) && Double.isNaN(uniform(node));
    }

    private boolean hasRowAxis(Node node) {
        return rows > 1 && node.shape().rank() > 0 && node.shape().extent(0) == rows;
    }

    // Where a node is computed: times count blocks, those over the rows are odd.

    private void place(Node node) {
        if (isFixed(node)) {
            return;
        }
        int time = 0;
        for (Node input : node.inputs()) {
            if (!isFixed(input)) {
                int of = time(input);
                time = Math.max(time, isRowed(input) && !takesRows(node) ? of + 1 : of);
            }
        }
        if (takesRows(node)) {
            rowed.add(node);
            time |= 1;
        }
        times.put(node, time);
    }

    /** Whether a node has rows; refuses it if it mixes them. */
    private boolean takesRows(Node node) {
        if (node.op() instanceof Input || node.op() instanceof Sum || node.op() instanceof Mean) {
            return false;
        }
        boolean any = node.inputs().stream().anyMatch(this::isRowed);
        if (node.op() instanceof BroadcastTo) {
            Shape small = node.input(0).shape();
            boolean repeats = small.rank() < node.shape().rank() || (small.rank() > 0 && small.extent(0) == 1);
            require(!any || (small.rank() == node.shape().rank() && hasRowAxis(node)), node);
            return hasRowAxis(node) && (any || repeats);
        }
        if (node.op() instanceof SumTo || node.op() instanceof MaxTo) {
            return any
                    && hasRowAxis(node)
                    && node.shape().rank() == node.input(0).shape().rank();
        }
        if (node.op() instanceof Reshape) {
            require(!any || hasRowAxis(node), node);
            return any;
        }
        if (node.op() instanceof MatMul product) {
            Node a = node.input(0);
            boolean rowsOfA = !product.transposedA() && (isFixed(a) ? hasRowAxis(a) : isRowed(a));
            require(!isRowed(node.input(1)) && (rowsOfA || !isRowed(a)), node);
            return rowsOfA;
        }
        if (!(node.op() instanceof Elementwise) || !Expressions.hasExpression(node)) {
            throw new NotEmittableException(
                    "there is no expression of " + node.op().name());
        }
        require(!any || node.inputs().stream().allMatch(input -> isFixed(input) || isRowed(input)), node);
        return any;
    }

    private static void require(boolean possible, Node node) {
        if (!possible) {
            throw new NotEmittableException(node.op().name() + " of "
                    + node.inputs().stream().map(Node::shape).toList() + " mixes the rows of the data");
        }
    }

    private int time(Node node) {
        return times.getOrDefault(node, 0);
    }

    /** When a node looks at its inputs. */
    private int timeOfUse(Node node) {
        return isReduction(node) ? time(node.input(0)) : time(node);
    }

    // What is stored

    private void demandOfInputs(Node node) {
        if (isView(node)) {
            return;
        }
        for (Node input : node.inputs()) {
            demand(input, timeOfUse(node), node.op() instanceof MatMul);
        }
    }

    /**
     * Notes a use of a node.
     *
     * @param often whether each element is used more than once
     */
    private void demand(Node used, int time, boolean often) {
        Node node = used;
        boolean repeated = often;
        while (isView(node) && !isFixed(node)) {
            Node source = node.input(0);
            int sourceSize = isFixed(source) ? source.shape().size() : width(source);
            repeated |= sourceSize < width(node) || (isRowed(node) && !isRowed(source));
            node = source;
        }
        if (isFixed(node)) {
            return;
        }
        int count = uses.getOrDefault(node, 0) + 1;
        uses.put(node, count);
        if (repeated || count > 1 || time != time(node)) {
            stored.add(node);
        }
        if (isRowed(node) && time != time(node)) {
            crossing.add(node);
        }
    }

    private void demandOfLongExpressions() {
        IdentityHashMap<Node, Integer> depths = new IdentityHashMap<>();
        for (Node node : nodes) {
            int depth = 0;
            for (Node input : node.inputs()) {
                depth = Math.max(depth, isStored(input) ? 0 : depths.getOrDefault(input, 0));
            }
            if (depth >= MOST_DEPTH && !isView(node) && !isFixed(node)) {
                stored.add(node);
            }
            depths.put(node, depth + 1);
        }
    }

    private void schedule() {
        for (int time = 0; time <= time(loss); time++) {
            blocks.add(new Block(time % 2 == 1, new ArrayList<>()));
        }
        for (Node node : nodes) {
            if (isReduction(node) && !isFixed(node)) {
                add(timeOfUse(node), Task.REDUCE, node);
                if (isTotal(node)) {
                    add(time(node), Task.FINISH, node);
                }
            } else if (stored.contains(node) && !(node.op() instanceof Input)) {
                add(time(node), Task.STORE, node);
            }
        }
    }

    private void add(int time, Task task, Node node) {
        blocks.get(time).steps().add(new Step(task, node));
    }
}
