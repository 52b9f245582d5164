package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * The box of a tensor that begins at some index along each axis and has the target shape: {@code (3, 4) → (2, 2)}.
 * Elements are copied as they are. Derivative: ȳ at its place among zeros, {@link Pad}. Source: TensorFlow API,
 * {@code tf.slice}.
 */
public record Slice(List<Integer> begin, Shape target) implements Op {
    /** The box that begins at some index along each axis. */
    public Slice {
        begin = List.copyOf(begin);
    }

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (!Window.fits(begin, target, inputs.get(0))) {
            throw new IllegalArgumentException(
                    "slice: from " + begin + " on there is no " + target + " in the shape " + inputs.get(0));
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Window.copy(memory, target, in[0] + Window.offset(begin, shapes[0]), shapes[0], out, target);
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Layouts.pad(yBar, begin, y.input(0).shape()));
    }
}
