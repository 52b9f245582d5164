package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The lesser of a and b, element by element, for equal shapes; −0 is less than 0, and NaN wins. Derivatives: ȳ to the
 * lesser of the two, {@code ȳ · [a < b] + ½ȳ · [a = b]} and likewise for b; 0 to both where one is NaN.
 *
 * <p>A tie gives half to each, the middle of the subgradients, as JAX has it and TensorFlow's {@code reduce_min};
 * TensorFlow's {@code tf.minimum} gives all to a. Source: TensorFlow API, {@code tf.math.minimum}.
 */
public record Minimum() implements Binary {
    @Override
    public String name() {
        return "minimum";
    }

    @Override
    public Notation notation() {
        return Notation.function("min");
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int a = in[0];
        int b = in[1];
        for (int i = 0, n = shapes[2].size(); i < n; i++) {
            memory[out + i] = Real.min(memory[a + i], memory[b + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node a = y.input(0);
        Node b = y.input(1);
        Node shared = Ops.multiply(Ops.constant(0.5), Ops.equal(a, b));
        return List.of(
                Ops.multiply(yBar, Ops.add(Ops.less(a, b), shared)),
                Ops.multiply(yBar, Ops.add(Ops.less(b, a), shared)));
    }
}
