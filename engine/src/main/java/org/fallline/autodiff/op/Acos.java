package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The arc cosine in radians, from π at −1 to 0 at 1; NaN beyond and for NaN. Derivative: {@code −ȳ / √(1 − x²)}, which
 * is infinite at ±1 and NaN beyond. Source: TensorFlow API, {@code tf.math.acos}.
 */
public record Acos() implements Unary {
    @Override
    public String name() {
        return "acos";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.acos(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.negate(Ops.divide(yBar, Ops.sqrt(Ops.subtract(Ops.constant(1), Ops.square(y.input(0)))))));
    }
}
