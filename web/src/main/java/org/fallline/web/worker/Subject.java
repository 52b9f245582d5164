package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.jspecify.annotations.Nullable;

/**
 * The text that tells a worker what is asked about: the experiment, or nothing where it is the problem of the message before. One
 * for each worker, which reads it with its one {@link Compiled}.
 */
final class Subject {
    private @Nullable Experiment told;

    /** What to write to the next message. */
    String text(Experiment experiment) {
        if (told != null && experiment.hasProblemOf(told)) {
            return "";
        }
        told = experiment;
        return ExperimentCodec.writeWithStart(experiment);
    }

    /** The worker knows nothing any more. */
    void forget() {
        told = null;
    }
}
