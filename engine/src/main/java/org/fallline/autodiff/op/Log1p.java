package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * {@code ln(1 + x)}, exact also where 1 + x rounds to 1: near 0 it is x, and it keeps the sign of a zero; −∞ at −1, NaN
 * below, ∞ at ∞. Derivative: {@code ȳ / (1 + x)}, which is infinite at −1. Source: TensorFlow API, {@code tf.math.log1p}.
 */
public record Log1p() implements Elementwise {
    @Override
    public String name() {
        return "log1p";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.log1p(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.add(Ops.constant(1), y.input(0))));
    }
}
