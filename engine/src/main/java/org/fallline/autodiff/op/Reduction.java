package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * An op that takes the elements along some axes into one: from a large shape to a small one that broadcasts to it. Elements are
 * taken in row-major order.
 */
interface Reduction extends Op {
    /** The shape of the result. */
    Shape target();

    /** The result for no elements. */
    double ofNone();

    /** Takes n neighbouring elements into one. */
    void takeAll(double[] memory, int from, int n, int to);

    /** Takes each of n neighbouring elements into its own. */
    void takeEach(double[] memory, int from, int n, int to);

    @Override
    default Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        Shape large = inputs.get(0);
        if (!large.equals(Shape.broadcast(large, target()))) {
            throw new IllegalArgumentException(name() + ": the shape " + target() + " does not broadcast to " + large);
        }
        return target();
    }

    @Override
    default void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Shape large = shapes[0];
        int n = target().size();
        for (int i = out, end = out + n; i < end; i++) {
            memory[i] = ofNone();
        }
        if (n == 1) {
            takeAll(memory, in[0], large.size(), out);
        } else if (Broadcasting.isTail(target(), large)) {
            for (int from = in[0], end = from + large.size(); from < end; from += n) {
                takeEach(memory, from, n, out);
            }
        } else if (large.size() > 0) {
            reduce(memory, in[0], large, out, 0);
        }
    }

    /** Reduces the part of the large array below an axis. The recursion is as deep as the shape has axes. */
    private void reduce(double[] memory, int from, Shape large, int to, int axis) {
        int extent = large.extent(axis);
        int stride = Broadcasting.stride(target(), large, axis);
        if (axis == large.rank() - 1) {
            if (stride == 0) {
                takeAll(memory, from, extent, to);
            } else {
                takeEach(memory, from, extent, to);
            }
            return;
        }
        int step = large.stride(axis);
        for (int i = 0; i < extent; i++) {
            reduce(memory, from + i * step, large, to + i * stride, axis + 1);
        }
    }
}
