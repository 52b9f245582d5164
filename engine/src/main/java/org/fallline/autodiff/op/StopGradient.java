package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/** {@code x} itself, through which no derivative flows. Source: TensorFlow API, {@code tf.stop_gradient}. */
public record StopGradient() implements Elementwise {
    @Override
    public String name() {
        return "stopGradient";
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        System.arraycopy(memory, in[0], memory, out, shapes[1].size());
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
