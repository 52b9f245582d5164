package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;

/**
 * {@code √x}: ±0 at ±0, ∞ at ∞, NaN for negative x and NaN. Derivative: {@code ȳ / (2√x)}: ±∞ at ±0, 0 at ∞, NaN below
 * 0. Source: Griewank and Walther 2008; IEEE 754.
 */
public record Sqrt() implements Unary {
    @Override
    public String name() {
        return "sqrt";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Math.sqrt(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.multiply(Ops.constant(2), y)));
    }
}
