package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code sin x}, x in radians: ±0 at ±0, NaN at ±∞ and for NaN. Derivative: {@code ȳ · cos x}, NaN there too. Source:
 * Griewank and Walther 2008; TensorFlow API, {@code tf.math.sin}.
 */
public record Sin() implements Unary {
    @Override
    public String name() {
        return "sin";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.sin(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.cos(y.input(0))));
    }
}
