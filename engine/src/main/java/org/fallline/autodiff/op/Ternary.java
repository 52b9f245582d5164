package org.fallline.autodiff.op;

import org.fallline.tensor.Shape;

/** An element-wise op of three inputs. */
public non-sealed interface Ternary extends Elementwise {
    /**
     * Computes some elements. Allocates nothing.
     *
     * @param memory holds the inputs and receives the result; modified from {@code out} on
     * @param a where the first input begins
     * @param b where the second input begins
     * @param c where the third input begins
     * @param out where the result begins: at an input, or apart from it
     * @param n how many elements
     */
    void apply(double[] memory, int a, int b, int c, int out, int n);

    @Override
    default int arity() {
        return 3;
    }

    @Override
    default void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        apply(memory, in[0], in[1], in[2], out, shapes[3].size());
    }
}
