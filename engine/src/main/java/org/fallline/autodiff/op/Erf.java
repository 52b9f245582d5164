package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The error function {@code 2/√π ∫ e^(−t²) dt} from 0 to x: ±1 at ±∞. Derivative: {@code ȳ · 2/√π · e^(−x²)}. Source:
 * TensorFlow API, {@code tf.math.erf}.
 */
public record Erf() implements Elementwise {
    /** 2/√π. */
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    @Override
    public String name() {
        return "erf";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.erf(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(
                yBar, Ops.multiply(Ops.constant(TWO_OVER_ROOT_PI), Ops.exp(Ops.negate(Ops.square(y.input(0)))))));
    }
}
