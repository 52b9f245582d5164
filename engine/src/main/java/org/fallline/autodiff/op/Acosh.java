package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The inverse of the hyperbolic cosine on [1, ∞], {@code ln(x + √(x² − 1))}: 0 at 1, ∞ at ∞, NaN below 1 and for NaN.
 * Derivative: {@code ȳ / sinh y}, which is {@code ȳ / √(x² − 1)} without a square that could overflow; infinite at 1, 0
 * at ∞, NaN below 1. Source: TensorFlow API, {@code tf.math.acosh}.
 */
public record Acosh() implements Unary {
    @Override
    public String name() {
        return "acosh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.acosh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.sinh(y)));
    }
}
