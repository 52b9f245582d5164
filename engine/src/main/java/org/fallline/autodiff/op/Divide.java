package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code a / b} for equal shapes: NaN for {@code 0 / 0} and {@code ∞ / ∞}, else ±∞ where b is ±0 and ±0 where b is ±∞.
 * Derivatives: {@code ȳ / b} and {@code −(ȳ · y) / b}; where b is 0 infinite, the second NaN where y is. Source:
 * Griewank and Walther 2008; IEEE 754.
 */
public record Divide() implements Binary {
    @Override
    public String name() {
        return "divide";
    }

    @Override
    public Notation notation() {
        return Notation.infix(" / ", Notation.PRODUCT);
    }

    @Override
    public void apply(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] / memory[b + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node b = y.input(1);
        return List.of(Ops.divide(yBar, b), Ops.negate(Ops.divide(Ops.multiply(yBar, y), b)));
    }
}
