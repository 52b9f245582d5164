package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The natural logarithm {@code ln x}: −∞ at ±0, ∞ at ∞, NaN for negative x and NaN. Derivative: {@code ȳ / x}: ±∞ at
 * ±0, 0 at ∞; below 0, where there is no value, it is what that formula gives. Source: Griewank and Walther 2008;
 * TensorFlow API, {@code tf.math.log}.
 */
public record Log() implements Unary {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.log(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, y.input(0)));
    }
}
