package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code eˣ − 1}, exact also where eˣ rounds to 1: near 0 it is x, and it keeps the sign of a zero; −1 at −∞, ∞ from
 * about 709.8 on, NaN for NaN. Derivative: {@code ȳ · eˣ}. Source: TensorFlow API, {@code tf.math.expm1}.
 */
public record Expm1() implements Unary {
    @Override
    public String name() {
        return "expm1";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.expm1(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.exp(y.input(0))));
    }
}
