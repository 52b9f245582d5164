package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code x²}. Derivative: {@code ȳ · 2x}.
 */
public record Square() implements Elementwise {
    @Override
    public String name() {
        return "square";
    }

    @Override
    public Notation notation() {
        return Notation.postfix("²");
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            double value = memory[x + i];
            memory[out + i] = value * value;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.multiply(yBar, Ops.multiply(Ops.constant(2), y.input(0))));
    }
}
