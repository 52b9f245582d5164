package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * 1 where x is positive, else 0 (also at 0 and for NaN). Derivative: 0 everywhere, also at the jump.
 */
public record Step() implements Elementwise {
    @Override
    public String name() {
        return "step";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int x = in[0];
        for (int i = 0, n = shapes[1].size(); i < n; i++) {
            memory[out + i] = memory[x + i] > 0 ? 1 : 0;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.zerosLike(yBar));
    }
}
