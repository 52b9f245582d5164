package org.fallline.study;

import java.util.Arrays;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * What a learning-rate range test found so far.
 *
 * @param rates tried, ascending
 * @param losses after the step with each of them; not modified
 * @param steepest the index of the rate at which the loss falls most steeply; −1 if it falls nowhere
 * @param diverged the index of the first rate after the lowest loss at which the loss is above that of the start; −1 if none is
 */
@SuppressWarnings("ArrayRecordComponent")
public record RangeFindings(double start, double[] rates, double[] losses, int steepest, int diverged) {
    /** The least rate that is tried. */
    public static final double LEAST = RangeTest.LEAST;

    /** The slope at a rate is taken over so many rates on either side. */
    private static final int REACH = 3;

    /** What the numbers of a {@link RangeTest} say. */
    public static RangeFindings of(double[] numbers) {
        double start = numbers[0];
        double[] losses = Arrays.copyOfRange(numbers, 1, numbers.length);
        double[] rates = new double[losses.length];
        int lowest = 0;
        for (int i = 0; i < rates.length; i++) {
            rates[i] = RangeTest.rate(i);
            lowest = losses[i] < losses[lowest] ? i : lowest;
        }
        int diverged = -1;
        for (int i = lowest + 1; i < losses.length && diverged < 0; i++) {
            diverged = losses[i] > start ? i : -1;
        }
        return new RangeFindings(start, rates, losses, steepest(losses, lowest), diverged);
    }

    /** A rate to the two digits that a reader would choose. */
    public static double rounded(double rate) {
        return Decimal.parse(Decimal.text(rate, 2));
    }

    private static int steepest(double[] losses, int lowest) {
        int steepest = -1;
        double most = 0;
        for (int i = 0; i <= lowest; i++) {
            int from = Math.max(0, i - REACH);
            int to = Math.min(lowest, i + REACH);
            double slope = to == from ? 0 : (losses[to] - losses[from]) / (to - from);
            if (slope < most && Real.isFinite(slope)) {
                most = slope;
                steepest = i;
            }
        }
        return steepest;
    }
}
