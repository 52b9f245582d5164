package org.fallline.autodiff.op;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Tensors of one shape side by side along a new axis: for {@code axis = 0} n tensors {@code (2, 3) → (n, 2, 3)}, for 1 {@code (2,
 * n, 3)}. Derivative: to each its {@link Part} of ȳ. Source: TensorFlow API, {@code tf.stack}.
 *
 * @param axis of the result, from 0 to the rank of the inputs
 */
public record Stack(int axis) implements Op {
    @Override
    public String name() {
        return "stack";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty() || axis < 0 || axis > inputs.get(0).rank()) {
            throw new IllegalArgumentException("stack: there is no place for the axis " + axis + " among " + inputs);
        }
        Shape part = inputs.get(0);
        for (Shape shape : inputs) {
            if (!shape.equals(part)) {
                throw new IllegalArgumentException("stack: the shapes " + part + " and " + shape + " must be equal");
            }
        }
        int[] extents = new int[part.rank() + 1];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = i < axis ? part.extent(i) : i == axis ? inputs.size() : part.extent(i - 1);
        }
        return Shape.of(extents);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int size = shapes[0].size();
        int block = shapes[in.length].stride(axis);
        int to = out;
        for (int from = 0; from < size; from += block) {
            for (int part : in) {
                System.arraycopy(memory, part + from, memory, to, block);
                to += block;
            }
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        List<Node> cotangents = new ArrayList<>();
        for (int i = 0; i < y.inputs().size(); i++) {
            cotangents.add(Ops.apply(new Part(axis, i), yBar));
        }
        return cotangents;
    }
}
