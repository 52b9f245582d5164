package org.fallline.autodiff.op;

import org.fallline.tensor.Shape;

/** How a small shape lies in a large one that it broadcasts to. */
final class Broadcasting {
    private Broadcasting() {}

    /** Whether the small shape is the large one's last axes, so that the large array is the small one again and again. */
    static boolean isTail(Shape small, Shape large) {
        for (int axis = 1; axis <= small.rank(); axis++) {
            if (small.extent(-axis) != large.extent(-axis)) {
                return false;
            }
        }
        return true;
    }

    /** How far apart in the small array are neighbours along an axis of the large one: 0 along an axis that repeats. */
    static int stride(Shape small, Shape large, int axis) {
        int own = axis - large.rank() + small.rank();
        return own < 0 || small.extent(own) == 1 ? 0 : small.stride(own);
    }
}
