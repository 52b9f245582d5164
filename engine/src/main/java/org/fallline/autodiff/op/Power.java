package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Tensor;

/**
 * {@code aᵇ} for equal shapes; NaN for a negative a with a fractional b, and 1 for b = 0. Derivatives: {@code ȳ · b·aᵇ⁻¹} and
 * {@code ȳ · y·ln a}.
 *
 * <p>For a concrete exponent of 0 the first is 0 even at a = 0, where the formula would be 0 · ∞. The second is not finite
 * where a is not positive: for negative a the power is not real nearby, and at a = 0 it is a step in b.
 */
public record Power() implements Binary {
    @Override
    public String name() {
        return "power";
    }

    @Override
    public Notation notation() {
        return Notation.infix("^", Notation.POWER);
    }

    @Override
    public void apply(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.pow(memory[a + i], memory[b + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node a = y.input(0);
        Node b = y.input(1);
        Node byBase = isZero(b)
                ? Ops.zerosLike(yBar)
                : Ops.multiply(yBar, Ops.multiply(b, Ops.power(a, Ops.subtract(b, Ops.constant(1)))));
        return List.of(byBase, Ops.multiply(yBar, Ops.multiply(y, Ops.log(a))));
    }

    private static boolean isZero(Node exponent) {
        return exponent.isConcrete() && exponent.value().equals(Tensor.filled(exponent.shape(), 0));
    }
}
