package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code a / b} for equal shapes; ±∞ or NaN where b is 0. Derivatives: {@code ȳ / b} and {@code −(ȳ · y) / b}.
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
