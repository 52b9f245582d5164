package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.tensor.Shape;

/** A box of elements inside a larger array, on the way out of it or into it. */
final class Window {
    private Window() {}

    /**
     * Whether a box lies within a shape of the same rank.
     *
     * @param begin where the box begins along each axis
     */
    static boolean fits(List<Integer> begin, Shape box, Shape large) {
        if (begin.size() != large.rank() || box.rank() != large.rank()) {
            return false;
        }
        for (int axis = 0; axis < large.rank(); axis++) {
            int first = begin.get(axis);
            if (first < 0 || first > large.extent(axis) - box.extent(axis)) {
                return false;
            }
        }
        return true;
    }

    /** How far into the large array the box begins. */
    static int offset(List<Integer> begin, Shape large) {
        int offset = 0;
        for (int axis = 0; axis < large.rank(); axis++) {
            offset = offset * large.extent(axis) + begin.get(axis);
        }
        return offset;
    }

    /**
     * Copies a box from an array of one shape to an array of another.
     *
     * @param memory modified within the target's box only
     * @param from where the box begins in the source
     * @param to where the box begins in the target
     */
    static void copy(double[] memory, Shape box, int from, Shape source, int to, Shape target) {
        if (box.rank() == 0) {
            memory[to] = memory[from];
        } else if (box.size() > 0) {
            copy(memory, box, from, source, to, target, 0);
        }
    }

    /** Copies what lies below an axis. The recursion is as deep as the shape has axes. */
    private static void copy(double[] memory, Shape box, int from, Shape source, int to, Shape target, int axis) {
        int extent = box.extent(axis);
        if (axis == box.rank() - 1) {
            for (int i = 0; i < extent; i++) {
                memory[to + i] = memory[from + i];
            }
            return;
        }
        int sourceStep = source.stride(axis);
        int targetStep = target.stride(axis);
        for (int i = 0; i < extent; i++) {
            copy(memory, box, from + i * sourceStep, source, to + i * targetStep, target, axis + 1);
        }
    }
}
