package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Moment;
import org.fallline.experiment.Opened;
import org.fallline.experiment.View;
import org.jspecify.annotations.Nullable;

/** Moving through the computation of a step, and folding it. */
public final class ComputationIntents {
    private ComputationIntents() {}

    /** Goes to a moment; null for the end, when all is done. */
    public static Intent goTo(@Nullable Moment moment) {
        return of("Go to another moment of the step", moment, false, List.of());
    }

    /** Opens a group, or folds it. {@code open} are those that are open now. */
    public static Intent toggle(int group, List<Integer> open) {
        List<Integer> changed = new ArrayList<>(open);
        if (!changed.remove(Integer.valueOf(group))) {
            changed.add(group);
        }
        return of("Fold or open", null, true, changed);
    }

    private static Intent of(String label, @Nullable Moment moment, boolean folds, List<Integer> groups) {
        return new Intent(label, state -> {
            View view = state.experiment().view();
            Opened opened = view.computation();
            Opened changed = folds ? opened.withGroups(groups) : opened.withMoment(moment);
            return state.with(state.experiment().withView(view.withComputation(changed)));
        });
    }
}
