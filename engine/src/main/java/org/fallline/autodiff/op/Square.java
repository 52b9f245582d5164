package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;

/**
 * {@code x²}: ∞ at ±∞ and from about ±1.34e154 on, NaN for NaN. Derivative: {@code ȳ · 2x}, finite wherever 2x is.
 * Source: TensorFlow API, {@code tf.math.square}.
 */
public record Square() implements Unary {
    @Override
    public String name() {
        return "square";
    }

    @Override
    public Notation notation() {
        return Notation.postfix("²");
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            double value = memory[x + i];
            memory[out + i] = value * value;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.multiply(Ops.constant(2), y.input(0))));
    }
}
