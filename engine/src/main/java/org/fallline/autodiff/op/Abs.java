package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code |x|}. Derivative: {@code ȳ · sign x}; at 0 it is 0, the middle of the subgradients −1 to 1.
 */
public record Abs() implements Elementwise {
    @Override
    public String name() {
        return "abs";
    }

    @Override
    public Notation notation() {
        return Notation.around("|");
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = Math.abs(memory[x + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.sign(y.input(0))));
    }
}
