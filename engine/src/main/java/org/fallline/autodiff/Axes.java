package org.fallline.autodiff;

import java.util.Arrays;
import org.fallline.tensor.Shape;

/** Some axes of a shape, as an operation was given them: negative ones count from the last, none means all. */
final class Axes {
    private final Shape shape;
    private final boolean[] chosen;

    private Axes(Shape shape, boolean[] chosen) {
        this.shape = shape;
        this.chosen = chosen;
    }

    /**
     * The axes of a shape with these numbers.
     *
     * @throws IllegalArgumentException if one is not there or comes twice, naming the operation and the shape
     */
    static Axes of(String operation, Shape shape, int... numbers) {
        boolean[] chosen = new boolean[shape.rank()];
        for (int number : numbers) {
            int axis = one(operation, shape, number);
            if (chosen[axis]) {
                throw new IllegalArgumentException(
                        operation + ": the axis " + number + " of the shape " + shape + " comes twice");
            }
            chosen[axis] = true;
        }
        if (numbers.length == 0) {
            Arrays.fill(chosen, true);
        }
        return new Axes(shape, chosen);
    }

    /** An axis of a shape by its number, from 0 on. */
    static int one(String operation, Shape shape, int number) {
        int axis = number < 0 ? number + shape.rank() : number;
        if (axis < 0 || axis >= shape.rank()) {
            throw new IllegalArgumentException(operation + ": there is no axis " + number + " in the shape " + shape);
        }
        return axis;
    }

    /** How many elements these axes have together. */
    int count() {
        int count = 1;
        for (int axis = 0; axis < chosen.length; axis++) {
            count *= chosen[axis] ? shape.extent(axis) : 1;
        }
        return count;
    }

    /** The shape with an extent of 1 along these axes. */
    Shape kept() {
        Shape kept = shape;
        for (int axis = 0; axis < chosen.length; axis++) {
            kept = chosen[axis] ? kept.withExtent(axis, 1) : kept;
        }
        return kept;
    }

    /** The shape without these axes. */
    Shape dropped() {
        int[] extents = new int[shape.rank()];
        int rank = 0;
        for (int axis = 0; axis < chosen.length; axis++) {
            if (!chosen[axis]) {
                extents[rank++] = shape.extent(axis);
            }
        }
        return Shape.of(Arrays.copyOf(extents, rank));
    }
}
