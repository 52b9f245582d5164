package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code cos x}, x in radians: NaN at ±∞ and for NaN. Derivative: {@code ȳ · (−sin x)}, NaN there too. Source:
 * Griewank and Walther 2008; TensorFlow API, {@code tf.math.cos}.
 */
public record Cos() implements Unary {
    @Override
    public String name() {
        return "cos";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.cos(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.negate(Ops.sin(y.input(0)))));
    }
}
