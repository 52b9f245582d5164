package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The arc tangent in radians: −π/2 at −∞, π/2 at ∞, NaN for NaN. Derivative: {@code ȳ / (1 + x²)}, 0 at ±∞. Source:
 * TensorFlow API, {@code tf.math.atan}.
 */
public record Atan() implements Unary {
    @Override
    public String name() {
        return "atan";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.atan(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.add(Ops.constant(1), Ops.square(y.input(0)))));
    }
}
