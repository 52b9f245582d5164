package org.fallline.web.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Moment;
import org.fallline.experiment.Edges;
import org.fallline.experiment.Opened;
import org.fallline.experiment.View;
import org.fallline.web.words.Phrase;
import org.jspecify.annotations.Nullable;

/** Moving through the computation of a step, and folding it. */
public final class ComputationIntents {
    private ComputationIntents() {}

    /** Goes to a moment; null for the end, when all is done. */
    public static Intent goTo(@Nullable Moment moment) {
        return of(Phrase.of("intent.moment"), opened -> opened.withMoment(moment));
    }

    /** Opens these groups and folds all others. */
    public static Intent open(List<Integer> groups) {
        return of(Phrase.of("intent.fold"), opened -> opened.withGroups(groups));
    }

    /** Opens the tensors of the node of this name; none for an empty one. */
    public static Intent openTensor(String name) {
        return of(Phrase.of("intent.tensor"), opened -> opened.withTensor(name));
    }

    /** Compares every gradient with its central differences, or no longer. */
    public static Intent compare(boolean compared) {
        return of(Phrase.of("intent.compare"), opened -> opened.withCompared(compared));
    }

    /** Shows something else on the edges of a network. */
    public static Intent show(Edges edges) {
        return of(Phrase.of("intent.edges"), opened -> opened.withEdges(edges));
    }

    /** Shows the errors of an example, from 1; of the mean of all for 0. */
    public static Intent showExample(int example) {
        return of(Phrase.of("intent.example"), opened -> opened.withExample(example));
    }

    private static Intent of(Phrase label, UnaryOperator<Opened> change) {
        return new Intent(label, state -> {
            View view = state.experiment().view();
            return state.with(state.experiment().withView(view.withComputation(change.apply(view.computation()))));
        });
    }
}
