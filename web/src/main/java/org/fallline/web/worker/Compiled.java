package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Derivatives;
import org.jspecify.annotations.Nullable;

/** The problem that a worker was asked about last, compiled: most questions are about the one before. */
final class Compiled {
    private @Nullable ProblemSpec spec;
    private int seed;
    private @Nullable Derivatives derivatives;

    /** The problem of an experiment; the same object as long as experiments have the same problem. */
    Derivatives of(Experiment experiment) {
        Derivatives present = derivatives;
        if (present == null || !experiment.problem().equals(spec) || experiment.seed() != seed) {
            present = new Derivatives(experiment.problem().problem(experiment.seed()));
            spec = experiment.problem();
            seed = experiment.seed();
            derivatives = present;
        }
        return present;
    }
}
