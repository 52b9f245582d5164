package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The arc tangent in radians: −π/2 at −∞, π/2 at ∞. Derivative: {@code ȳ / (1 + x²)}, 0 at ±∞. Source: TensorFlow API,
 * {@code tf.math.atan}.
 */
public record Atan() implements Elementwise {
    @Override
    public String name() {
        return "atan";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.atan(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.add(Ops.constant(1), Ops.square(y.input(0)))));
    }
}
