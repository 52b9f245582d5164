package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The hyperbolic sine {@code (eˣ − e⁻ˣ) / 2}: ±0 at ±0, ±∞ from about ±710.5 on, NaN for NaN. Derivative:
 * {@code ȳ · cosh x}, ∞ where the value is ±∞. Source: TensorFlow API, {@code tf.math.sinh}.
 */
public record Sinh() implements Unary {
    @Override
    public String name() {
        return "sinh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.sinh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.cosh(y.input(0))));
    }
}
