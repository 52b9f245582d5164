package org.fallline.data;

import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * Numbers as people and programs write them in tables.
 *
 * <pre>
 * number = sign? (digit+ (point digit*)? | point digit+) ((e | E) sign? digit+)?
 * </pre>
 *
 * <p>More than JSON allows: a plus sign, leading zeros, and a point with no digit on one side. Not finite ones.
 */
final class CsvNumber {
    private CsvNumber() {}

    /** Whether the field is a finite number. */
    static boolean isNumber(String field, char point) {
        return Real.isFinite(read(field, point));
    }

    /** The number that a field is; NaN if it is none, infinite if it is too large. */
    static double read(String field, char point) {
        int at = isSign(field, 0) ? 1 : 0;
        int digits = digits(field, at);
        String whole = field.substring(at, digits);
        at = digits;
        String fraction = "";
        if (at < field.length() && field.charAt(at) == point) {
            digits = digits(field, at + 1);
            fraction = field.substring(at + 1, digits);
            at = digits;
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            return Double.NaN;
        }
        String exponent = "";
        if (at < field.length() && (field.charAt(at) == 'e' || field.charAt(at) == 'E')) {
            int first = isSign(field, at + 1) ? at + 2 : at + 1;
            digits = digits(field, first);
            if (digits == first) {
                return Double.NaN;
            }
            exponent = field.substring(at, digits);
            at = digits;
        }
        if (at < field.length()) {
            return Double.NaN;
        }
        return Decimal.parse((field.startsWith("-") ? "-" : "")
                + withoutLeadingZeros(whole)
                + (fraction.isEmpty() ? "" : "." + fraction)
                + exponent);
    }

    private static boolean isSign(String field, int at) {
        return at < field.length() && (field.charAt(at) == '+' || field.charAt(at) == '-');
    }

    /** The end of the digits that begin here. */
    private static int digits(String field, int from) {
        int at = from;
        while (at < field.length() && field.charAt(at) >= '0' && field.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static String withoutLeadingZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.isEmpty() ? "0" : digits.substring(from);
    }
}
