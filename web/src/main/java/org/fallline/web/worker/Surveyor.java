package org.fallline.web.worker;

import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.landscape.Window;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.Picture;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;

/** The worker's part of a landscape: finds a job's slice, and samples it row by row. */
final class Surveyor {
    private final Compiled compiled;
    private @Nullable Derivatives derivatives;
    private @Nullable Rung rung;
    private @Nullable Slice slice;

    Surveyor(Compiled compiled) {
        this.compiled = compiled;
    }

    /** Takes a job whose slice another worker has found. */
    void take(Job job) {
        turnTo(job.experiment());
        slice = job.slice();
    }

    /** Takes a job and finds its slice. */
    Message find(Job job) {
        Slice found = Slicing.of(
                turnTo(job.experiment()), job.experiment().view().cut(), Objects.requireNonNull(job.anchors()));
        slice = found;
        return new Surveyed(job.id(), found, job.isQuick()).message();
    }

    /** The losses of the coarsest grid over what the job that was taken last looks at. */
    Message sampleCoarsely(Job job) {
        Slice found = Objects.requireNonNull(slice);
        Window window = Picture.window(job.experiment().view().cut(), found);
        return sample(Level.first(window, found.isLine()).whole(job.id()));
    }

    private Derivatives turnTo(Experiment experiment) {
        Derivatives present = compiled.of(experiment);
        if (present != derivatives) {
            derivatives = present;
            ProgramRung program = new ProgramRung(present.function());
            // A function without data is at once computed in full precision, and may be looked at closely.
            boolean isQuick = experiment.problem() instanceof ProblemSpec.Function function
                    && function.data().values().isEmpty();
            rung = isQuick ? program : new Ladder(program, present.problem());
        }
        return present;
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
