package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code max(x, 0)}; NaN stays NaN. Derivative: {@code ȳ · step x}; at 0 it is 0, as in TensorFlow.
 */
public record Relu() implements Elementwise {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            double value = memory[x + i];
            memory[out + i] = value <= 0 ? 0 : value;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.step(y.input(0))));
    }
}
