package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The inverse of the hyperbolic cosine on [1, ∞], {@code ln(x + √(x² − 1))}: 0 at 1, NaN below 1. Derivative: {@code ȳ /
 * sinh y}, which is {@code ȳ / √(x² − 1)} without a square that could overflow; infinite at 1, 0 at ∞, NaN below 1.
 * Source: TensorFlow API, {@code tf.math.acosh}.
 */
public record Acosh() implements Elementwise {
    @Override
    public String name() {
        return "acosh";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.acosh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.sinh(y)));
    }
}
