package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * The sum of all elements in row-major order, a scalar: 0 for none, NaN for a NaN among them and for both ∞ and −∞.
 * Derivative: {@code ȳ} for every element, whatever it is. Source: TensorFlow API, {@code tf.math.reduce_sum}.
 */
public record Sum() implements Op {
    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        return Shape.SCALAR;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        double sum = 0;
        for (int i = in[0], end = i + shapes[0].size(); i < end; i++) {
            sum += memory[i];
        }
        memory[out] = sum;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.broadcastTo(yBar, y.input(0).shape()));
    }
}
