package org.fallline.experiment;

import org.fallline.landscape.Window;
import org.jspecify.annotations.Nullable;

/**
 * The part of parameter space that a landscape shows.
 *
 * @param plane that is shown
 * @param walker the index of the optimizer whose walk the plane goes through
 * @param anchor the step of that walk at which the plane goes through it
 * @param follows whether the plane goes through the walk at the current step instead
 * @param window the part of the plane that is shown, or null for the one that suits the problem
 */
public record Cut(
        PlaneSpec plane,
        int walker,
        int anchor,
        boolean follows,
        @Nullable Window window) {
    /** The first two parameters, through the start. */
    public static final Cut DEFAULT = of(new PlaneSpec.Axes(0, 1));

    /** A plane through the start. */
    public static Cut of(PlaneSpec plane) {
        return new Cut(plane, 0, 0, false, null);
    }

    /** Another plane, of which nothing is known yet. */
    public Cut withPlane(PlaneSpec changed) {
        return new Cut(changed, walker, anchor, follows, null);
    }

    /** Through another step of another walk. */
    public Cut withAnchor(int walk, int step) {
        return new Cut(plane, walk, step, follows, window);
    }

    /** Through the current step, or through the anchor. */
    public Cut following(boolean changed) {
        return new Cut(plane, walker, anchor, changed, window);
    }

    /** Another part of the plane; null for the one that suits the problem. */
    public Cut withWindow(@Nullable Window changed) {
        return new Cut(plane, walker, anchor, follows, changed);
    }

    /** The same cut as far as there are so many optimizers and steps. */
    public Cut within(int optimizers, int steps) {
        return new Cut(
                plane.withWaypoints(point -> point.within(optimizers, steps)),
                Math.min(walker, optimizers - 1),
                Math.min(anchor, steps),
                follows,
                window);
    }

    /** The step of the walk that the plane goes through when time stands at a step. */
    public int through(int step) {
        return follows ? step : anchor;
    }
}
