package org.fallline.scene;

import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;

/**
 * The ticks of an axis with their texts. On a stretch far from 0 for its width the texts would not differ, or not fit; there
 * they are distances from a base, which the axis' name then takes off: {@code x − 1.2345678}.
 *
 * @param at where the ticks are, ascending
 * @param texts one a tick
 * @param base as it follows the axis' name; empty when texts are the places themselves
 */
@SuppressWarnings("ArrayRecordComponent")
record AxisTicks(double[] at, String[] texts, String base) {
    /** So many times its width away from 0, a stretch needs a base: its ticks would have five digits that all share. */
    private static final double FAR = 1e4;

    /** About so many ticks for a stretch. */
    static AxisTicks of(double min, double max, int count) {
        return needsBase(min, max) ? relative(min, max, count) : plain(Ticks.linear(min, max, count));
    }

    static AxisTicks plain(double[] ticks) {
        return new AxisTicks(ticks, Ticks.texts(ticks, Ticks.USUAL_DIGITS), "");
    }

    static boolean needsBase(double min, double max) {
        double half = max * 0.5 - min * 0.5;
        return half > 0 && Math.abs(min) * 0.5 > FAR * half;
    }

    private static AxisTicks relative(double min, double max, int count) {
        double[] ticks = Ticks.linear(min, max, count);
        // The same step, free of the rounding of large places.
        double[] steps = Ticks.linear(0, max - min, count);
        double step = steps.length > 1 ? steps[1] : 0;
        int origin = 0;
        for (int i = 1; i < ticks.length; i++) {
            origin = Decimal.text(ticks[i]).length()
                            < Decimal.text(ticks[origin]).length()
                    ? i
                    : origin;
        }
        String[] texts = new String[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            texts[i] = Ticks.text((i - origin) * step);
        }
        return new AxisTicks(ticks, texts, away(ticks[origin]));
    }

    /** What follows the name of a quantity of which this base is taken off; empty for 0. */
    static String away(double base) {
        String size = Decimal.typeset(Decimal.text(Math.abs(base)));
        return base == 0 ? "" : (base < 0 ? " + " : " − ") + size;
    }
}
