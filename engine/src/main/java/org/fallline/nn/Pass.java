package org.fallline.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.jspecify.annotations.Nullable;

/**
 * One way through the layers of a model, which gives each of them what it needs beside its parameters.
 *
 * <ul>
 *   <li>In <i>training</i>, dropout multiplies by masks that are given, and batches are normalized by their own statistics.
 *   <li><i>Measuring</i> drops nothing and normalizes what it is given by its own statistics too: of the whole training set,
 *       these are the model's.
 *   <li><i>Inference</i> drops nothing and normalizes by the statistics that a measuring pass found.
 * </ul>
 *
 * <p>A pass is for one prediction.
 */
public final class Pass {
    private final @Nullable List<Node> masks;
    private final @Nullable List<Node> given;
    private final List<Node> statistics = new ArrayList<>();
    private int nextMask;

    private Pass(@Nullable List<Node> masks, @Nullable List<Node> given) {
        this.masks = masks;
        this.given = given;
    }

    /**
     * A pass of training.
     *
     * @param masks one a dropout layer, as {@link Model#masks} lays them out
     */
    public static Pass training(List<Node> masks) {
        return new Pass(List.copyOf(masks), null);
    }

    /** A pass that measures the statistics of what goes through. */
    public static Pass measuring() {
        return new Pass(null, null);
    }

    /**
     * A pass of inference.
     *
     * @param statistics what {@link #statistics} of a measuring pass gave
     */
    public static Pass inference(List<Node> statistics) {
        return new Pass(null, List.copyOf(statistics));
    }

    /** The statistics that this pass normalized by, in the order of use, each (k). */
    public List<Node> statistics() {
        return List.copyOf(statistics);
    }

    /** What dropout makes of some numbers. */
    Node dropped(Node x) {
        if (masks == null) {
            return x;
        }
        return Ops.multiply(x, masks.get(nextMask++));
    }

    /** The statistic to normalize by: the one given, or else the batch's own. */
    Node statistic(Supplier<Node> own) {
        Node statistic = given == null ? own.get() : given.get(statistics.size());
        statistics.add(statistic);
        return statistic;
    }
}
