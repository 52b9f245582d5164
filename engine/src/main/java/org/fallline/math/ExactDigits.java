package org.fallline.math;

import java.math.BigInteger;

/**
 * A double scaled to 17 digits before the point, as the ratio of two integers.
 *
 * @param point the power of ten that was taken away, plus 17
 * @param number the numerator
 * @param unit the denominator
 * @param reachUp the distance to the middle between the double and the next one, times the denominator
 * @param reachDown the distance to the middle between the double and the one before, times the denominator
 * @param isEven whether these middles are read as the double
 */
record ExactDigits(
        int point, BigInteger number, BigInteger unit, BigInteger reachUp, BigInteger reachDown, boolean isEven) {

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;

    /** What the exponent field of 1.0 holds, plus the fraction bits. */
    private static final int BIAS = 1075;

    static ExactDigits of(double x, int estimatedPoint) {
        ExactDigits digits = scaled(x, estimatedPoint);
        if (digits.number.compareTo(digits.unit.multiply(ten(DecimalDigits.LENGTH))) >= 0) {
            return scaled(x, estimatedPoint + 1);
        }
        if (digits.number.compareTo(digits.unit.multiply(ten(DecimalDigits.LENGTH - 1))) < 0) {
            return scaled(x, estimatedPoint - 1);
        }
        return digits;
    }

    private static ExactDigits scaled(double x, int point) {
        long bits = Double.doubleToRawLongBits(x);
        int field = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & (HIDDEN_BIT - 1);
        long significand = field == 0 ? fraction : fraction | HIDDEN_BIT;
        int exponent = (field == 0 ? 1 : field) - BIAS;
        int tens = DecimalDigits.LENGTH - point;
        // All in quarters of the last place: below a power of two the doubles lie twice as close.
        BigInteger quarter =
                BigInteger.ONE.shiftLeft(exponent > 0 ? exponent : 0).multiply(ten(tens > 0 ? tens : 0));
        BigInteger unit =
                BigInteger.ONE.shiftLeft(exponent < 0 ? 2 - exponent : 2).multiply(ten(tens < 0 ? -tens : 0));
        BigInteger half = quarter.shiftLeft(1);
        boolean isPowerOfTwo = fraction == 0 && field > 1;
        return new ExactDigits(
                point,
                quarter.multiply(BigInteger.valueOf(significand << 2)),
                unit,
                half,
                isPowerOfTwo ? quarter : half,
                (significand & 1) == 0);
    }

    DecimalDigits shortest() {
        int limit = isEven ? 1 : 0;
        for (int zeros = DecimalDigits.LENGTH - 1; ; zeros--) {
            BigInteger step = unit.multiply(ten(zeros));
            BigInteger[] parts = number.divideAndRemainder(step);
            BigInteger below = parts[1];
            BigInteger above = step.subtract(below);
            boolean isDown = below.compareTo(reachDown) < limit;
            boolean isUp = above.compareTo(reachUp) < limit;
            if (isDown || isUp || zeros == 0) {
                int preference = above.compareTo(below);
                boolean up = isUp && (!isDown || preference < 0 || (preference == 0 && parts[0].testBit(0)));
                return cut(parts[0], zeros, up);
            }
        }
    }

    DecimalDigits rounded(int count) {
        int zeros = DecimalDigits.LENGTH - count;
        BigInteger step = unit.multiply(ten(zeros));
        BigInteger[] parts = number.divideAndRemainder(step);
        int preference = step.subtract(parts[1]).compareTo(parts[1]);
        return cut(parts[0], zeros, preference < 0 || (preference == 0 && parts[0].testBit(0)));
    }

    private DecimalDigits cut(BigInteger quotient, int zeros, boolean isUp) {
        BigInteger rounded = isUp ? quotient.add(BigInteger.ONE) : quotient;
        return DecimalDigits.ofInteger(rounded.multiply(ten(zeros)).toString(), point);
    }

    static BigInteger ten(int exponent) {
        return BigInteger.TEN.pow(exponent);
    }
}
