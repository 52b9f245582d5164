package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * {@code ln(1 + eˣ)}, a smooth relu, computed as {@code max(x, 0) + ln(1 + e^(−|x|))}, which does not overflow: 0 at −∞,
 * x for large x, ln 2 at 0. Derivative: {@code ȳ · σ(x)}. Source: TensorFlow API, {@code tf.math.softplus}.
 */
public record Softplus() implements Elementwise {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
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
