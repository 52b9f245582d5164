package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * The error function {@code 2/√π ∫ e^(−t²) dt} from 0 to x: ±1 at ±∞, NaN for NaN. Derivative:
 * {@code ȳ · 2/√π · e^(−x²)}, 0 at ±∞. Source: TensorFlow API, {@code tf.math.erf}.
 */
public record Erf() implements Unary {
    /** 2/√π. */
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    @Override
    public String name() {
        return "erf";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.erf(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(
                yBar, Ops.multiply(Ops.constant(TWO_OVER_ROOT_PI), Ops.exp(Ops.negate(Ops.square(y.input(0)))))));
    }
}
