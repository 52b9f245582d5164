package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code a − b} for equal shapes; NaN for {@code ∞ − ∞}, ±∞ beyond the range. Derivatives: {@code ȳ} and {@code −ȳ},
 * there too. Source: Griewank and Walther 2008; IEEE 754.
 */
public record Subtract() implements Binary {
    @Override
    public String name() {
        return "subtract";
    }

    @Override
    public Notation notation() {
        return Notation.infix(" − ", Notation.SUM);
    }

    @Override
    public void apply(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] - memory[b + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(yBar, Ops.negate(yBar));
    }
}
