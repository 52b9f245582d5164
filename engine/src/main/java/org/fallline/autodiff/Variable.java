package org.fallline.autodiff;

import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** A tensor that training changes. Reading it under a tape watches it, if it is trainable. */
public final class Variable implements Source {
    private final String name;
    private final boolean trainable;
    private Node node;

    /** A trainable variable. */
    public Variable(String name, Tensor initial) {
        this(name, initial, true);
    }

    /**
     * A variable that tapes watch by themselves only if it is trainable; a running mean is not.
     *
     * @param trainable whether reading it watches it
     */
    public Variable(String name, Tensor initial, boolean trainable) {
        this.name = name;
        this.trainable = trainable;
        this.node = Ops.constant(initial).named(name);
    }

    public String name() {
        return name;
    }

    @Override
    public Shape shape() {
        return node.shape();
    }

    /** Whether tapes watch the variable when it is read. */
    public boolean isTrainable() {
        return trainable;
    }

    /** The present value as a node; every tape that is recording and watches variables watches it from now on. */
    public Node read() {
        GradientTape.accessed(this, node);
        return node;
    }

    /** The present value. */
    public Tensor value() {
        return node.value();
    }

    /**
     * Gives the variable another value. Nodes that were read before keep the old one.
     *
     * @throws IllegalArgumentException if the shape differs
     */
    public void assign(Tensor value) {
        if (!value.shape().equals(node.shape())) {
            throw new IllegalArgumentException(
                    "the variable " + name + " has the shape " + node.shape() + ", not " + value.shape());
        }
        node = Ops.constant(value).named(name);
    }

    /** Subtracts a tensor, as {@code new = old − learning rate × gradient} does. */
    public void assignSub(Tensor delta) {
        assign(Ops.subtract(Ops.constant(node.value()), Ops.constant(delta)).value());
    }
}
