package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code −x}. Derivative: {@code −ȳ}.
 */
public record Negate() implements Elementwise {
    @Override
    public String name() {
        return "negate";
    }

    @Override
    public Notation notation() {
        return Notation.prefix("−");
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = -memory[x + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.negate(yBar));
    }
}
