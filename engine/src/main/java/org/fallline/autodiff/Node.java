package org.fallline.autodiff;

import java.util.List;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An application of an op to nodes.
 *
 * <p>A <i>concrete</i> node has its value: it was computed when it was made. A <i>symbolic</i> node depends on an
 * {@linkplain Ops#input input} and has a value only in the memory of a {@link Program}.
 *
 * <p>Two nodes are the same only if they are identical: equal-looking computations stay distinct until a pass merges them.
 */
public final class Node implements Source {
    private final Op op;
    private final List<Node> inputs;
    private final Shape shape;
    private final @Nullable Tensor value;
    private @Nullable String label;

    Node(Op op, List<Node> inputs, Shape shape, @Nullable Tensor value) {
        this.op = op;
        this.inputs = List.copyOf(inputs);
        this.shape = shape;
        this.value = value;
    }

    public Op op() {
        return op;
    }

    /** The operands, in order; none for a leaf. */
    public List<Node> inputs() {
        return inputs;
    }

    /** The operand at an index. */
    public Node input(int index) {
        return inputs.get(index);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** Whether the node has its value. */
    public boolean isConcrete() {
        return value != null;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if the node is symbolic
     */
    public Tensor value() {
        if (value == null) {
            throw new IllegalStateException(
                    "this " + op.name() + " is symbolic: run it in a Program to have its value");
        }
        return value;
    }

    /** The name a reader knows the node by, or null. No computation depends on it. */
    public @Nullable String label() {
        return label;
    }

    /** Gives the node the name a reader knows it by, and returns the node. */
    public Node named(String name) {
        label = name;
        return this;
    }

    /** The label or the op, the shape, and the value of a concrete node. */
    @Override
    public String toString() {
        return (label == null ? op.name() : label) + " " + shape + (value == null ? "" : " " + value);
    }
}
