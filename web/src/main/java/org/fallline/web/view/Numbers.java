package org.fallline.web.view;

import org.fallline.math.Decimal;

/** Numbers as a reader sees them. */
final class Numbers {
    /** Enough to tell one step from the next. */
    private static final int DIGITS = 6;

    private static final int BRIEF_DIGITS = 3;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** A number rounded for comparing at a glance. */
    static String brief(double value) {
        return typeset(Decimal.text(value, BRIEF_DIGITS));
    }

    /** A number rounded for a reader. */
    static String text(double value) {
        return typeset(Decimal.text(value, DIGITS));
    }

    /** With the signs that typography uses: −0.4 for -0.4, and 3·10⁻⁷ for 3e-7. */
    static String typeset(String text) {
        StringBuilder out = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean power = c == 'e' && i > 0 && Character.isDigit(text.charAt(i - 1));
            raised = power || (raised && (digit || c == '-'));
            if (power) {
                out.append("·10");
            } else if (c == '-') {
                out.append(raised ? '⁻' : '−');
            } else {
                out.append(raised ? SUPERSCRIPTS.charAt(c - '0') : c);
            }
        }
        return out.toString();
    }
}
