package org.fallline.landscape;

import java.util.Arrays;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * The scale on which equal steps hold equally many samples (histogram equalization): {@code unit(loss)} is the share of a
 * grid's finite samples below it, linear between neighbouring knots.
 *
 * <p>A plateau, many samples of as good as one loss, counts as a 64th of the samples at most: so the colours are spent
 * where losses differ.
 *
 * @param losses of the knots, finite and strictly ascending; a single one where all losses are as good as equal, and then
 *     every loss is at a half
 * @param units of the knots, strictly ascending from 0 to 1. Both arrays are the scale's own, not to be modified.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record RankScale(double[] losses, double[] units) implements LossScale {
    /** Knots are about as close as the colours of a screen's channel: finer steps could not be seen. */
    private static final double KNOT_DISTANCE = 1.0 / 256;

    /** One loss counts as at most so many samples of all. */
    private static final double LARGEST_SHARE = 1.0 / 64;

    public RankScale {
        if (losses.length == 0 || losses.length != units.length) {
            throw new IllegalArgumentException("a rank scale needs a unit for each of one or more losses, but got "
                    + units.length + " for " + losses.length);
        }
        for (int i = 0; i < losses.length; i++) {
            boolean ascending = i == 0 ? units[i] == 0 : losses[i] > losses[i - 1] && units[i] > units[i - 1];
            if (!ascending || !Double.isFinite(losses[i]) || (i > 0 && i == losses.length - 1 && units[i] != 1)) {
                throw new IllegalArgumentException("a rank scale needs finite, ascending losses and units from 0 to 1,"
                        + " but knot " + i + " of " + losses.length + " is at " + Decimal.text(losses[i]) + " and "
                        + Decimal.text(units[i]));
            }
        }
    }

    /** The scale of these losses, finite and ascending (not modified); from 0 to 1 when there is none. */
    static RankScale of(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return new RankScale(new double[] {0, 1}, new double[] {0, 1});
        }
        // Halved, so that the distance of the largest numbers is still a number.
        double spread = sorted[n * 3 / 4] * 0.5 - sorted[n / 4] * 0.5;
        double[] losses = new double[n];
        double[] below = new double[n];
        double most = Real.max(1, Math.floor(n * LARGEST_SHARE));
        double weight = 0;
        int runs = 0;
        for (int i = 0; i < n; ) {
            int first = i;
            double close = FLAT * Real.max(Math.abs(sorted[first]), spread);
            while (i < n && sorted[i] * 0.5 - sorted[first] * 0.5 <= close) {
                i++;
            }
            losses[runs] = sorted[first];
            below[runs++] = weight;
            weight += Real.min(i - first, most);
        }
        return thinned(losses, below, runs);
    }

    /** The runs that are a colour apart, and always the first and the last. */
    private static RankScale thinned(double[] losses, double[] below, int runs) {
        double total = below[runs - 1];
        double[] units = new double[runs];
        double[] kept = new double[runs];
        int count = 1;
        kept[0] = losses[0];
        for (int i = 1; i < runs; i++) {
            double unit = below[i] / total;
            boolean apart = unit >= units[count - 1] + KNOT_DISTANCE && unit <= 1 - KNOT_DISTANCE;
            if (apart || i == runs - 1) {
                kept[count] = losses[i];
                units[count++] = unit;
            }
        }
        return new RankScale(Arrays.copyOf(kept, count), Arrays.copyOf(units, count));
    }

    @Override
    public double min() {
        return losses[0];
    }

    @Override
    public double max() {
        return losses[losses.length - 1];
    }

    @Override
    public double unit(double loss) {
        if (Double.isNaN(loss) || losses.length == 1) {
            return Double.isNaN(loss) ? loss : 0.5;
        }
        if (loss <= min() || loss >= max()) {
            return loss <= min() ? 0 : 1;
        }
        int knot = before(losses, loss);
        double share = (loss * 0.5 - losses[knot] * 0.5) / (losses[knot + 1] * 0.5 - losses[knot] * 0.5);
        return units[knot] + share * (units[knot + 1] - units[knot]);
    }

    @Override
    public double loss(double unit) {
        if (!(unit > 0) || losses.length == 1) {
            return min();
        }
        if (unit >= 1) {
            return max();
        }
        int knot = before(units, unit);
        double share = (unit - units[knot]) / (units[knot + 1] - units[knot]);
        return losses[knot] * (1 - share) + losses[knot + 1] * share;
    }

    /** The last of these ascending numbers, the very last left out, that is at most {@code x}. */
    private static int before(double[] ascending, double x) {
        int low = 0;
        int high = ascending.length - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (ascending[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double base() {
        return losses.length == 1 ? 0 : LossBase.of(this);
    }

    @Override
    public List<Level> levels(int count) {
        return losses.length == 1 ? List.of() : RoundLosses.levels(this, count);
    }

    @Override
    public double[] ticks(int count) {
        return losses.length == 1 ? losses.clone() : RoundLosses.ticks(this, count);
    }
}
