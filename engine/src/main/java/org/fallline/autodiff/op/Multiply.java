package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code a · b}, element by element, for equal shapes. Derivatives: {@code ȳ · b} and {@code ȳ · a}.
 */
public record Multiply() implements Binary {
    @Override
    public String name() {
        return "multiply";
    }

    @Override
    public Notation notation() {
        return Notation.infix(" · ", Notation.PRODUCT);
    }

    @Override
    public void apply(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] * memory[b + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, y.input(1)), Ops.multiply(yBar, y.input(0)));
    }
}
