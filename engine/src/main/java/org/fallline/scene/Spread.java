package org.fallline.scene;

import org.fallline.math.Bounds;

/** The ends of an axis around numbers from a least to a largest one, with a margin; around 0 or the only number if need be. */
final class Spread {
    private Spread() {}

    static double low(double least, double most, double margin) {
        return ends(least, most, margin)[0];
    }

    static double high(double least, double most, double margin) {
        return ends(least, most, margin)[1];
    }

    private static double[] ends(double least, double most, double margin) {
        if (!(least <= most) || Double.isInfinite(least) || Double.isInfinite(most)) {
            return new double[] {-1, 1};
        }
        double extra = margin * (most - least);
        if (Bounds.admit(least - extra, most + extra)) {
            return new double[] {least - extra, most + extra};
        }
        double reach = least == 0 ? 1 : Math.abs(least) * 0.5;
        return Bounds.admit(least - reach, most + reach)
                ? new double[] {least - reach, most + reach}
                : new double[] {-1, 1};
    }
}
