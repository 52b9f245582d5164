package org.fallline.landscape;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * A monotone map of losses between {@code min} and {@code max} to [0, 1], for colours, isolines and a legend.
 *
 * <p>A scale is fitted to a grid once and then stays as it is, so that colours do not jump while a picture is refined or
 * a window is moved. Losses outside are clamped; NaN stays NaN.
 */
public sealed interface LossScale permits LossScale.Linear, LossScale.Log, RankScale {
    /** The share of the finest-to-coarsest losses that a pole may hide: see {@link #linear(Grid)}. */
    double POLE_QUANTILE = 0.98;

    /** How many times higher than the rest of the landscape a pole is. */
    double POLE_HEIGHT = 1000;

    /** The range of losses, relative to their magnitude, that counts as none. */
    double FLAT = 1e-13;

    double min();

    double max();

    /** The place of a loss in [0, 1]; NaN for NaN. */
    double unit(double loss);

    /** The loss at a place in [0, 1]: the inverse of {@link #unit}. */
    double loss(double unit);

    /**
     * What a figure takes off losses before it writes them: 0 where they read apart as they are, else a number nearby with
     * few digits, for instance 101 on a scale from 101.0000002 to 101.0000009. Ticks and major isolines are round beyond it.
     */
    double base();

    /** About {@code count} isolines, ascending, strictly between {@link #min} and {@link #max}, about every fifth major. */
    List<Level> levels(int count);

    /**
     * About {@code count} round losses from {@link #min} to {@link #max} for a legend, ascending; the first may be lower
     * than the minimum by less than what the reader of a legend sees.
     */
    double[] ticks(int count);

    /** The loss of an isoline, and whether it is one of the heavier ones, which have round losses. */
    record Level(double loss, boolean major) {}

    /**
     * The linear scale of a grid: from its smallest to its largest finite loss; to its 98th percentile where the
     * largest loss is more than a thousand times further up, as near a pole. From 0 to 1 when no loss is finite.
     */
    static LossScale linear(Grid grid) {
        return grid.finiteCount() == 0 ? new Linear(0, 1) : new Linear(grid.min(), top(grid));
    }

    /**
     * The logarithmic scale of a grid, over the same losses as the linear one; the offset is the height above the
     * minimum that one in a hundred samples does not exceed, at least 10⁻⁸ and at most 10⁻² of the whole range. So the
     * scale resolves the neighbourhood of the minimum, and also works when the minimum is zero or negative. For a profile, a
     * grid of one row, it is 10⁻²: heights tell more than colours, and a cusp would tell what is not there.
     */
    static LossScale log(Grid grid) {
        if (grid.finiteCount() == 0 || grid.rows() == 1) {
            return grid.finiteCount() == 0 ? new Log(0, 1, 1e-2) : new Log(grid.min(), top(grid), 1e-2);
        }
        double max = top(grid);
        double range = max * 0.5 - grid.min() * 0.5;
        double low = grid.quantile(0.01) * 0.5 - grid.min() * 0.5;
        double share = range > 0 ? low / range : 0;
        return new Log(grid.min(), max, Real.min(1e-2, Real.max(1e-8, share)));
    }

    /** The rank scale of a grid: all its finite losses, poles included, for they cannot swallow it. */
    static LossScale rank(Grid grid) {
        return RankScale.of(grid.sorted());
    }

    private static double top(Grid grid) {
        double rest = grid.quantile(POLE_QUANTILE);
        boolean pole = grid.max() * 0.5 - grid.min() * 0.5 > POLE_HEIGHT * (rest * 0.5 - grid.min() * 0.5);
        return pole && rest > grid.min() ? rest : grid.max();
    }

    private static void require(double min, double max) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
            throw new IllegalArgumentException(
                    "a scale needs finite, ordered losses, but got " + Decimal.text(min) + " to " + Decimal.text(max));
        }
    }

    /** {@code unit = (loss − min) / (max − min)}; a half where the two are as good as equal. */
    record Linear(double min, double max) implements LossScale {
        public Linear {
            require(min, max);
        }

        @Override
        public double unit(double loss) {
            return isFlat(min, max) ? halfOrNaN(loss) : share(loss, min, max);
        }

        @Override
        public double loss(double unit) {
            return between(min, max, unit);
        }

        @Override
        public double base() {
            return isFlat(min, max) || LossBase.readApart(this) ? 0 : Ticks.floor(min, max - min);
        }

        @Override
        public List<Level> levels(int count) {
            double base = base();
            double[] heights = isFlat(min, max) ? new double[0] : Ticks.linear(min - base, max - base, count);
            double step = heights.length < 2 ? 1 : heights[1] - heights[0];
            List<Level> levels = new ArrayList<>();
            for (double height : heights) {
                double loss = base + height;
                if (loss > min && loss < max) {
                    double index = Math.floor(height / step + 0.5);
                    levels.add(new Level(loss, index - 5 * Math.floor(index / 5) == 0));
                }
            }
            return levels;
        }

        @Override
        public double[] ticks(int count) {
            if (isFlat(min, max)) {
                return new double[] {min};
            }
            // A minimum of 0.003 in a range of hundreds is a 0 to the reader.
            double slack = (max * 0.5 - min * 0.5) / 100;
            double base = base();
            double[] ticks = Ticks.linear(min - base - slack, max - base, count);
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] += base;
            }
            return ticks;
        }
    }

    /**
     * {@code unit = log(1 + r / offset) / log(1 + 1 / offset)} with {@code r} the linear unit: linear up to about
     * {@code offset} of the range above the minimum, logarithmic from there on.
     */
    record Log(double min, double max, double offset) implements LossScale {
        public Log {
            require(min, max);
            if (!(offset > 0 && offset <= 1)) {
                throw new IllegalArgumentException(
                        "the offset of a logarithmic scale must be in (0, 1], but is " + Decimal.text(offset));
            }
        }

        @Override
        public double unit(double loss) {
            if (isFlat(min, max)) {
                return halfOrNaN(loss);
            }
            double r = share(loss, min, max);
            return clamp(Real.log(1 + r / offset) / Real.log(1 + 1 / offset));
        }

        @Override
        public double loss(double unit) {
            double r = offset * (Real.exp(unit * Real.log(1 + 1 / offset)) - 1);
            return between(min, max, clamp(r));
        }

        @Override
        public double base() {
            return isFlat(min, max) ? 0 : LossBase.of(this);
        }

        @Override
        public List<Level> levels(int count) {
            return isFlat(min, max) ? List.of() : RoundLosses.levels(this, count);
        }

        @Override
        public double[] ticks(int count) {
            return isFlat(min, max) ? new double[] {min} : RoundLosses.ticks(this, count);
        }
    }

    /** Losses differ by no more than rounding does: a map of that would show noise. */
    private static boolean isFlat(double min, double max) {
        return max * 0.5 - min * 0.5 <= FLAT * Real.max(Math.abs(min), Math.abs(max));
    }

    /** Where flat: the middle of the scale, or NaN for NaN. */
    private static double halfOrNaN(double loss) {
        return Double.isNaN(loss) ? loss : 0.5;
    }

    /** The linear unit. Halved first, so that the range of the largest numbers is still a number. */
    private static double share(double loss, double min, double max) {
        return clamp((loss * 0.5 - min * 0.5) / (max * 0.5 - min * 0.5));
    }

    private static double between(double min, double max, double share) {
        return min * (1 - share) + max * share;
    }

    private static double clamp(double x) {
        return x < 0 ? 0 : x > 1 ? 1 : x;
    }
}
