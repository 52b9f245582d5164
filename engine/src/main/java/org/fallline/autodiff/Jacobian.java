package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The Jacobian of a target, row by row: one reverse pass for each of its elements, seeded with that element's basis vector.
 *
 * <p>It is made of nodes by ops, so it can be differentiated again.
 */
final class Jacobian {
    private final List<ReversePass> rows;
    private final Shape target;
    private final boolean batch;

    private Jacobian(List<ReversePass> rows, Shape target, boolean batch) {
        this.rows = rows;
        this.target = target;
        this.batch = batch;
    }

    /** Of each element of the target by each of a source. */
    static Jacobian of(Node target, ReversePass unseeded) {
        return new Jacobian(rows(target, unseeded, target.shape().size(), 1), target.shape(), false);
    }

    /**
     * Of each element of an example of the target by each of the same example of a source, where examples stand along the first
     * axis: the basis vectors of all examples together make a seed.
     */
    static Jacobian ofBatch(Node target, ReversePass unseeded) {
        if (target.shape().rank() == 0) {
            throw new IllegalArgumentException("a scalar target is not a batch");
        }
        int examples = target.shape().extent(0);
        return new Jacobian(rows(target, unseeded, target.shape().stride(0), examples), target.shape(), true);
    }

    private static List<ReversePass> rows(Node target, ReversePass unseeded, int count, int examples) {
        List<ReversePass> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] basis = new double[target.shape().size()];
            for (int example = 0; example < examples; example++) {
                basis[example * count + i] = 1;
            }
            Node seed = ReversePass.seed(target, Tensor.of(target.shape(), basis, 0));
            rows.add(unseeded.with(List.of(seed)));
        }
        return rows;
    }

    /** The shape of a Jacobian by a source of some shape. */
    Shape shape(Shape source) {
        if (batch && (source.rank() == 0 || source.extent(0) != target.extent(0))) {
            throw new IllegalArgumentException(
                    "the batches " + target + " and " + source + " must hold the same number of examples");
        }
        int skipped = batch ? 1 : 0;
        int[] extents = new int[target.rank() + source.rank() - skipped];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = i < target.rank() ? target.extent(i) : source.extent(i - target.rank() + skipped);
        }
        return Shape.of(extents);
    }

    /**
     * The Jacobian by one source, or null if the target does not depend on it.
     *
     * @param derivative from a pass to its derivative by the source
     */
    @Nullable Node by(Shape source, Function<ReversePass, @Nullable Node> derivative) {
        List<Node> parts = new ArrayList<>();
        for (ReversePass row : rows) {
            Node part = derivative.apply(row);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        Shape shape = shape(source);
        if (parts.isEmpty()) {
            return Ops.constant(Tensor.filled(shape, 0));
        }
        // Each part as one row, of every example its own: (j…) → (j), in a batch (n, j…) → (n, j).
        Shape row = batch ? Shape.of(source.extent(0), source.stride(0)) : Shape.of(source.size());
        Node[] flat = parts.stream().map(part -> Layouts.reshape(part, row)).toArray(Node[]::new);
        return Layouts.reshape(Layouts.concat(row.rank() - 1, flat), shape);
    }
}
