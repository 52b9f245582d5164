package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Slices added up at their indices along an axis of zeros: {@code (2, 3), (2) → (5, 3)} along axis 0 with an extent of
 * 5; slices of one index are added in their order, as by {@link Add} at ±∞ and NaN. An index that is not one is refused
 * when it is met. The transpose of {@link Gather}, which is its derivative; none flows to the indices. Source:
 * TensorFlow API, {@code tf.scatter_nd} and {@code tf.math.unsorted_segment_sum}.
 *
 * @param axis from 0 on, to which the axes of the indices give way
 * @param extent of that axis
 */
public record ScatterAdd(int axis, int extent) implements Op {
    @Override
    public String name() {
        return "scatterAdd";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 2);
        Shape slices = inputs.get(0);
        Shape indices = inputs.get(1);
        Shape target = Indexing.scattered(slices, axis, indices, extent);
        if (target == null) {
            throw new IllegalArgumentException("scatterAdd: the shape " + slices + " must have the indices' " + indices
                    + " from axis " + axis + " on");
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int inner = shapes[2].stride(axis);
        int count = shapes[1].size();
        for (int i = out, end = out + shapes[2].size(); i < end; i++) {
            memory[i] = 0;
        }
        int from = in[0];
        for (int block = out, end = from + shapes[0].size(); from < end; block += extent * inner) {
            for (int k = 0; k < count; k++) {
                int to = block + Indexing.index(name(), memory[in[1] + k], extent) * inner;
                for (int i = 0; i < inner; i++) {
                    memory[to + i] += memory[from + i];
                }
                from += inner;
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
        return List.of(Layouts.gather(yBar, indices, axis), Ops.zerosLike(indices));
    }
}
