package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The inverse of the hyperbolic tangent, {@code ½ ln((1 + x) / (1 − x))}: ±∞ at ±1, NaN beyond and for NaN. Derivative:
 * {@code ȳ / (1 − x²)}, which is infinite at ±1; beyond, where there is no value, it is what that formula gives.
 * Source: TensorFlow API, {@code tf.math.atanh}.
 */
public record Atanh() implements Unary {
    @Override
    public String name() {
        return "atanh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.atanh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.subtract(Ops.constant(1), Ops.square(y.input(0)))));
    }
}
