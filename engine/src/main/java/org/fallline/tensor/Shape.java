package org.fallline.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The extents of an array, outermost axis first. */
public final class Shape {
    /** The shape of a single number, {@code ()}. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] extents;
    private final int size;

    private Shape(int[] extents) {
        this.extents = extents;
        int product = 1;
        for (int extent : extents) {
            if (extent < 0) {
                throw new IllegalArgumentException("an extent is negative: " + Arrays.toString(extents));
            }
            if (extent > 0 && product > Integer.MAX_VALUE / extent) {
                throw new IllegalArgumentException("too many elements: " + Arrays.toString(extents));
            }
            product *= extent;
        }
        this.size = product;
    }

    /** The shape of these extents, each at least 0, their product below 2³¹. */
    public static Shape of(int... extents) {
        return extents.length == 0 ? SCALAR : new Shape(extents.clone());
    }

    /** The number of axes. */
    public int rank() {
        return extents.length;
    }

    /** The extent of an axis; negative axes count from the last. */
    public int extent(int axis) {
        return extents[axis(axis)];
    }

    /** The number of elements, 1 for a scalar. */
    public int size() {
        return size;
    }

    /** The axis from 0 to rank − 1 that a possibly negative number means. */
    public int axis(int axis) {
        int index = axis < 0 ? axis + rank() : axis;
        if (index < 0 || index >= rank()) {
            throw new IllegalArgumentException("there is no axis " + axis + " in " + this);
        }
        return index;
    }

    /** How far apart neighbours along an axis lie in row-major order. */
    public int stride(int axis) {
        int stride = 1;
        for (int i = axis(axis) + 1; i < rank(); i++) {
            stride *= extents[i];
        }
        return stride;
    }

    /** This shape with one axis of another extent. */
    public Shape withExtent(int axis, int extent) {
        int[] changed = extents.clone();
        changed[axis(axis)] = extent;
        return new Shape(changed);
    }

    /** The last two axes exchanged. */
    public Shape transposed() {
        int[] changed = extents.clone();
        int last = axis(-1);
        int other = axis(-2);
        changed[last] = extents[other];
        changed[other] = extents[last];
        return new Shape(changed);
    }

    /** The shape that both broadcast to, or null where they do not agree. */
    public static @Nullable Shape broadcast(Shape a, Shape b) {
        int rank = a.rank() > b.rank() ? a.rank() : b.rank();
        int[] extents = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int ofA = i <= a.rank() ? a.extent(-i) : 1;
            int ofB = i <= b.rank() ? b.extent(-i) : 1;
            if (ofA != ofB && ofA != 1 && ofB != 1) {
                return null;
            }
            extents[rank - i] = ofA == 1 ? ofB : ofA;
        }
        return of(extents);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /** As in {@code (2, 3)}; {@code ()} for a scalar. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < extents.length; i++) {
            out.append(i == 0 ? "" : ", ").append(extents[i]);
        }
        return out.append(')').toString();
    }
}
