package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code |x|}: ∞ at ±∞, NaN for NaN. Derivative: {@code ȳ · sign x}; at ±0 it is 0, the middle of the subgradients −1
 * to 1, and NaN for NaN. Source: TensorFlow API, {@code tf.math.abs}.
 */
public record Abs() implements Unary {
    @Override
    public String name() {
        return "abs";
    }

    @Override
    public Notation notation() {
        return Notation.around("|");
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Math.abs(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.sign(y.input(0))));
    }
}
