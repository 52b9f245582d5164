package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * {@code ln(1 + eˣ)}, a smooth relu, computed as {@code max(x, 0) + ln(1 + e^(−|x|))}, which does not overflow: 0 at
 * −∞, x for large x and ∞, ln 2 at 0, NaN for NaN. Derivative: {@code ȳ · σ(x)}. Source: TensorFlow API,
 * {@code tf.math.softplus}.
 */
public record Softplus() implements Unary {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = softplus(memory[x + i]);
        }
    }

    private static double softplus(double x) {
        double tail = Real.log1p(Real.exp(-Math.abs(x)));
        return x > 0 ? x + tail : tail;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.sigmoid(y.input(0))));
    }
}
