package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The hyperbolic sine {@code (eˣ − e⁻ˣ) / 2}: ±∞ from about ±710.5 on. Derivative: {@code ȳ · cosh x}. Source: TensorFlow
 * API, {@code tf.math.sinh}.
 */
public record Sinh() implements Elementwise {
    @Override
    public String name() {
        return "sinh";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.sinh(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.cosh(y.input(0))));
    }
}
