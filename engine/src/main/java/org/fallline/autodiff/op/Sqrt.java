package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code √x}, NaN for negative x. Derivative: {@code ȳ / (2√x)}, which is infinite at 0.
 */
public record Sqrt() implements Elementwise {
    @Override
    public String name() {
        return "sqrt";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Math.sqrt(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.divide(yBar, Ops.multiply(Ops.constant(2), y)));
    }
}
