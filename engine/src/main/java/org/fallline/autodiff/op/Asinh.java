package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The inverse of the hyperbolic sine, {@code ln(x + √(x² + 1))}: ±0 at ±0, ±∞ at ±∞, NaN for NaN. Derivative:
 * {@code ȳ / cosh y}, which is {@code ȳ / √(x² + 1)} without a square that could overflow; 0 at ±∞. Source: TensorFlow
 * API, {@code tf.math.asinh}.
 */
public record Asinh() implements Unary {
    @Override
    public String name() {
        return "asinh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.asinh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.cosh(y)));
    }
}
