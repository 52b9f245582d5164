package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Sums a tensor over the axes that broadcasting from the target shape would repeat: {@code (2, 3) → (3)}. The transpose of
 * {@link BroadcastTo}, which is its derivative.
 */
public record SumTo(Shape target) implements Op {
    @Override
    public String name() {
        return "sumTo";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (!inputs.get(0).equals(Shape.broadcast(inputs.get(0), target))) {
            throw new IllegalArgumentException(
                    "sumTo: the shape " + target + " does not broadcast to " + inputs.get(0));
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Shape small = shapes[1];
        for (int i = out, end = out + small.size(); i < end; i++) {
            memory[i] = 0;
        }
        for (int i = 0, n = shapes[0].size(); i < n; i++) {
            memory[out + BroadcastTo.source(i, shapes[0], small)] += memory[in[0] + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.broadcastTo(yBar, y.input(0).shape()));
    }
}
