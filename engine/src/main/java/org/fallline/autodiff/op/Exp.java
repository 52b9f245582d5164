package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code eˣ}: 0 at −∞ and below about −745.1, ∞ from about 709.8 on, NaN for NaN. Derivative: {@code ȳ · eˣ}. Source:
 * Griewank and Walther 2008; TensorFlow API, {@code tf.math.exp}.
 */
public record Exp() implements Unary {
    @Override
    public String name() {
        return "exp";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.exp(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, y));
    }
}
