package org.fallline.study;

import java.util.Arrays;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.Evaluation;
import org.jspecify.annotations.Nullable;

/** The losses of test examples at some steps of a walk: as many as a chart has columns of pixels, not as many as there are steps. */
public final class TestLosses implements Study {
    private static final int SAMPLES = 240;

    /** A message of so many numbers is soon copied. */
    private static final int MOST_NUMBERS = 400_000;

    private final @Nullable Evaluation test;
    private final int dimension;
    private final double[] params;
    private final double[] losses;
    private int done;

    /**
     * The losses at some parameters.
     *
     * @param test of the test examples; without any there are no losses
     * @param params state by state; not modified
     */
    public TestLosses(@Nullable Evaluation test, int dimension, double[] params) {
        this.test = test;
        this.dimension = dimension;
        this.params = params;
        this.losses = new double[test == null ? 0 : params.length / dimension];
    }

    /** The steps of a walk that are looked at: ascending, the first and the last one among them. */
    public static int[] steps(Trajectory walk) {
        int last = walk.length() - 1;
        int most = Math.max(2, Math.min(SAMPLES, MOST_NUMBERS / walk.dimension()));
        int count = Math.min(most, last + 1);
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = count == 1 ? 0 : (int) ((long) last * i / (count - 1));
        }
        return steps;
    }

    /** The parameters of a walk at these steps, state by state. */
    public static double[] params(Trajectory walk, int[] steps) {
        int size = walk.dimension();
        double[] params = new double[size * steps.length];
        for (int i = 0; i < steps.length; i++) {
            System.arraycopy(walk.allParams(), steps[i] * size, params, i * size, size);
        }
        return params;
    }

    @Override
    public boolean advance() {
        if (test != null && done < losses.length) {
            losses[done] = test.loss(Arrays.copyOfRange(params, done * dimension, (done + 1) * dimension));
            done++;
        }
        return done < losses.length;
    }

    @Override
    public double progress() {
        return losses.length == 0 ? 1 : (double) done / losses.length;
    }

    /** The losses so far. */
    @Override
    public double[] numbers() {
        return Arrays.copyOf(losses, done);
    }
}
