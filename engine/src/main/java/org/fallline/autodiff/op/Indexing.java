package org.fallline.autodiff.op;

import org.fallline.math.Decimal;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Indices that are data: where they point, and what shapes come of them. */
final class Indexing {
    private Indexing() {}

    /** An element as an index from 0 to below an extent. */
    static int index(String op, double value, int extent) {
        // Explicitly, since compiled to JavaScript or WebAssembly nothing else would refuse it.
        if (!(value >= 0 && value < extent) || value != Math.floor(value)) {
            throw new IllegalArgumentException(
                    op + ": the index " + Decimal.text(value) + " must be a whole number from 0 to below " + extent);
        }
        return (int) value;
    }

    /** The shape with an axis replaced by the axes of the indices. */
    static Shape gathered(Shape x, int axis, Shape indices) {
        int[] extents = new int[x.rank() - 1 + indices.rank()];
        for (int i = 0; i < extents.length; i++) {
            int beyond = i - axis - indices.rank();
            extents[i] = i < axis ? x.extent(i) : beyond < 0 ? indices.extent(i - axis) : x.extent(axis + 1 + beyond);
        }
        return Shape.of(extents);
    }

    /** The shape that the slices were gathered from, or null if they were not gathered by such indices. */
    static @Nullable Shape scattered(Shape slices, int axis, Shape indices, int extent) {
        int rank = slices.rank() - indices.rank() + 1;
        if (axis >= rank) {
            return null;
        }
        int[] extents = new int[rank];
        for (int i = 0; i < rank; i++) {
            extents[i] = i < axis ? slices.extent(i) : i == axis ? extent : slices.extent(i + indices.rank() - 1);
        }
        Shape target = Shape.of(extents);
        return gathered(target, axis, indices).equals(slices) ? target : null;
    }
}
