package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;

/**
 * {@code √x}, NaN for negative x. Derivative: {@code ȳ / (2√x)}, which is infinite at 0.
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
