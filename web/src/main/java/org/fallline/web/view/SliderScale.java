package org.fallline.web.view;

import org.fallline.catalogue.Setting;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/** Positions of a slider and the numbers they stand for: evenly spaced, or evenly spaced in the logarithm. */
final class SliderScale {
    /** A slider gives numbers that a reader can say, with as many digits as tell one position from the next. */
    private static final int FEWEST_DIGITS = 2;

    private static final int MOST_DIGITS = 17;

    private SliderScale() {}

    /** The number at a position from 0 to the number of positions. */
    static double value(Setting setting, int position, int positions) {
        double share = (double) position / positions;
        double from = setting.usualLeast();
        double to = setting.usualMost();
        double value = setting.kind() == Setting.Kind.LOGARITHMIC
                ? from * Real.pow(to / from, share)
                : from + (to - from) * share;
        if (setting.kind() == Setting.Kind.WHOLE) {
            return Real.round(value);
        }
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            double rounded = Decimal.parse(Decimal.text(value, digits));
            if (rounded >= from && rounded <= to && position(setting, rounded, positions) == position) {
                return rounded;
            }
        }
        return value;
    }

    /** The position nearest to a number; an end for numbers beyond. */
    static int position(Setting setting, double value, int positions) {
        double from = setting.usualLeast();
        double to = setting.usualMost();
        double share = setting.kind() == Setting.Kind.LOGARITHMIC
                ? (value <= from ? 0 : Real.log(value / from) / Real.log(to / from))
                : (value - from) / (to - from);
        double position = Math.floor(share * positions + 0.5);
        return (int) Real.max(0, Real.min(position, positions));
    }
}
