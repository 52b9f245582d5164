package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;

/**
 * −1 for negative x, 1 for positive x, infinite too; 0, −0 and NaN stay themselves. Derivative: 0 everywhere, also at
 * the jump and for NaN. Source: TensorFlow API, {@code tf.math.sign}.
 */
public record Sign() implements Unary {
    @Override
    public String name() {
        return "sign";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = Real.sign(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.zerosLike(yBar));
    }
}
