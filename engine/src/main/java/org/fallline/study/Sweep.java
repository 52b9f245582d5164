package org.fallline.study;

import java.util.Arrays;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Walker;
import org.fallline.math.Real;
import org.fallline.problem.CompiledObjective;
import org.jspecify.annotations.Nullable;

/** Where an optimizer gets to in the experiment's steps with each of many pairs of hyper-parameters, as a {@link SweepPlan} says. */
public final class Sweep implements Study {
    /** Descents are made in an order that soon covers the whole plan: each is so many after the one before. */
    private static final int STRIDE = 37;

    private static final int STEPS_A_PIECE = 4;

    private final SweepPlan plan;
    private final OptimizerSpec spec;
    private final CompiledObjective objective;
    private final double[] start;
    private final int steps;
    private final double[] losses;
    private int done;
    private @Nullable Walker walker;

    /** The sweep of an optimizer of an experiment. */
    public Sweep(Experiment experiment, int optimizer) {
        this.spec = experiment.optimizers().get(optimizer).unchanging();
        this.plan = SweepPlan.of(spec);
        this.objective = experiment.problem().problem(experiment.seed()).objective();
        this.start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        this.steps = experiment.steps();
        this.losses = new double[plan.size()];
        Arrays.fill(losses, Double.NaN);
    }

    /** The place in the plan of a descent by its order; each has one, since the stride shares no factor with their number. */
    private int place(int order) {
        return (int) ((long) order * STRIDE % plan.size());
    }

    @Override
    public boolean advance() {
        if (done == plan.size()) {
            return false;
        }
        Walker present = walker;
        if (present == null) {
            present = new Walker(objective, plan.spec(spec, place(done)).descent(), start);
            walker = present;
        }
        int until = Math.min(steps, present.step() + STEPS_A_PIECE);
        while (present.step() < until && present.ending() == null) {
            present.advance();
        }
        if (present.step() >= steps || present.ending() != null) {
            boolean isRight = present.ending() == null && Real.isFinite(present.loss());
            losses[place(done)] = isRight ? present.loss() : Double.POSITIVE_INFINITY;
            done++;
            walker = null;
        }
        return done < plan.size();
    }

    @Override
    public double progress() {
        return (double) done / plan.size();
    }

    /** The loss at the end of each descent, by its place in the plan; ∞ if it diverged, NaN if it has not been made. */
    @Override
    public double[] numbers() {
        return losses.clone();
    }
}
