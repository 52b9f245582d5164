package org.fallline.autodiff.op;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * A tensor with its axes in another order: axis i of the result is axis {@code order(i)} of the input,
 * {@code (2, 3, 4) → (4, 2, 3)} for the order 2, 0, 1. Elements are copied as they are. Derivative: ȳ with its axes in
 * the inverse order. Source: TensorFlow API, {@code tf.transpose}.
 */
public record Permute(List<Integer> order) implements Op {
    /** Axes in an order that names each from 0 on once. */
    public Permute {
        order = List.copyOf(order);
    }

    @Override
    public String name() {
        return "permute";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        Shape x = inputs.get(0);
        int[] extents = new int[order.size()];
        boolean fits = order.size() == x.rank();
        for (int i = 0; i < extents.length && fits; i++) {
            fits = order.contains(i);
            extents[i] = fits ? x.extent(order.get(i)) : 0;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "permute: the order " + order + " must name each axis of the shape " + x + " once");
        }
        return Shape.of(extents);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        if (order.isEmpty()) {
            memory[out] = memory[in[0]];
        } else if (shapes[1].size() > 0) {
            permute(memory, in[0], shapes[0], out, shapes[1], 0);
        }
    }

    /** Fills the part of the result below an axis. The recursion is as deep as the shape has axes. */
    private void permute(double[] memory, int from, Shape source, int to, Shape target, int axis) {
        int extent = target.extent(axis);
        int stride = source.stride(order.get(axis));
        if (axis == target.rank() - 1) {
            for (int i = 0; i < extent; i++) {
                memory[to + i] = memory[from];
                from += stride;
            }
            return;
        }
        int step = target.stride(axis);
        for (int i = 0; i < extent; i++) {
            permute(memory, from + i * stride, source, to + i * step, target, axis + 1);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        List<Integer> inverse = new ArrayList<>();
        for (int axis = 0; axis < order.size(); axis++) {
            inverse.add(order.indexOf(axis));
        }
        return List.of(
                Layouts.transpose(yBar, inverse.stream().mapToInt(axis -> axis).toArray()));
    }
}
