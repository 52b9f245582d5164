package org.fallline.autodiff;

import org.fallline.tensor.Tensor;

/** A tensor that training changes. Reading it under a tape watches it. */
public final class Variable {
    private final String name;
    private Node node;

    public Variable(String name, Tensor initial) {
        this.name = name;
        this.node = Ops.constant(initial).named(name);
    }

    public String name() {
        return name;
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
