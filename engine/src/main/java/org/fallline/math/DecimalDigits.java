package org.fallline.math;

/**
 * The number {@code 0.digits} times 10<sup>point</sup>.
 *
 * <p>Digits are found quickly by {@link QuickDigits} and, wherever that comes so near to a boundary that it might err, by
 * {@link ExactDigits}.
 *
 * @param digits decimal digits, the first and the last not zero
 * @param point where the decimal point is, counted from before the first digit
 */
record DecimalDigits(String digits, int point) {

    /** Both ways scale the number to so many digits before the point: enough to tell all doubles apart. */
    static final int LENGTH = 17;

    private static final double PER_LN10 = 0.4342944819032518;

    /** The shortest digits that are read as {@code x}, positive and finite. */
    static DecimalDigits shortest(double x) {
        int point = estimatedPoint(x);
        QuickDigits scaled = QuickDigits.of(x, point);
        DecimalDigits quick = scaled == null ? null : scaled.shortest(x);
        return quick == null ? ExactDigits.of(x, point).shortest() : quick;
    }

    /** {@code x}, positive and finite, rounded half to even to {@code count} digits. */
    static DecimalDigits rounded(double x, int count) {
        int point = estimatedPoint(x);
        QuickDigits scaled = QuickDigits.of(x, point);
        DecimalDigits quick = scaled == null ? null : scaled.rounded(count);
        return quick == null ? ExactDigits.of(x, point).rounded(count) : quick;
    }

    /** From an integer of {@code LENGTH} digits, or one more where rounding carried over. */
    static DecimalDigits ofInteger(String integer, int point) {
        int end = integer.length();
        while (integer.charAt(end - 1) == '0') {
            end--;
        }
        return new DecimalDigits(integer.substring(0, end), point + integer.length() - LENGTH);
    }

    /** Where the point of {@code x} is, or one place beside it. */
    private static int estimatedPoint(double x) {
        return (int) Math.floor(Log.log(x) * PER_LN10) + 1;
    }
}
