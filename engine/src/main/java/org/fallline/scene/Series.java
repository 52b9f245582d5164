package org.fallline.scene;

import java.util.Arrays;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Vectors;

/**
 * Numbers by step, ready to be drawn many times: what a chart asks of all of them is found once and kept, so that a picture in
 * which only the present step moved costs what its pixels cost, however many steps there are.
 *
 * <p>One series is for one chart at a time: it keeps what it last drew.
 */
public final class Series {
    private static final int[] NONE = {};

    private final int[] steps;
    private final double[] values;
    private final double min;
    private final double max;
    private final double leastPositive;

    private int[] kept = NONE;
    private int keptSteps;
    private int keptColumns;

    private Series(int[] steps, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a series needs the number of step 0 at least");
        }
        this.steps = steps;
        this.values = values;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = value < low ? value : low;
                high = value > high ? value : high;
                positive = value > 0 && value < positive ? value : positive;
            }
        }
        this.min = low;
        this.max = high;
        this.leastPositive = positive;
    }

    /** A number for each step from step 0 on; the array is kept, not modified. */
    public static Series of(double... values) {
        return new Series(NONE, values);
    }

    /**
     * Numbers for some of the steps.
     *
     * @param steps ascending, the first one 0; kept, not modified
     * @param values one a step; kept, not modified
     */
    public static Series of(int[] steps, double[] values) {
        if (steps.length != values.length || steps.length == 0 || steps[0] != 0) {
            throw new IllegalArgumentException(
                    "a series needs a step for each of its " + values.length + " numbers, the first one 0");
        }
        return new Series(steps, values);
    }

    /** The losses of a walk. */
    public static Series losses(Trajectory walk) {
        return of(walk.losses());
    }

    /** The lengths of a walk's gradients. */
    public static Series gradientNorms(Trajectory walk) {
        int size = walk.dimension();
        double[] gradients = walk.allGradients();
        double[] norms = new double[walk.length()];
        double[] one = new double[size];
        for (int i = 0; i < norms.length; i++) {
            double sum = 0;
            for (int k = i * size; k < (i + 1) * size; k++) {
                sum += gradients[k] * gradients[k];
            }
            norms[i] = Math.sqrt(sum);
            if (!(norms[i] > 1e-150 && norms[i] < 1e150)) {
                // Squares of the largest and smallest numbers leave the format.
                System.arraycopy(gradients, i * size, one, 0, size);
                norms[i] = Vectors.norm(one);
            }
        }
        return of(norms);
    }

    /** How many numbers there are. */
    int count() {
        return values.length;
    }

    /** The step that a number belongs to. */
    int step(int index) {
        return steps.length == 0 ? index : steps[index];
    }

    double value(int index) {
        return values[index];
    }

    /** The last step that has a number. */
    int lastStep() {
        return step(values.length - 1);
    }

    /** The index of the last number at or before a step. */
    int index(int step) {
        if (steps.length == 0) {
            return Math.min(step, values.length - 1);
        }
        int at = Arrays.binarySearch(steps, step);
        return at >= 0 ? at : -at - 2;
    }

    /** The number at a step, or the last one before. */
    public double at(int step) {
        return values[index(step)];
    }

    /** The least finite number; ∞ if none is. */
    double min() {
        return min;
    }

    /** The largest finite number; −∞ if none is. */
    double max() {
        return max;
    }

    /** The least positive finite number; ∞ if none is. */
    double leastPositive() {
        return leastPositive;
    }

    /**
     * The indices of numbers that look like all of them on a chart of so many pixel columns for so many steps, ascending: of
     * each column the lowest and the highest, so that no spike is lost. The array is kept: not to be modified.
     */
    int[] kept(int lastStep, int columns) {
        if (keptSteps != lastStep || keptColumns != columns) {
            keptSteps = lastStep;
            keptColumns = columns;
            kept = keep(lastStep, columns);
        }
        return kept;
    }

    private int[] keep(int lastStep, int columns) {
        int count = Math.min(values.length, index(lastStep) + 1);
        int[] out = new int[Math.min(count, 2 * columns + 2)];
        int used = 0;
        int begin = 0;
        double perStep = (double) columns / lastStep;
        while (begin < count) {
            double column = Math.floor(step(begin) * perStep);
            int low = begin;
            int high = begin;
            int end = begin + 1;
            while (end < count && Math.floor(step(end) * perStep) == column) {
                // Written so that an undefined number is not taken for a lowest or highest one.
                low = values[end] < values[low] || Double.isNaN(values[low]) ? end : low;
                high = values[end] > values[high] || Double.isNaN(values[high]) ? end : high;
                end++;
            }
            out[used++] = Math.min(low, high);
            if (low != high) {
                out[used++] = Math.max(low, high);
            }
            begin = end;
        }
        return Arrays.copyOf(out, used);
    }
}
