package org.fallline.scene;

import org.fallline.landscape.LossScale;
import org.fallline.landscape.RankScale;
import org.fallline.math.Real;

/** A scale fitted to a profile's samples, made to reach down to losses between them. */
final class ProfileScale {
    /** What a scale by rank spends on the losses below its samples at most, and what is worth a change. */
    private static final double MOST = 1.0 / 64;

    private static final double LEAST = 1e-6;

    private ProfileScale() {}

    /** The scale of the same kind from {@code low} on; the scale itself if it reaches as low, or that is not finite. */
    static LossScale reaching(LossScale scale, double low) {
        if (!(low < scale.min()) || !Double.isFinite(low)) {
            return scale;
        }
        if (scale instanceof LossScale.Log log) {
            return new LossScale.Log(low, log.max(), log.offset());
        }
        return scale instanceof RankScale rank ? reaching(rank, low) : new LossScale.Linear(low, scale.max());
    }

    /** The slope of the lowest stretch goes on, but not far: there are few losses below. */
    private static RankScale reaching(RankScale rank, double low) {
        int knots = rank.losses().length;
        double[] losses = new double[knots + 1];
        double[] units = new double[knots + 1];
        double share = 1;
        if (knots > 1) {
            double slope = rank.units()[1] / (rank.losses()[1] * 0.5 - rank.losses()[0] * 0.5);
            share = Real.min(MOST, slope * (rank.losses()[0] * 0.5 - low * 0.5));
        }
        boolean isRounding = rank.losses()[0] * 0.5 - low * 0.5
                <= LossScale.FLAT * Real.max(Math.abs(low), Math.abs(rank.losses()[knots - 1]));
        if (isRounding || !(share >= LEAST)) {
            return rank;
        }
        losses[0] = low;
        for (int i = 0; i < knots; i++) {
            losses[i + 1] = rank.losses()[i];
            // The only knot of a level profile is at 0, and is now the upper of two.
            units[i + 1] = knots == 1 ? 1 : share + (1 - share) * rank.units()[i];
        }
        return new RankScale(losses, units);
    }
}
