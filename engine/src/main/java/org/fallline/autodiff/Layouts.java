package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.fallline.autodiff.op.Concat;
import org.fallline.autodiff.op.CumSum;
import org.fallline.autodiff.op.Gather;
import org.fallline.autodiff.op.Pad;
import org.fallline.autodiff.op.Permute;
import org.fallline.autodiff.op.Reshape;
import org.fallline.autodiff.op.ScatterAdd;
import org.fallline.autodiff.op.Slice;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * The vocabulary, continued: elements at other places, chosen by place or by index, or added up along an axis.
 *
 * <p>Axes count from 0, negative ones from the last.
 */
public final class Layouts {
    private Layouts() {}

    /**
     * The same elements in row-major order under another shape of the same size, {@link Reshape}; x itself if it has
     * that shape.
     */
    public static Node reshape(Node x, Shape shape) {
        return x.shape().equals(shape) ? x : Ops.apply(new Reshape(shape), x);
    }

    /**
     * x with its axes in another order, which names each once: axis i of the result is axis {@code order[i]} of x. See
     * {@link Permute}.
     */
    public static Node transpose(Node x, int... order) {
        List<Integer> axes = new ArrayList<>();
        for (int axis : order) {
            axes.add(Axes.one("transpose", x.shape(), axis));
        }
        if (axes.equals(IntStream.range(0, x.shape().rank()).boxed().toList())) {
            return x;
        }
        return axes.equals(List.of(1, 0)) ? Ops.transpose(x) : Ops.apply(new Permute(axes), x);
    }

    /** Tensors one behind the other along an axis, along which alone their shapes may differ: {@link Concat}. */
    public static Node concat(int axis, Node... parts) {
        int from = parts.length == 0 ? axis : Axes.one("concat", parts[0].shape(), axis);
        return Ops.apply(new Concat(from), parts);
    }

    /** The box of a shape that begins at some index along each axis: {@link Slice}. */
    public static Node slice(Node x, List<Integer> begin, Shape size) {
        return x.shape().equals(size) ? x : Ops.apply(new Slice(begin, size), x);
    }

    /** What lies at some neighbouring indices along one axis: {@link Slice}. */
    public static Node slice(Node x, int axis, int begin, int count) {
        int along = Axes.one("slice", x.shape(), axis);
        List<Integer> first = new ArrayList<>(Collections.nCopies(x.shape().rank(), 0));
        first.set(along, begin);
        return Ops.apply(new Slice(first, x.shape().withExtent(along, count)), x);
    }

    /** x as a box that begins at some index along each axis of a shape, with zeros around it: {@link Pad}. */
    public static Node pad(Node x, List<Integer> begin, Shape shape) {
        return x.shape().equals(shape) ? x : Ops.apply(new Pad(begin, shape), x);
    }

    /** The slices of x at some indices along an axis; the axis gives way to the axes of the indices: {@link Gather}. */
    public static Node gather(Node x, Node indices, int axis) {
        return Ops.apply(new Gather(Axes.one("gather", x.shape(), axis)), x, indices);
    }

    /**
     * Zeros with slices added at some indices along an axis, {@link ScatterAdd}: the transpose of {@link #gather}.
     *
     * @param axis of the result, from 0 on
     * @param extent of that axis
     */
    public static Node scatterAdd(Node slices, Node indices, int axis, int extent) {
        return Ops.apply(new ScatterAdd(axis, extent), slices, indices);
    }

    /**
     * For each index a row of zeros with a one at that index, along a new last axis: {@code (n) → (n, depth)}; only
     * zeros where the index is none from 0 to below depth, as is NaN. No derivative flows to the indices. Source:
     * TensorFlow API, {@code tf.one_hot}.
     */
    public static Node oneHot(Node indices, int depth) {
        Shape shape = indices.shape();
        int[] extents = IntStream.concat(IntStream.range(0, shape.rank()).map(shape::extent), IntStream.of(1))
                .toArray();
        double[] places = IntStream.range(0, depth).asDoubleStream().toArray();
        return Ops.equal(reshape(indices, Shape.of(extents)), Ops.constant(Tensor.vector(places)));
    }

    /** The running sums along an axis, each with the element at its own place: {@link CumSum}. */
    public static Node cumsum(Node x, int axis) {
        return cumsum(x, axis, false, false);
    }

    /**
     * The running sums along an axis: {@link CumSum}.
     *
     * @param exclusive whether each is without the element at its own place
     * @param reverse whether they run from the last to the first
     */
    public static Node cumsum(Node x, int axis, boolean exclusive, boolean reverse) {
        return Ops.apply(new CumSum(Axes.one("cumsum", x.shape(), axis), exclusive, reverse), x);
    }
}
