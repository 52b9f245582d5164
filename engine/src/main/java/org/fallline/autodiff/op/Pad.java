package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * A tensor as a box among zeros, which begins at some index along each axis of the target shape:
 * {@code (2, 2) → (3, 4)}. Elements are copied as they are. Derivative: the box of ȳ at that place, {@link Slice},
 * whose transpose it is. Source: TensorFlow API, {@code tf.pad}.
 */
public record Pad(List<Integer> begin, Shape target) implements Op {
    /** The box that begins at some index along each axis. */
    public Pad {
        begin = List.copyOf(begin);
    }

    @Override
    public String name() {
        return "pad";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (!Window.fits(begin, inputs.get(0), target)) {
            throw new IllegalArgumentException(
                    "pad: from " + begin + " on there is no " + inputs.get(0) + " in the shape " + target);
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        for (int i = out, end = out + target.size(); i < end; i++) {
            memory[i] = 0;
        }
        Window.copy(memory, shapes[0], in[0], shapes[0], out + Window.offset(begin, target), target);
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Layouts.slice(yBar, begin, y.input(0).shape()));
    }
}
