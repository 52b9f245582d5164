package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The logistic function {@code σ(x) = 1 / (1 + e⁻ˣ)}. Derivative: {@code ȳ · y(1 − y)}.
 */
public record Sigmoid() implements Elementwise {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Real.sigmoid(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.multiply(y, Ops.subtract(Ops.constant(1), y))));
    }
}
