package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Repeats a tensor along the axes that are missing or 1, by NumPy's rule: {@code (3) → (2, 3)}. Elements are copied as
 * they are. Derivative: ȳ summed over the axes that were repeated, {@link SumTo}; 0 if repeated 0 times. Source:
 * TensorFlow API, {@code tf.broadcast_to}.
 */
public record BroadcastTo(Shape target) implements Op {
    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (!target.equals(Shape.broadcast(inputs.get(0), target))) {
            throw new IllegalArgumentException(
                    "broadcast: the shape " + inputs.get(0) + " does not broadcast to " + target);
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Shape small = shapes[0];
        int n = small.size();
        int end = out + target.size();
        if (n == 1) {
            fill(memory, memory[in[0]], out, end);
        } else if (Broadcasting.isTail(small, target)) {
            for (int to = out; to < end; to += n) {
                copy(memory, in[0], n, to);
            }
        } else if (end > out) {
            repeat(memory, in[0], small, out, 0);
        }
    }

    private static void fill(double[] memory, double value, int from, int end) {
        for (int i = from; i < end; i++) {
            memory[i] = value;
        }
    }

    private static void copy(double[] memory, int from, int n, int to) {
        for (int i = 0; i < n; i++) {
            memory[to + i] = memory[from + i];
        }
    }

    /** Fills the part of the result below an axis. The recursion is as deep as the shape has axes. */
    private void repeat(double[] memory, int from, Shape small, int to, int axis) {
        int extent = target.extent(axis);
        int stride = Broadcasting.stride(small, target, axis);
        if (axis == target.rank() - 1) {
            if (stride == 0) {
                fill(memory, memory[from], to, to + extent);
            } else {
                copy(memory, from, extent, to);
            }
            return;
        }
        int step = target.stride(axis);
        for (int i = 0; i < extent; i++) {
            repeat(memory, from + i * stride, small, to + i * step, axis + 1);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.sumTo(yBar, y.input(0).shape()));
    }
}
