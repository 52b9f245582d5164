package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * The mean of all n elements, summed in row-major order, a scalar: NaN for none, for a NaN among them and for both ∞
 * and −∞. Derivative: {@code ȳ / n} for every element, whatever it is. Source: TensorFlow API,
 * {@code tf.math.reduce_mean}.
 */
public record Mean() implements Op {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        return Shape.SCALAR;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int n = shapes[0].size();
        double sum = 0;
        for (int i = in[0], end = i + n; i < end; i++) {
            sum += memory[i];
        }
        memory[out] = sum / n;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Shape shape = y.input(0).shape();
        return List.of(Ops.broadcastTo(Ops.divide(yBar, Ops.constant(shape.size())), shape));
    }
}
