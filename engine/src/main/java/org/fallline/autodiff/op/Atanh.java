package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The inverse of the hyperbolic tangent, {@code ½ ln((1 + x) / (1 − x))}: ±∞ at ±1, NaN beyond. Derivative: {@code ȳ / (1
 * − x²)}, which is infinite at ±1; beyond, where there is no value, it is what that formula gives. Source: TensorFlow
 * API, {@code tf.math.atanh}.
 */
public record Atanh() implements Elementwise {
    @Override
    public String name() {
        return "atanh";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.atanh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.subtract(Ops.constant(1), Ops.square(y.input(0)))));
    }
}
