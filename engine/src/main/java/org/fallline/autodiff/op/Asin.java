package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The arc sine in radians, from −π/2 to π/2; NaN beyond ±1. Derivative: {@code ȳ / √(1 − x²)}, which is infinite at ±1
 * and NaN beyond. Source: TensorFlow API, {@code tf.math.asin}.
 */
public record Asin() implements Elementwise {
    @Override
    public String name() {
        return "asin";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.asin(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.sqrt(Ops.subtract(Ops.constant(1), Ops.square(y.input(0))))));
    }
}
