package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * A tensor that is known when the graph is made, whatever its elements. It has no input, so no derivative. Source:
 * TensorFlow API, {@code tf.constant}.
 */
public record Constant(Tensor tensor) implements Op {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 0);
        return tensor.shape();
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        tensor.copyTo(memory, out);
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of();
    }
}
