package org.fallline.math;

/**
 * An angle as {@code count} quarter turns, modulo 4, and a rest within ±π/4 that has all its digits.
 *
 * <p>The angle is multiplied by as many digits of 2/π as matter, in integer arithmetic to base 2<sup>24</sup> (M. H. Payne
 * and R. N. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18 (1983)).
 */
record QuarterTurns(int count, DoubleDouble rest) {

    private static final DoubleDouble RADIANS = new DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54);

    private static final double BASE = 0x1p24;
    private static final double PER_BASE = 0x1p-24;

    /** Digits kept behind the point: 62 may be zero, 106 are wanted. */
    private static final int FRACTION_DIGITS = 8;

    /** A double has at most 53 bits, in four digits to base 2<sup>24</sup>. */
    private static final int ANGLE_DIGITS = 4;

    /** 2/π behind the point, to base 2<sup>24</sup>. */
    private static final int[] PER_RADIAN_DIGITS = {
        0xA2F983, 0x6E4E44, 0x1529FC, 0x2757D1, 0xF534DD, 0xC0DB62, 0x95993C, 0x439041, 0xFE5163, 0xABDEBB,
        0xC561B7, 0x246E3A, 0x424DD2, 0xE00649, 0x2EEA09, 0xD1921C, 0xFE1DEB, 0x1CB129, 0xA73EE8, 0x8235F5,
        0x2EBB44, 0x84E99C, 0x7026B4, 0x5F7E41, 0x3991D6, 0x398353, 0x39F49C, 0x845F8B, 0xBDF928, 0x3B1FF8,
        0x97FFDE, 0x05980F, 0xEF2F11, 0x8B5A0A, 0x6D1F6D, 0x367ECF, 0x27CB09, 0xB74F46, 0x3F669E, 0x5FEA2D,
        0x7527BA, 0xC7EBE5, 0xF17B3D, 0x0739F7, 0x8A5292, 0xEA6BFB, 0x5FB11F, 0x8D5D08, 0x560330, 0x46FC7B,
    };

    /** For every finite angle of a magnitude over 1/2. */
    static QuarterTurns of(double angle) {
        double magnitude = Math.abs(angle);
        int binade = (int) (Double.doubleToRawLongBits(magnitude) >>> 52) - 1023;
        int leading = binade < 0 ? 0 : binade / 24;
        int[] digits = product(magnitude * Powers.two(-24 * leading), leading);
        int count = digits[0] & 3;
        boolean over = digits[1] >= BASE / 2;
        if (over) {
            count++;
            for (int i = 1; i < digits.length; i++) {
                digits[i] = (int) BASE - 1 - digits[i];
            }
        }
        DoubleDouble fraction = DoubleDouble.of(0);
        for (int i = 1; i < FRACTION_DIGITS; i += 2) {
            fraction = fraction.plus((digits[i] * BASE + digits[i + 1]) * Powers.two(-24 * (i + 1)));
        }
        DoubleDouble rest = fraction.times(RADIANS);
        boolean negative = over != angle < 0;
        return new QuarterTurns(angle < 0 ? -count : count, negative ? rest.negated() : rest);
    }

    /** The digits of {@code scaled · 2^(24 leading) · 2/π} from the units on, the units modulo 2<sup>24</sup>. */
    private static int[] product(double scaled, int leading) {
        double[] angle = new double[ANGLE_DIGITS];
        double rest = scaled;
        for (int i = 0; i < ANGLE_DIGITS; i++) {
            angle[i] = (int) rest;
            rest = (rest - angle[i]) * BASE;
        }
        int[] digits = new int[FRACTION_DIGITS + 1];
        double carry = 0;
        for (int place = FRACTION_DIGITS; place >= 0; place--) {
            // At most four products of 48 bits and a carry: exact.
            double sum = carry;
            for (int i = 0; i < ANGLE_DIGITS; i++) {
                int index = leading - i + place;
                if (index >= 1) {
                    sum += angle[i] * PER_RADIAN_DIGITS[index - 1];
                }
            }
            carry = Math.floor(sum * PER_BASE);
            digits[place] = (int) (sum - carry * BASE);
        }
        return digits;
    }
}
