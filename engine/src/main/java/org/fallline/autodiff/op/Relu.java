package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;

/**
 * {@code max(x, 0)}: 0 also for −0 and −∞, ∞ at ∞; NaN stays NaN. Derivative: {@code ȳ · step x}; at ±0 it is 0, as in
 * TensorFlow, and for NaN. Source: TensorFlow API, {@code tf.nn.relu}.
 */
public record Relu() implements Unary {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            double value = memory[x + i];
            memory[out + i] = value <= 0 ? 0 : value;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.step(y.input(0))));
    }
}
