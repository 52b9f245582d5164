package org.fallline.emit;

/**
 * An expression of GLSL ES 3.00.
 *
 * @param text of an operand: in brackets where it has operators
 * @param isMask whether it is a {@code bool}, not a {@code float}
 * @param isWide whether there are four of them, one for each of four rows of the data: a {@code vec4} or {@code bvec4}
 */
record Glsl(String text, boolean isMask, boolean isWide) {
    static Glsl number(String text, boolean isWide) {
        return new Glsl(text, false, isWide);
    }

    /** The type of its value. */
    String type() {
        String narrow = isMask ? "bool" : "float";
        String wide = isMask ? "bvec4" : "vec4";
        return isWide ? wide : narrow;
    }

    /** Its text as four values. */
    String widened() {
        return isWide ? text : (isMask ? "bvec4(" : "vec4(") + text + ")";
    }

    /** Whether using it twice costs nothing. */
    boolean isName() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '(') {
                return false;
            }
        }
        return true;
    }
}
