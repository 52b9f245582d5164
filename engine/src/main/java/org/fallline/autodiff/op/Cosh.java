package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The hyperbolic cosine {@code (eˣ + e⁻ˣ) / 2}: ∞ from about ±710.5 on, NaN for NaN. Derivative: {@code ȳ · sinh x}, ±∞
 * where the value is ∞. Source: TensorFlow API, {@code tf.math.cosh}.
 */
public record Cosh() implements Unary {
    @Override
    public String name() {
        return "cosh";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.cosh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.sinh(y.input(0))));
    }
}
