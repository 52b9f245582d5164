package org.fallline.experiment;

import java.util.List;
import java.util.TreeSet;
import org.fallline.autodiff.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the computation of a step.
 *
 * @param moment at which it stands; null once all values and derivatives are there
 * @param groups that are not folded, by their numbers from 0, ascending; null for the usual ones
 * @param tensor the name of the node that is opened, as the tape gives it; empty if none is
 * @param compared whether every gradient is compared with its central differences
 * @param edges what the figure of a network shows
 * @param example the example whose errors it shows, from 1; 0 for the mean of all
 */
public record Opened(
        @Nullable Moment moment,
        @Nullable List<Integer> groups,
        String tensor,
        boolean compared,
        Edges edges,
        int example) {
    /** Examples that can be looked at one by one. */
    public static final int MOST_EXAMPLES = 20;

    /** All values and derivatives, folded as usual. */
    public static final Opened DEFAULT = new Opened(null, null, "", false, Edges.WEIGHTS, 0);

    public Opened {
        groups = groups == null ? null : List.copyOf(new TreeSet<>(groups));
    }

    /** What stays when another computation is shown: not what belongs to a place in this one. */
    public Opened ofAnother() {
        return new Opened(null, null, "", compared, edges, example);
    }

    public Opened withMoment(@Nullable Moment changed) {
        return new Opened(changed, groups, tensor, compared, edges, example);
    }

    public Opened withGroups(List<Integer> changed) {
        return new Opened(moment, changed, tensor, compared, edges, example);
    }

    public Opened withTensor(String changed) {
        return new Opened(moment, groups, changed, compared, edges, example);
    }

    public Opened withCompared(boolean changed) {
        return new Opened(moment, groups, tensor, changed, edges, example);
    }

    public Opened withEdges(Edges changed) {
        return new Opened(moment, groups, tensor, compared, changed, example);
    }

    public Opened withExample(int changed) {
        return new Opened(moment, groups, tensor, compared, edges, changed);
    }
}
