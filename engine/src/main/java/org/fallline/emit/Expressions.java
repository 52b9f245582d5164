package org.fallline.emit;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Power;
import org.fallline.autodiff.op.Reshape;
import org.fallline.autodiff.op.Where;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a plan's nodes as expressions of an algebra: what is stored is loaded, what is not is computed on the spot.
 *
 * @param <V> a value of the algebra
 */
final class Expressions<V> {
    /** Where a back end keeps what a node has. */
    interface Source<V> {
        /** An element of a node that is stored, or of a product that is at hand. */
        V load(Node node, Place place);

        /**
         * An element of a constant.
         *
         * @param ofRow whether the place is in the row at hand
         */
        V constant(Node node, Place place, boolean ofRow);

        /** Whether {@link #load} has a node. */
        boolean holds(Node node);
    }

    private final Algebra<V> algebra;
    private final RowPlan plan;
    private final Source<V> source;

    Expressions(Algebra<V> algebra, RowPlan plan, Source<V> source) {
        this.algebra = algebra;
        this.plan = plan;
        this.source = source;
    }

    /** Whether a node that is computed element by element has an expression. */
    static boolean hasExpression(Node node) {
        return node.op() instanceof Power
                ? RowPlan.isFixed(node.input(1)) && Powers.isExact(RowPlan.uniform(node.input(1)))
                : node.op() instanceof Where || ElementFunctions.of(node.op()) != null;
    }

    /**
     * An element of a node.
     *
     * @param ofRow whether the place is in the row at hand: so of nodes with rows, and of constants that are used by them
     */
    V element(Node node, Place place, boolean ofRow) {
        if (RowPlan.isFixed(node)) {
            double all = RowPlan.uniform(node);
            return Double.isNaN(all) ? source.constant(node, place, ofRow) : algebra.constant(all);
        }
        if (source.holds(node)) {
            return source.load(node, place);
        }
        if (RowPlan.isView(node)) {
            return element(node.input(0), seen(node, place), plan.isRowed(node.input(0)));
        }
        if (node.op() instanceof Where) {
            return choice(node, place, ofRow);
        }
        if (node.op() instanceof Power) {
            return Powers.power(algebra, element(node.input(0), place, ofRow), RowPlan.uniform(node.input(1)));
        }
        ElementFunction function = ElementFunctions.of(node.op());
        if (function == null) {
            throw new NotEmittableException(
                    "there is no expression of " + node.op().name());
        }
        return function.of(algebra, elements(node, place, ofRow));
    }

    private List<V> elements(Node node, Place place, boolean ofRow) {
        List<V> elements = new ArrayList<>();
        for (Node input : node.inputs()) {
            elements.add(element(input, place, ofRow));
        }
        return elements;
    }

    private V choice(Node node, Place place, boolean ofRow) {
        Node condition = node.input(0);
        V yes = element(node.input(1), place, ofRow);
        V no = element(node.input(2), place, ofRow);
        boolean inline = !RowPlan.isFixed(condition) && !source.holds(condition);
        if (inline && ElementFunctions.of(condition.op()) instanceof ElementFunction.Relation relation) {
            return relation.choice(algebra, elements(condition, place, ofRow), yes, no);
        }
        return algebra.select(algebra.equal(element(condition, place, ofRow), algebra.constant(0)), no, yes);
    }

    /** The place in a view's input that a place in the view shows. */
    private Place seen(Node view, Place place) {
        Place seen = source(plan, view, place);
        if (seen == null) {
            throw new NotEmittableException("too many elements for a broadcast to " + view.shape());
        }
        return seen;
    }

    /** As {@link #seen}; null if the loop's variable does not tell. */
    static @Nullable Place source(RowPlan plan, Node view, Place place) {
        if (view.op() instanceof Reshape) {
            return place;
        }
        boolean rows = plan.isRowed(view);
        Shape small = view.input(0).shape();
        // A value without rows has a first axis of 1 for them, or none.
        boolean hasAxis = rows && small.rank() == view.shape().rank();
        return source(hasAxis ? RowPlan.withoutFirst(small) : small, plan.shape(view, rows), place);
    }

    /** The place in an array of a small shape that broadcasting repeats at a place of a large one. */
    static @Nullable Place source(Shape small, Shape large, Place place) {
        if (small.size() == large.size()) {
            return place;
        }
        if (small.size() == 1) {
            return Place.at(0);
        }
        if (!place.isFixed()) {
            return null;
        }
        int element = 0;
        for (int axis = 1; axis <= small.rank(); axis++) {
            if (small.extent(-axis) != 1) {
                element += place.element() / large.stride(-axis) % large.extent(-axis) * small.stride(-axis);
            }
        }
        return Place.at(element);
    }
}
