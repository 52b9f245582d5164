package org.fallline.experiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Every step that a walker made: where it stood, the loss there and the gradient there. */
public final class Trajectory {
    private final int dimension;
    private final double[] losses;
    private final double[] params;
    private final double[] gradients;
    private final @Nullable String ending;

    /**
     * @param dimension how many parameters there are
     * @param losses one a state, from the start on; not modified
     * @param params state by state; not modified
     * @param gradients state by state; not modified
     * @param ending why the walk cannot go on after its last state, or null
     */
    public Trajectory(int dimension, double[] losses, double[] params, double[] gradients, @Nullable String ending) {
        if (losses.length == 0 || params.length != dimension * losses.length || gradients.length != params.length) {
            throw new IllegalArgumentException(losses.length + " losses, " + params.length + " parameters and "
                    + gradients.length + " derivatives are not a trajectory in " + dimension + " dimensions");
        }
        this.dimension = dimension;
        this.losses = losses;
        this.params = params;
        this.gradients = gradients;
        this.ending = ending;
    }

    /**
     * What a walker at its start does in some steps; fewer if the loss or the gradient stops being finite.
     *
     * @param beforeEach called before each step, where a caller may give up by throwing
     */
    public static Trajectory of(Walker walker, int steps, Runnable beforeEach) {
        Recording recording = new Recording(walker, steps);
        while (recording.goesOn()) {
            beforeEach.run();
            recording.advance();
        }
        return recording.trajectory();
    }

    /** How many parameters there are. */
    public int dimension() {
        return dimension;
    }

    /** How many states there are: one more than steps were made. */
    public int length() {
        return losses.length;
    }

    /** The loss after some steps. */
    public double loss(int step) {
        return losses[within(step)];
    }

    /** A parameter after some steps. */
    public double param(int step, int index) {
        return params[within(step) * dimension + index];
    }

    /** A copy of the parameters after some steps. */
    public double[] params(int step) {
        int from = within(step) * dimension;
        return Arrays.copyOfRange(params, from, from + dimension);
    }

    /** A copy of the gradient after some steps. */
    public double[] gradient(int step) {
        int from = within(step) * dimension;
        return Arrays.copyOfRange(gradients, from, from + dimension);
    }

    /** Why the walk cannot go on after its last state, in a sentence for a reader; null if it can. */
    public @Nullable String ending() {
        return ending;
    }

    /** All losses; the array itself. */
    public double[] losses() {
        return losses;
    }

    /** All parameters, state by state; the array itself. */
    public double[] allParams() {
        return params;
    }

    /** All gradients, state by state; the array itself. */
    public double[] allGradients() {
        return gradients;
    }

    private int within(int step) {
        if (step < 0 || step >= losses.length) {
            throw new IllegalArgumentException("step " + step + " is not from 0 to " + (losses.length - 1));
        }
        return step;
    }
}
