package org.fallline.web.worker;

import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Derivatives;
import org.jspecify.annotations.Nullable;

/** The worker's end of a {@link Subject}: the problem that it is asked about, compiled. */
final class Compiled {
    private @Nullable Experiment experiment;
    private @Nullable Derivatives derivatives;

    /**
     * The problem of a text by {@link Subject}; the same object as long as the problem stays.
     *
     * @throws IllegalStateException if the text says that it is the one before, and there was none
     */
    Derivatives of(String text) {
        Derivatives present = derivatives;
        if (!text.isEmpty()) {
            // Should the rest fail, the next question must not be answered about what was asked before.
            derivatives = null;
            Experiment before = experiment;
            Experiment read = ExperimentCodec.read(text);
            if (present == null || before == null || !read.hasProblemOf(before)) {
                present = new Derivatives(read.problem().problem(read.seed()));
            }
            experiment = read;
            derivatives = present;
        }
        if (present == null) {
            throw new IllegalStateException("the worker does not know the problem");
        }
        return present;
    }

    /** The experiment of the last text that said which; only its problem is sure to be the present one's. */
    Experiment experiment() {
        return Objects.requireNonNull(experiment);
    }

    /** Whether it is a function without data: at once computed in full precision, so that it may be looked at closely. */
    boolean isBareFunction() {
        return experiment().problem() instanceof ProblemSpec.Function function
                && function.data().values().isEmpty();
    }
}
