package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * {@code eˣ − 1}, exact also where eˣ rounds to 1: near 0 it is x, and it keeps the sign of a zero; −1 at −∞, ∞ from
 * about 709.8 on. Derivative: {@code ȳ · eˣ}. Source: TensorFlow API, {@code tf.math.expm1}.
 */
public record Expm1() implements Elementwise {
    @Override
    public String name() {
        return "expm1";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.expm1(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.exp(y.input(0))));
    }
}
