package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code −x}: the other sign, of zeros and infinities too; NaN for NaN. Derivative: {@code −ȳ}. Source: Griewank and
 * Walther 2008; IEEE 754.
 */
public record Negate() implements Unary {
    @Override
    public String name() {
        return "negate";
    }

    @Override
    public Notation notation() {
        return Notation.prefix("−");
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = -memory[x + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.negate(yBar));
    }
}
