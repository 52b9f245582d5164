package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code ln(1 + x)}, exact also where 1 + x rounds to 1: near 0 it is x, and it keeps the sign of a zero; −∞ at −1, NaN
 * below and for NaN, ∞ at ∞. Derivative: {@code ȳ / (1 + x)}: infinite at −1, 0 at ∞; below −1 it is what that formula
 * gives. Source: TensorFlow API, {@code tf.math.log1p}.
 */
public record Log1p() implements Unary {
    @Override
    public String name() {
        return "log1p";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.log1p(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.add(Ops.constant(1), y.input(0))));
    }
}
