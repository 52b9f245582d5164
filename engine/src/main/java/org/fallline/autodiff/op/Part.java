package org.fallline.autodiff.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * What stands at an index along an axis, without that axis: for {@code axis = 1} {@code (2, 3, 4) → (2, 4)}. Derivative: ȳ at that
 * index and zeros elsewhere, a {@link Stack}. Source: TensorFlow API, {@code tf.unstack}.
 */
public record Part(int axis, int index) implements Op {
    @Override
    public String name() {
        return "part";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        Shape whole = inputs.get(0);
        if (axis < 0 || axis >= whole.rank() || index < 0 || index >= whole.extent(axis)) {
            throw new IllegalArgumentException(
                    "part: there is no index " + index + " along the axis " + axis + " of the shape " + whole);
        }
        int[] extents = new int[whole.rank() - 1];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = whole.extent(i < axis ? i : i + 1);
        }
        return Shape.of(extents);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int block = shapes[0].stride(axis);
        int from = in[0] + index * block;
        for (int to = out, end = out + shapes[1].size(); to < end; to += block) {
            System.arraycopy(memory, from, memory, to, block);
            from += shapes[0].extent(axis) * block;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        int count = y.input(0).shape().extent(axis);
        List<Node> parts = new ArrayList<>(Collections.nCopies(count, Ops.zerosLike(yBar)));
        parts.set(index, yBar);
        return List.of(Ops.apply(new Stack(axis), parts.toArray(new Node[0])));
    }
}
