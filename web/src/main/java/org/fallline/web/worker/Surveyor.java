package org.fallline.web.worker;

import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;

/** The worker's part of a landscape: finds a job's slice, and samples it row by row. A problem is compiled once. */
final class Surveyor {
    private @Nullable ProblemSpec spec;
    private int seed;
    private @Nullable Problem problem;
    private @Nullable Rung rung;
    private @Nullable Slice slice;

    /** Takes a job whose slice another worker has found. */
    void take(Job job) {
        turnTo(job.experiment());
        slice = job.slice();
    }

    /** Takes a job and finds its slice. */
    Message find(Job job) {
        turnTo(job.experiment());
        Slice found = Slicing.of(
                Objects.requireNonNull(problem), job.experiment().view().cut(), Objects.requireNonNull(job.anchors()));
        slice = found;
        return new Surveyed(job.id(), found).message();
    }

    private void turnTo(Experiment experiment) {
        if (!experiment.problem().equals(spec) || experiment.seed() != seed) {
            spec = experiment.problem();
            seed = experiment.seed();
            problem = spec.problem(seed);
            ProgramRung program = new ProgramRung(problem.valueAndGradient());
            // A function without data is at once computed in full precision, and may be looked at closely.
            boolean isQuick = spec instanceof ProblemSpec.Function function
                    && function.data().values().isEmpty();
            rung = isQuick ? program : EmittedRung.above(program, problem);
        }
    }

    /** The losses of some rows over the slice of the job that was taken last. */
    Message sample(Rows asked) {
        double begin = Browser.now();
        double[] losses = Objects.requireNonNull(rung)
                .losses(
                        Objects.requireNonNull(slice),
                        asked.window(),
                        asked.columns(),
                        asked.rows(),
                        asked.from(),
                        asked.to());
        return asked.answer(Browser.now() - begin, losses).message();
    }
}
