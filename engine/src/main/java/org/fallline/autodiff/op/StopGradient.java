package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;

/** {@code x} itself, whatever it is, through which no derivative flows. Source: TensorFlow API, {@code tf.stop_gradient}. */
public record StopGradient() implements Unary {
    @Override
    public String name() {
        return "stopGradient";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        System.arraycopy(memory, x, memory, out, n);
    }

    @Override
    public boolean isDifferentiable(int input) {
        return false;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.zerosLike(yBar));
    }
}
