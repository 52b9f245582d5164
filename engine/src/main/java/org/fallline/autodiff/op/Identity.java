package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;

/**
 * {@code x} itself, whatever it is, as a node of its own: a derivative by it is not one by other uses of {@code x}.
 * Derivative: {@code ȳ}. Source: TensorFlow API, {@code tf.identity}.
 */
public record Identity() implements Unary {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void apply(double[] memory, int x, int out, int n) {
        System.arraycopy(memory, x, memory, out, n);
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(yBar);
    }
}
