package org.fallline.experiment;

import java.util.List;
import org.fallline.problem.ProblemSpec;

/**
 * All that determines what a visitor sees.
 *
 * @param title at most 200 characters
 * @param notes at most 10,000 characters
 * @param seed of all that is random in the descent: initial parameters, the order of batches, dropout
 * @param problem what is descended
 * @param start where every optimizer begins, one number a parameter
 * @param steps how many steps each optimizer makes, from 0 to {@link #mostSteps}
 * @param optimizers one to eight
 * @param view what is shown
 */
public record Experiment(
        String title,
        String notes,
        int seed,
        ProblemSpec problem,
        List<Double> start,
        int steps,
        List<OptimizerSpec> optimizers,
        View view) {

    /** The version of the format that this code writes. */
    public static final int VERSION = 1;

    /** The most steps an optimizer makes, however few the parameters. */
    public static final int MAX_STEPS = 100_000;

    /** The most optimizers that race. */
    public static final int MAX_OPTIMIZERS = 8;

    /** The most numbers that a run keeps: 160 megabytes of parameters and derivatives. */
    private static final int MAX_KEPT = 20_000_000;

    static final int MAX_TITLE = 200;
    static final int MAX_NOTES = 10_000;
    static final int DEFAULT_STEPS = 100;
    static final List<OptimizerSpec> DEFAULT_OPTIMIZERS = List.of(OptimizerSpec.of("sgd"));

    public Experiment {
        start = List.copyOf(start);
        optimizers = List.copyOf(optimizers);
    }

    /**
     * The most steps that fit: every state of every optimizer keeps its parameters and their derivatives, in all at most
     * 20 million numbers.
     */
    public static int mostSteps(int parameters, int optimizers) {
        return Math.min(MAX_STEPS, MAX_KEPT / (2 * parameters * optimizers) - 1);
    }

    /** An experiment of a problem with every default. */
    public static Experiment of(ProblemSpec problem) {
        return of(problem, 0);
    }

    /** An experiment of a problem and a seed with every other default. */
    public static Experiment of(ProblemSpec problem, int seed) {
        return new Experiment(
                "", "", seed, problem, problem.problem(seed).start(), DEFAULT_STEPS, DEFAULT_OPTIMIZERS, View.DEFAULT);
    }

    public Experiment withTitle(String changed) {
        return new Experiment(changed, notes, seed, problem, start, steps, optimizers, view);
    }

    /** Whether both are about the same problem, made from the same seed. */
    public boolean hasProblemOf(Experiment other) {
        return problem.equals(other.problem) && seed == other.seed;
    }

    /** Whether both look at the same plane, or line, through the parameters of the same problem. */
    public boolean hasPlaneOf(Experiment other) {
        return hasProblemOf(other) && view.cut().plane().equals(other.view.cut().plane());
    }

    /** Whether the optimizers of both make the same walks: titles, notes and views make no difference. */
    public boolean walksAs(Experiment other) {
        return hasProblemOf(other)
                && start.equals(other.start)
                && steps == other.steps
                && optimizers.equals(other.optimizers);
    }

    /** Another problem of the same parameters; its computation is another one, and shown whole. */
    public Experiment withProblem(ProblemSpec changed) {
        View other = view.withComputation(view.computation().ofAnother());
        return new Experiment(title, notes, seed, changed, start, steps, optimizers, other);
    }

    /** Another start; the view goes back to step 0. */
    public Experiment withStart(List<Double> changed) {
        return new Experiment(title, notes, seed, problem, changed, steps, optimizers, view.withStep(0));
    }

    /** Another number of steps; the shown step stays within it. */
    public Experiment withSteps(int changed) {
        return new Experiment(title, notes, seed, problem, start, changed, optimizers, view).within();
    }

    /** Other optimizers; with more of them there may have to be fewer steps, see {@link #mostSteps}. */
    public Experiment withOptimizers(List<OptimizerSpec> changed) {
        int fitting = Math.min(steps, mostSteps(start.size(), changed.size()));
        return new Experiment(title, notes, seed, problem, start, steps, changed, view).withSteps(fitting);
    }

    /** The same, whose view shows no step and no optimizer that there is not. */
    private Experiment within() {
        Cut cut = view.cut().within(optimizers.size(), steps);
        return withView(view.withCut(cut)
                .withStep(Math.min(view.step(), steps))
                .withOptimizer(Math.min(view.optimizer(), optimizers.size() - 1)));
    }

    public Experiment withView(View changed) {
        return new Experiment(title, notes, seed, problem, start, steps, optimizers, changed);
    }
}
