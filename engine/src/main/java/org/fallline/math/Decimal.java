package org.fallline.math;

/**
 * Decimal text of doubles, and back: the same on every platform.
 *
 * <p>The notation is JavaScript's without the plus sign of an exponent: {@code 0.1}, {@code 3}, {@code -0}, {@code 1e21},
 * {@code 1.5e-7}, {@code NaN}, {@code -Infinity}. It is plain from 10<sup>-6</sup> up to below 10<sup>21</sup>.
 */
public final class Decimal {

    /** Below it the cast to an int is defined alike everywhere. */
    private static final double GREATEST_INT = 0x1p31;

    private static final int GREATEST_PLAIN_LENGTH = 21;
    private static final int GREATEST_LEADING_ZEROS = 6;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Decimal() {}

    /** The shortest decimal that {@link #parse} reads as {@code x}, the nearest to {@code x} if there are several. */
    public static String text(double x) {
        if (Math.abs(x) < GREATEST_INT && x != 0 && (int) x == x) {
            return Integer.toString((int) x);
        }
        return isDecimal(x) ? signed(x, DecimalDigits.shortest(Math.abs(x))) : special(x);
    }

    /**
     * {@code x} rounded to a number of significant digits, ties to even, without trailing zeros behind the point.
     *
     * @throws IllegalArgumentException if {@code digits} is not from 1 to 17
     */
    public static String text(double x, int digits) {
        if (digits < 1 || digits > 17) {
            throw new IllegalArgumentException(digits + " significant digits, expected 1 to 17");
        }
        return isDecimal(x) ? signed(x, DecimalDigits.rounded(Math.abs(x), digits)) : special(x);
    }

    /**
     * The double nearest to a number in JSON's grammar, ties to even; infinite from 1.797…e308 on.
     *
     * @throws IllegalArgumentException if {@code text} is not such a number
     */
    public static double parse(String text) {
        return new DecimalReader(text).read();
    }

    /**
     * Text with numbers in it as print has them: {@code −0.4} for {@code -0.4} and {@code 3·10⁻⁷} for {@code 3e-7}; every
     * other character stays, and so does the hyphen of a word.
     */
    public static String typeset(String text) {
        StringBuilder out = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean power = c == 'e' && i > 0 && isDigit(text.charAt(i - 1));
            raised = power || (raised && (isDigit(c) || (c == '-' && text.charAt(i - 1) == 'e')));
            if (power) {
                out.append("·10");
            } else if (c == '-' && !isHyphen(text, i)) {
                out.append(raised ? '⁻' : '−');
            } else {
                out.append(raised && c != '-' ? SUPERSCRIPTS.charAt(c - '0') : c);
            }
        }
        return out.toString();
    }

    /** Between words, of two letters at least: names in formulas have one, or digits. */
    private static boolean isHyphen(String text, int at) {
        return at >= 2
                && at + 2 < text.length()
                && Character.isLetter(text.charAt(at - 2))
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1))
                && Character.isLetter(text.charAt(at + 2));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDecimal(double x) {
        return x != 0 && Real.isFinite(x);
    }

    private static String special(double x) {
        if (x == 0) {
            return 1 / x < 0 ? "-0" : "0";
        }
        return x > 0 ? "Infinity" : x < 0 ? "-Infinity" : "NaN";
    }

    private static String signed(double x, DecimalDigits decimal) {
        String text = notation(decimal.digits(), decimal.point());
        return x < 0 ? "-" + text : text;
    }

    /** The text of {@code 0.digits} times 10<sup>point</sup>. */
    private static String notation(String digits, int point) {
        int length = digits.length();
        if (point > GREATEST_PLAIN_LENGTH || point <= -GREATEST_LEADING_ZEROS) {
            String fraction = length == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return length <= point
                ? digits + "0".repeat(point - length)
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
