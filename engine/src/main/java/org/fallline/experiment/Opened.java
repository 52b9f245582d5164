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
 */
public record Opened(@Nullable Moment moment, @Nullable List<Integer> groups) {
    /** All values and derivatives, folded as usual. */
    public static final Opened DEFAULT = new Opened(null, null);

    public Opened {
        groups = groups == null ? null : List.copyOf(new TreeSet<>(groups));
    }

    public Opened withMoment(@Nullable Moment changed) {
        return new Opened(changed, groups);
    }

    public Opened withGroups(List<Integer> changed) {
        return new Opened(moment, changed);
    }
}
