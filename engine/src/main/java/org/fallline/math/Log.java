package org.fallline.math;

/**
 * The natural logarithm and its relatives {@code log1p}, {@code log2} and {@code log10}.
 *
 * <p>Write {@code x = 2^k · z} with {@code z} between about 0.7 and 1.4; a table gives {@code c}, a nine-bit number near
 * {@code 1 / z}, and {@code -log c}. With {@code r = z c - 1}, {@code log x = k ln2 - log c + log(1 + r)}. As {@code c} is
 * short, {@code r} is known exactly as a sum of two doubles; the large parts of all summands are multiples of 2<sup>-42</sup>
 * and so short that their sum is exact too. Only the small parts round. Method: P. T. P. Tang, "Table-driven
 * implementation of the logarithm function in IEEE floating-point arithmetic", ACM TOMS 16 (1990), with another split.
 */
final class Log {

    private static final int STEPS = 128;

    /** The first {@code j} for which {@code 1 + j / 128} is halved to be nearer to 1: about the square root of 2. */
    private static final int HALVED_FROM = 53;

    /** ln 2: a multiple of 2<sup>-42</sup>, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    private static final DoubleDouble PER_LN2 = new DoubleDouble(1.4426950408889634, 2.0355273740931033e-17);
    private static final DoubleDouble PER_LN10 = new DoubleDouble(0.4342944819032518, 1.098319650216765e-17);

    /** {@code c}, a multiple of 2<sup>-9</sup>, near the reciprocal of {@code 1 + j / 128}, or of its half. */
    private static final double[] RECIPROCAL = new double[STEPS];

    /** {@code -log c}: a multiple of 2<sup>-42</sup>, and the rest. */
    private static final double[] HEAD = new double[STEPS];

    private static final double[] TAIL = new double[STEPS];

    private static final double[] TWOS = Powers.TWOS;
    private static final int ONE = -Powers.LEAST_EXPONENT;

    /** Adding and subtracting it rounds numbers around 1 to multiples of 2<sup>-24</sup>. */
    private static final double ROUNDER = 0x1.8p28;

    /** What the exponent of a float holds with room to spare; other numbers are scaled by leaps of 2<sup>200</sup>. */
    private static final double LEAST = 0x1p-120;

    private static final double GREATEST = 0x1p120;
    private static final int LEAP = 200;
    private static final double LEAP_UP = 0x1p200;
    private static final double LEAP_DOWN = 0x1p-200;

    private static final double C3 = 1 / 3.0;
    private static final double C5 = 1 / 5.0;
    private static final double C6 = 1 / 6.0;
    private static final double C7 = 1 / 7.0;
    private static final double C9 = 1 / 9.0;

    static {
        for (int j = 0; j < STEPS; j++) {
            double centre = (1 + j / (double) STEPS) * (j < HALVED_FROM ? 1 : 0.5);
            double c = Math.floor(512 / centre + 0.5) / 512;
            RECIPROCAL[j] = c;
            DoubleDouble value = minusLog(c);
            HEAD[j] = Math.floor(value.high() * 0x1p42) * 0x1p-42;
            TAIL[j] = value.plus(-HEAD[j]).rounded();
        }
    }

    private Log() {}

    /** {@code -log c = 2 artanh s}, {@code s = (1 - c) / (1 + c)}, by the odd power series; {@code |s| < 0.18}. */
    private static DoubleDouble minusLog(double c) {
        DoubleDouble s = DoubleDouble.quotient(1 - c, 1 + c);
        DoubleDouble square = s.times(s);
        DoubleDouble sum = DoubleDouble.of(0);
        for (int n = 45; n >= 1; n -= 2) {
            sum = sum.times(square).plus(DoubleDouble.quotient(1, n));
        }
        return sum.times(s).times(2);
    }

    static double log(double x) {
        if (x >= LEAST && x <= GREATEST) {
            return log(x, 0, 0);
        }
        return log(x, 0);
    }

    /** {@code log(2^doublings x)}. */
    static double log(double x, int doublings) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return undefined(x);
        }
        int binades = doublings;
        double scaled = x;
        for (; scaled < LEAST; binades -= LEAP) {
            scaled *= LEAP_UP;
        }
        for (; scaled > GREATEST; binades += LEAP) {
            scaled *= LEAP_DOWN;
        }
        return log(scaled, 0, binades);
    }

    static double log1p(double x) {
        if (Math.abs(x) < 0x1p-54) {
            return x;
        }
        if (!(x > -1 && x < 0x1p60)) {
            return log(x + 1);
        }
        double sum = 1 + x;
        return log(sum, DoubleDouble.sumError(1, x, sum), 0);
    }

    static double log2(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY ? pair(x).times(PER_LN2).rounded() : undefined(x);
    }

    static double log10(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY ? pair(x).times(PER_LN10).rounded() : undefined(x);
    }

    /** The logarithm to about 68 bits; {@code x} positive and finite. */
    static DoubleDouble pair(double x) {
        int binades = 0;
        double scaled = x;
        for (; scaled < LEAST; binades -= LEAP) {
            scaled *= LEAP_UP;
        }
        for (; scaled > GREATEST; binades += LEAP) {
            scaled *= LEAP_DOWN;
        }
        int bits = roundedBits(scaled);
        int k = exponent(bits);
        int j = index(bits);
        double z = scaled * TWOS[ONE - k];
        double zHigh = (z + ROUNDER) - ROUNDER;
        double c = RECIPROCAL[j];
        double rHigh = zHigh * c - 1;
        double rLow = (z - zHigh) * c;
        double r = rHigh + rLow;
        int doublings = k + binades;
        double head = (doublings * LN2_HIGH + HEAD[j]) + rHigh;
        // rHigh has 26 bits, so this is exact; the rest of r * r / 2 is among the small terms.
        double halfSquare = 0.5 * rHigh * rHigh;
        double cubic =
                r * r * r * (C3 + r * (-0.25 + r * (C5 + r * (-C6 + r * (C7 + r * (-0.125 + r * (C9 - r * 0.1)))))));
        double first = head - halfSquare;
        double high = first + rLow;
        double low = DoubleDouble.sumError(head, -halfSquare, first)
                + DoubleDouble.sumError(first, rLow, high)
                + (doublings * LN2_LOW + TAIL[j] + (cubic - rLow * (rHigh + 0.5 * rLow)));
        return DoubleDouble.sum(high, low);
    }

    /** {@code log((x + rest) 2^binades)}; {@code x} from LEAST to GREATEST, {@code rest} at most half a unit of its last place. */
    static double log(double x, double rest, int binades) {
        int bits = roundedBits(x);
        int k = exponent(bits);
        int j = index(bits);
        double scale = TWOS[ONE - k];
        double z = x * scale;
        double zHigh = (z + ROUNDER) - ROUNDER;
        double c = RECIPROCAL[j];
        double rHigh = zHigh * c - 1;
        double rLow = ((z - zHigh) + rest * scale) * c;
        double r = rHigh + rLow;
        int doublings = k + binades;
        double head = (doublings * LN2_HIGH + HEAD[j]) + rHigh;
        double series = r * r * (-0.5 + r * (C3 + r * (-0.25 + r * (C5 + r * (-C6 + r * (C7 - r * 0.125))))));
        double sum = head + rLow;
        double sumRest = (head - sum) + rLow;
        return sum + (sumRest + ((doublings * LN2_LOW + TAIL[j]) + series));
    }

    /** The bits of {@code x} as a float, plus half of the last one of the seven that choose the table's row. */
    private static int roundedBits(double x) {
        // No arithmetic in float: storing it rounds, in JavaScript too, where float arithmetic does not.
        return Float.floatToRawIntBits((float) x) + 0x8000;
    }

    private static int index(int bits) {
        return (bits >> 16) & (STEPS - 1);
    }

    private static int exponent(int bits) {
        return ((bits + ((STEPS - HALVED_FROM) << 16)) >> 23) - 127;
    }

    private static double undefined(double x) {
        return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
}
