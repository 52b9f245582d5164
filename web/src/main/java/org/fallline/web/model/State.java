package org.fallline.web.model;

import org.fallline.experiment.Experiment;
import org.fallline.problem.ProblemSpec;

/**
 * What determines the page.
 *
 * @param experiment what is shown
 * @param playback how time runs
 * @param draft the formula field
 */
public record State(Experiment experiment, Playback playback, Draft draft) {
    private static final String FIRST_DRAFT = "x^2 + 3 y^2 + sin(3 x)";

    /** An experiment at rest. */
    public static State of(Experiment experiment) {
        boolean typed = experiment.problem() instanceof ProblemSpec.Function function
                && !function.formula().isEmpty();
        String formula = typed ? ((ProblemSpec.Function) experiment.problem()).formula() : FIRST_DRAFT;
        return new State(experiment, Playback.DEFAULT, Draft.right(formula));
    }

    /** The same with another experiment. */
    public State with(Experiment changed) {
        return new State(changed, playback, draft);
    }

    public State withPlaying(boolean changed) {
        return withPlayback(playback.withPlaying(changed));
    }

    public State withPlayback(Playback changed) {
        return new State(experiment, changed, draft);
    }

    /** Whether time runs. */
    public boolean playing() {
        return playback.playing();
    }

    /** The index of the optimizer whose step is looked into. */
    public int inspected() {
        return experiment.view().optimizer();
    }

    public State withInspected(int changed) {
        return with(experiment.withView(experiment.view().withOptimizer(changed)));
    }

    public State withDraft(Draft changed) {
        return new State(experiment, playback, changed);
    }

    /** The step at which time stands. */
    public int step() {
        return experiment.view().step();
    }

    /** Time at another step, as far as there are steps. */
    public State at(int step) {
        int within = Math.max(0, Math.min(step, experiment.steps()));
        return with(experiment.withView(experiment.view().withStep(within)));
    }
}
