package org.fallline.web.view;

import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;

/** Numbers as a reader sees them. */
final class Numbers {
    /** Enough to tell one step from the next. */
    private static final int DIGITS = 6;

    private static final int BRIEF_DIGITS = 3;

    private Numbers() {}

    /** A number rounded for comparing at a glance, never long. */
    static String brief(double value) {
        return Ticks.text(value, BRIEF_DIGITS);
    }

    /** A number rounded for a reader. */
    static String text(double value) {
        return Decimal.typeset(Decimal.text(value == 0 ? 0 : value, DIGITS));
    }
}
