package org.fallline.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.math.Real;

/**
 * Ticks and isolines evenly spaced on a curved scale, the ticks rounded as far as the distance to their neighbours allows:
 * the losses themselves, or their distances from the scale's base.
 */
final class RoundLosses {
    private static final int MINORS = 4;

    /** The most minors below the first major, whatever a scale does between its first two. */
    private static final int MOST_BELOW = 4 * (MINORS + 1);

    private RoundLosses() {}

    /** Round losses within the scale, ascending, at most {@code count + 1}; the minimum alone when there are none. */
    static double[] ticks(LossScale scale, int count) {
        double[] ticks = new double[count + 1];
        int used = 0;
        double base = scale.base();
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= count; i++) {
            double exact = scale.loss((double) i / count);
            double below = Math.abs(exact - scale.loss((double) (i == 0 ? 1 : i - 1) / count));
            double above = Math.abs(exact - scale.loss((double) (i == count ? i - 1 : i + 1) / count));
            double tick = base + Ticks.round(exact - base, Real.min(below, above));
            // A minimum of 0.003 on a scale that begins to tell losses apart at 2 is a 0 to the reader.
            boolean reached = tick >= scale.min() || (i == 0 && (scale.min() - tick) * 20 < above);
            if (tick > before && reached && tick <= scale.max()) {
                ticks[used++] = tick;
                before = tick;
            }
        }
        return used == 0 ? new double[] {scale.min()} : Arrays.copyOf(ticks, used);
    }

    /** Majors are ticks; between two of them, and on beyond them, four minors evenly on the scale. */
    static List<LossScale.Level> levels(LossScale scale, int count) {
        double[] majors = ticks(scale, Math.max(3, count / 5));
        List<LossScale.Level> levels = new ArrayList<>();
        if (majors.length < 2) {
            return levels;
        }
        double first = scale.unit(majors[0]);
        double firstGap = scale.unit(majors[1]) - first;
        int below = (int) Math.floor(first / firstGap * (MINORS + 1));
        for (int k = Math.min(below, MOST_BELOW); k >= 1; k--) {
            add(levels, scale, scale.loss(first - firstGap * k / (MINORS + 1)), false);
        }
        for (int i = 0; i < majors.length; i++) {
            add(levels, scale, majors[i], true);
            int from = Math.min(i, majors.length - 2);
            double start = scale.unit(majors[i]);
            double gap = scale.unit(majors[from + 1]) - scale.unit(majors[from]);
            for (int k = 1; k <= MINORS && start + gap * k / (MINORS + 1) < 1; k++) {
                add(levels, scale, scale.loss(start + gap * k / (MINORS + 1)), false);
            }
        }
        return levels;
    }

    private static void add(List<LossScale.Level> levels, LossScale scale, double loss, boolean major) {
        boolean ascending =
                levels.isEmpty() || loss > levels.get(levels.size() - 1).loss();
        if (loss > scale.min() && loss < scale.max() && ascending) {
            levels.add(new LossScale.Level(loss, major));
        }
    }
}
