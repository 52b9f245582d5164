package org.fallline.web.view;

import org.fallline.math.Decimal;

/** Numbers as a reader sees them. */
final class Numbers {
    /** Enough to tell one step from the next. */
    private static final int DIGITS = 6;

    private Numbers() {}

    /** A number rounded for a reader. */
    static String text(double value) {
        return typeset(Decimal.text(value, DIGITS));
    }

    /** With the sign that typography uses for minus. */
    static String typeset(String text) {
        return text.replace('-', '−');
    }
}
