package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code tanh x}: ±0 at ±0, ±1 at ±∞, NaN for NaN. Derivative: {@code ȳ · (1 − y²)}, 0 where y rounds to ±1. Source:
 * TensorFlow API, {@code tf.math.tanh}.
 */
public record Tanh() implements Unary {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.tanh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.subtract(Ops.constant(1), Ops.square(y))));
    }
}
