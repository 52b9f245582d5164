package org.fallline.experiment;

import java.util.List;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.problem.CompiledObjective;
import org.fallline.problem.Problem;

/** What follows from an experiment: one trajectory an optimizer, the same bits wherever it is computed. */
public final class Run {
    private final Experiment experiment;
    private final CompiledObjective objective;
    private final double[] start;

    private Run(Experiment experiment, Problem problem) {
        this.experiment = experiment;
        this.objective = problem.objective();
        this.start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public static Run of(Experiment experiment) {
        return of(experiment, experiment.problem().problem(experiment.seed()));
    }

    /** The same for who has made the experiment's problem already. */
    public static Run of(Experiment experiment, Problem problem) {
        return new Run(experiment, problem);
    }

    /** The loss and its gradient, compiled. */
    public ValueAndGradient function() {
        return objective.function();
    }

    /** All trajectories, in the order of the optimizers; the start alone of one that is off. */
    public List<Trajectory> trajectories() {
        return trajectories(() -> {});
    }

    /**
     * All trajectories, in the order of the optimizers; the start alone of one that is off.
     *
     * @param beforeEach called before each step, where a caller may give up by throwing
     */
    public List<Trajectory> trajectories(Runnable beforeEach) {
        return experiment.optimizers().stream()
                .map(optimizer -> Trajectory.of(walker(optimizer), optimizer.on() ? experiment.steps() : 0, beforeEach))
                .toList();
    }

    /** An optimizer of the experiment as it stands after some steps, with all that it remembers: the walk is replayed. */
    public Walker walkerAt(int optimizer, int step) {
        Walker walker = walker(experiment.optimizers().get(optimizer));
        for (int i = 0; i < step; i++) {
            walker.advance();
        }
        return walker;
    }

    private Walker walker(OptimizerSpec spec) {
        return new Walker(objective, spec, start);
    }
}
