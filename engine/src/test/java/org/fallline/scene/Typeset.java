package org.fallline.scene;

import java.math.BigDecimal;

/** Numbers as figures write them, read back. */
final class Typeset {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Typeset() {}

    /** {@code −2·10⁻⁷} as −2e-7; a base as what is added to the quantity before it: {@code " − 101"} as −101. */
    static BigDecimal number(String text) {
        StringBuilder plain = new StringBuilder();
        boolean raised = false;
        for (char c : text.replace(" ", "").replace("+", "").toCharArray()) {
            int digit = RAISED.indexOf(c);
            if (!raised && (digit >= 0 || c == '⁻')) {
                raised = true;
                plain.setLength(plain.length() - "10".length());
                plain.append(plain.isEmpty() || plain.toString().equals("-") ? "1e" : "e");
            }
            if (c != '·') {
                plain.append(c == '−' || c == '⁻' ? '-' : digit >= 0 ? (char) ('0' + digit) : c);
            }
        }
        return new BigDecimal(plain.toString());
    }
}
