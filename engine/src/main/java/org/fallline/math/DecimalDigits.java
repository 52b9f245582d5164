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

    private static final double LOG10_OF_2 = 0.30103;

    /** What the exponent of a float holds with room to spare; other numbers are scaled by leaps of 2<sup>200</sup>. */
    private static final double LEAST = 0x1p-120;

    private static final double GREATEST = 0x1p120;
    private static final int LEAP = 200;
    private static final double LEAP_UP = 0x1p200;
    private static final double LEAP_DOWN = 0x1p-200;

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
        int binades = 0;
        double scaled = x;
        for (; scaled < LEAST; binades -= LEAP) {
            scaled *= LEAP_UP;
        }
        for (; scaled > GREATEST; binades += LEAP) {
            scaled *= LEAP_DOWN;
        }
        // A float's bits, read as an integer, are its binary logarithm in units of 2^-23 above -127, less than 0.09 too
        // small.
        double log2 = Float.floatToRawIntBits((float) scaled) * 0x1p-23 - 127 + binades;
        return (int) Math.floor(log2 * LOG10_OF_2) + 1;
    }
}
