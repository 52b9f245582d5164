package org.fallline.autodiff.op;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * A value with a derivative of its own: {@code value, x₁, …, xₙ → value}, of any shapes; the value is copied as it is.
 * Derivative: by each x what the rule makes of ȳ; by the value none, so how it was computed does not count. Source:
 * TensorFlow API, {@code tf.custom_gradient}.
 *
 * @param rule from ȳ to one cotangent for each x, of that x's shape
 */
public record CustomGradient(Function<Node, List<Node>> rule) implements Op {
    @Override
    public String name() {
        return "customGradient";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("customGradient takes a value at least but was given no inputs");
        }
        return inputs.get(0);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        System.arraycopy(memory, in[0], memory, out, shapes[0].size());
    }

    @Override
    public boolean isDifferentiable(int input) {
        return input > 0;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        List<Node> cotangents = new ArrayList<>(List.of(Ops.zerosLike(yBar)));
        cotangents.addAll(rule.apply(yBar));
        if (cotangents.size() != y.inputs().size()) {
            throw new IllegalArgumentException("customGradient: the rule gives " + (cotangents.size() - 1)
                    + " cotangents for " + (y.inputs().size() - 1) + " inputs");
        }
        for (int i = 1; i < cotangents.size(); i++) {
            if (!cotangents.get(i).shape().equals(y.input(i).shape())) {
                throw new IllegalArgumentException("customGradient: the rule's cotangent has the shape "
                        + cotangents.get(i).shape() + " but its input, number " + i + ", "
                        + y.input(i).shape());
            }
        }
        return cotangents;
    }
}
