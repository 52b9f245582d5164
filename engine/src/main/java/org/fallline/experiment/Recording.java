package org.fallline.experiment;

import java.util.Arrays;

/** A walk under way: a walker, and what it has done so far. */
public final class Recording {
    /** Room for so many states at first. */
    private static final int FIRST_LENGTH = 128;

    private final Walker walker;
    private final int most;
    private final int n;
    private double[] losses;
    private double[] params;
    private double[] gradients;
    private int length;

    /** Of a walker where it stands, which makes so many steps at most. */
    public Recording(Walker walker, int steps) {
        this.walker = walker;
        this.most = steps + 1;
        this.n = walker.params().length;
        this.losses = new double[Math.min(most, FIRST_LENGTH)];
        this.params = new double[losses.length * n];
        this.gradients = new double[losses.length * n];
        record();
    }

    /** Whether there is another step: none after the last, nor once the loss or the gradient has stopped being finite. */
    public boolean goesOn() {
        return length < most && walker.ending() == null;
    }

    /** Makes another step. */
    public void advance() {
        walker.advance();
        if (length == losses.length) {
            // Grown as it goes: a walk that ends early needs no room for the steps that it was allowed.
            int longer = Math.min(most, 2 * length);
            losses = Arrays.copyOf(losses, longer);
            params = Arrays.copyOf(params, longer * n);
            gradients = Arrays.copyOf(gradients, longer * n);
        }
        record();
    }

    private void record() {
        losses[length] = walker.loss();
        System.arraycopy(walker.params(), 0, params, length * n, n);
        System.arraycopy(walker.gradient(), 0, gradients, length * n, n);
        length++;
    }

    /** What the walker has done so far. */
    public Trajectory trajectory() {
        return new Trajectory(
                n,
                Arrays.copyOf(losses, length),
                Arrays.copyOf(params, length * n),
                Arrays.copyOf(gradients, length * n),
                walker.ending());
    }
}
