package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Tensor;

/**
 * {@code aᵇ} for equal shapes; NaN for a negative a with a fractional b, 1 for b = 0 even of NaN, and at the other
 * edges what {@code java.lang.Math.pow} documents. Derivatives: {@code ȳ · b·aᵇ⁻¹} and {@code ȳ · y·ln a}.
 *
 * <p>For b = 0 the first is 0 (NaN for NaN), even at a = 0, where the formula would be 0 · ∞. For negative a the power
 * is not real nearby, and at a = 0 it is a step in b: there ln a counts as 0, so the second is 0, and NaN only where y
 * is infinite or NaN. Source: TensorFlow API, {@code tf.math.pow}, whose derivative avoids the false singularity at a =
 * 0 in the same way.
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
        // A logarithm of 1 where there is none: nothing infinite can come back through the choice.
        Node log = Ops.log(Ops.where(Ops.greater(a, Ops.constant(0)), a, Ops.constant(1)));
        return List.of(
                Ops.multiply(yBar, Ops.multiply(b, Ops.power(a, exponentOfDerivative(a, b)))),
                Ops.multiply(yBar, Ops.multiply(y, log)));
    }

    /** {@code b − 1}, but 0 where a and b are 0, to have 0 · 1 there. */
    private static Node exponentOfDerivative(Node a, Node b) {
        Node less = Ops.subtract(b, Ops.constant(1));
        if (b.isConcrete() && !hasZero(b.value())) {
            return less;
        }
        Node zero = Ops.constant(0);
        return Ops.where(Ops.multiply(Ops.equal(a, zero), Ops.equal(b, zero)), zero, less);
    }

    private static boolean hasZero(Tensor exponents) {
        for (int i = 0; i < exponents.shape().size(); i++) {
            if (exponents.at(i) == 0) {
                return true;
            }
        }
        return false;
    }
}
