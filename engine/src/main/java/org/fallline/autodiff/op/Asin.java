package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The arc sine in radians, from −π/2 to π/2; NaN beyond ±1 and for NaN. Derivative: {@code ȳ / √(1 − x²)}, which is
 * infinite at ±1 and NaN beyond. Source: TensorFlow API, {@code tf.math.asin}.
 */
public record Asin() implements Unary {
    @Override
    public String name() {
        return "asin";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.asin(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.sqrt(Ops.subtract(Ops.constant(1), Ops.square(y.input(0))))));
    }
}
