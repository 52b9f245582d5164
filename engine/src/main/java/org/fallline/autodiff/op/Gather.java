package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Slices of x along an axis, chosen by their indices: {@code (5, 3), (2) → (2, 3)} along axis 0; the axis gives way to
 * the axes of the indices. Derivatives: ȳ added up at the places it came from, {@link ScatterAdd}; none to the indices,
 * which are whole numbers.
 *
 * <p>Elements are copied as they are. An index that is not one is refused when it is met, as by TensorFlow on a CPU.
 * Source: TensorFlow API, {@code tf.gather}.
 *
 * @param axis from 0 on
 */
public record Gather(int axis) implements Op {
    @Override
    public String name() {
        return "gather";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 2);
        Shape x = inputs.get(0);
        if (axis >= x.rank()) {
            throw new IllegalArgumentException("gather: there is no axis " + axis + " in the shape " + x
                    + " to gather indices of shape " + inputs.get(1) + " from");
        }
        return Indexing.gathered(x, axis, inputs.get(1));
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        Shape x = shapes[0];
        int extent = x.extent(axis);
        int inner = x.stride(axis);
        int count = shapes[1].size();
        int to = out;
        for (int block = in[0], end = out + shapes[2].size(); to < end; block += extent * inner) {
            for (int k = 0; k < count; k++) {
                int from = block + Indexing.index(name(), memory[in[1] + k], extent) * inner;
                for (int i = 0; i < inner; i++) {
                    memory[to + i] = memory[from + i];
                }
                to += inner;
            }
        }
    }

    @Override
    public boolean isDifferentiable(int input) {
        return input == 0;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node indices = y.input(1);
        int extent = y.input(0).shape().extent(axis);
        return List.of(Layouts.scatterAdd(yBar, indices, axis, extent), Ops.zerosLike(indices));
    }
}
