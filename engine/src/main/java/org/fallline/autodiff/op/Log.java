package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The natural logarithm {@code ln x}: −∞ at 0 and NaN for negative x. Derivative: {@code ȳ / x}.
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
