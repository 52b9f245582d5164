package org.fallline.autodiff.op;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * Tensors one behind the other along an axis, along which alone their shapes may differ:
 * {@code (2, 1), (2, 3) → (2, 4)}. Elements are copied as they are. Derivatives: to each the part of ȳ that came of it.
 * Source: TensorFlow API, {@code tf.concat}.
 *
 * @param axis from 0 on
 */
public record Concat(int axis) implements Op {
    @Override
    public String name() {
        return "concat";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("concat takes at least 1 input but was given none");
        }
        Shape first = inputs.get(0);
        int extent = 0;
        for (Shape shape : inputs) {
            boolean fits = shape.rank() == first.rank()
                    && axis < shape.rank()
                    && shape.withExtent(axis, first.extent(axis)).equals(first);
            if (!fits) {
                throw new IllegalArgumentException(
                        "concat: the shapes " + inputs + " must be equal but along axis " + axis);
            }
            extent += shape.extent(axis);
        }
        return first.withExtent(axis, extent);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Shape all = shapes[in.length];
        int inner = all.stride(axis);
        int row = all.extent(axis) * inner;
        int begin = out;
        for (int k = 0; k < in.length; k++) {
            int part = shapes[k].extent(axis) * inner;
            int from = in[k];
            for (int to = begin, end = begin + shapes[k].size() / (part == 0 ? 1 : part) * row; to < end; to += row) {
                for (int i = 0; i < part; i++) {
                    memory[to + i] = memory[from + i];
                }
                from += part;
            }
            begin += part;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        List<Node> parts = new ArrayList<>();
        int from = 0;
        for (Node input : y.inputs()) {
            int extent = input.shape().extent(axis);
            parts.add(Layouts.slice(yBar, axis, from, extent));
            from += extent;
        }
        return parts;
    }
}
