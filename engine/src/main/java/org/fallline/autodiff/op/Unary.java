package org.fallline.autodiff.op;

import org.fallline.tensor.Shape;

/** An element-wise op of one input. */
public non-sealed interface Unary extends Elementwise {
    /**
     * Computes some elements. Allocates nothing.
     *
     * @param memory holds the input and receives the result; modified from {@code out} on
     * @param x where the input begins
     * @param out where the result begins: at x, or apart from it
     * @param n how many elements
     */
    void apply(double[] memory, int x, int out, int n);

    @Override
    default int arity() {
        return 1;
    }

    @Override
    default void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        apply(memory, in[0], out, shapes[1].size());
    }
}
