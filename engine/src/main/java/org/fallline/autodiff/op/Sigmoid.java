package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The logistic function {@code σ(x) = 1 / (1 + e⁻ˣ)}: 0 at −∞, ½ at 0, 1 at ∞, NaN for NaN. Derivative:
 * {@code ȳ · y(1 − y)}, 0 where y rounds to 0 or 1. Source: TensorFlow API, {@code tf.math.sigmoid}.
 */
public record Sigmoid() implements Unary {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.sigmoid(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.multiply(y, Ops.subtract(Ops.constant(1), y))));
    }
}
