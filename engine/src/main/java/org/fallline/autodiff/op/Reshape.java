package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * The same elements, as they are, in row-major order under another shape of the same size: {@code (2, 3) → (3, 2)}.
 * Derivative: ȳ under the shape of the input. Source: TensorFlow API, {@code tf.reshape}.
 */
public record Reshape(Shape target) implements Op {
    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (inputs.get(0).size() != target.size()) {
            throw new IllegalArgumentException("reshape: the shape " + inputs.get(0) + " has "
                    + inputs.get(0).size() + " elements but " + target + " has " + target.size());
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        System.arraycopy(memory, in[0], memory, out, shapes[1].size());
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Layouts.reshape(yBar, y.input(0).shape()));
    }
}
