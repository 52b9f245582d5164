package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Repeats a tensor along the axes that are missing or 1, by NumPy's rule: {@code (3) → (2, 3)}. Derivative: ȳ summed over the
 * axes that were repeated, {@link SumTo}.
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
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = memory[in[0] + source(i, shapes[1], small)];
        }
    }

    /** The row-major index in the small shape of what stands at an index of the large one. */
    static int source(int index, Shape large, Shape small) {
        int rest = index;
        int source = 0;
        int stride = 1;
        for (int axis = 1; axis <= small.rank(); axis++) {
            int extent = large.extent(-axis);
            int own = small.extent(-axis);
            if (own != 1) {
                source += rest % extent * stride;
            }
            rest /= extent;
            stride *= own;
        }
        return source;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.sumTo(yBar, y.input(0).shape()));
    }
}
