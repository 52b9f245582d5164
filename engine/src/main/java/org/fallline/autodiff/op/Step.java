package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;

/**
 * 1 where x is positive, ∞ too, else 0 (also at ±0 and for NaN). Derivative: 0 everywhere, also at the jump and for
 * NaN. Source: NumPy API, {@code numpy.heaviside}, with 0 at 0.
 */
public record Step() implements Unary {
    @Override
    public String name() {
        return "step";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[x + i] > 0 ? 1 : 0;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.zerosLike(yBar));
    }
}
