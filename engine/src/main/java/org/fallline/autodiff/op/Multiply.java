package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code a · b}, element by element, for equal shapes; NaN for {@code 0 · ∞}, ±∞ beyond the range. Derivatives:
 * {@code ȳ · b} and {@code ȳ · a}, so a ȳ of 0 against an infinite factor is NaN as well. Source: Griewank and Walther
 * 2008; IEEE 754.
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
