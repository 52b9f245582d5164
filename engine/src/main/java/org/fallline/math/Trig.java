package org.fallline.math;

/**
 * Sine, cosine and tangent.
 *
 * <p>The argument is reduced to {@code high + low} within ±π/4 by taking away {@code n π/2}: moderate ones in three parts
 * (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980), others by {@link QuarterTurns}. There the
 * functions are their Taylor series (remainder below 2<sup>-59</sup>).
 */
final class Trig {

    private static final double EIGHTH_TURN = 0x1.921fb54442d18p-1;

    /** Below it {@code sin x} and {@code tan x} round to {@code x}. */
    private static final double TINY = 0x1p-27;

    /** Adding and subtracting it rounds numbers around 1 to multiples of 2<sup>-26</sup>. */
    private static final double GRID_ROUNDER = 0x1.8p26;

    /** Below it the number of quarter turns has at most 20 bits. */
    private static final double MODERATE = 0x1.9p20;

    /** A smaller rest has lost too many digits to cancellation in the moderate way. */
    private static final double CLOSE = 0x1p-36;

    private static final double PER_RADIAN = 0x1.45f306dc9c883p-1;

    /** π/2 in three parts; products of the first two with 20 bits are exact. */
    private static final double FIRST = 0x1.921fb544p0;

    private static final double SECOND = 0x1.0b4611a6p-34;
    private static final double THIRD = 0x1.3198a2e037073p-69;

    /** Adding and subtracting it rounds numbers below 2<sup>51</sup> to integers. */
    private static final double INTEGER_ROUNDER = 0x1.8p52;

    private static final double S3 = -1 / 6.0;
    private static final double S5 = 1 / 120.0;
    private static final double S7 = -1 / 5040.0;
    private static final double S9 = 1 / 362880.0;
    private static final double S11 = -1 / 39916800.0;
    private static final double S13 = 1 / 6227020800.0;
    private static final double S15 = -1 / 1307674368000.0;
    private static final double S17 = 1 / 355687428096000.0;

    private static final double C4 = 1 / 24.0;
    private static final double C6 = -1 / 720.0;
    private static final double C8 = 1 / 40320.0;
    private static final double C10 = -1 / 3628800.0;
    private static final double C12 = 1 / 479001600.0;
    private static final double C14 = -1 / 87178291200.0;
    private static final double C16 = 1 / 20922789888000.0;

    private Trig() {}

    static double sin(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= EIGHTH_TURN) {
            return magnitude < TINY ? x : x + sineRest(x, 0);
        }
        return turned(x, 0);
    }

    static double cos(double x) {
        if (Math.abs(x) <= EIGHTH_TURN) {
            return cosineHead(x) + cosineRest(x, 0);
        }
        return turned(x, 1);
    }

    static double tan(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= EIGHTH_TURN) {
            return magnitude < TINY ? x : tangent(0, x, 0);
        }
        if (magnitude < MODERATE) {
            double n = quarters(x);
            double high = high(x, n);
            if (Math.abs(high) > CLOSE) {
                return tangent((int) n, high, low(x, n, high));
            }
        }
        if (!(magnitude < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        QuarterTurns turns = QuarterTurns.of(x);
        return tangent(turns.count(), turns.rest().high(), turns.rest().low());
    }

    /** {@code sin(x + ahead π/2)}, {@code |x| > π/4}. */
    private static double turned(double x, int ahead) {
        double magnitude = Math.abs(x);
        if (magnitude < MODERATE) {
            double n = quarters(x);
            double high = high(x, n);
            if (Math.abs(high) > CLOSE) {
                return sine((int) n + ahead, high, low(x, n, high));
            }
        }
        if (!(magnitude < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        QuarterTurns turns = QuarterTurns.of(x);
        return sine(turns.count() + ahead, turns.rest().high(), turns.rest().low());
    }

    /** {@code sin(n π/2 + high + low)}. */
    private static double sine(int n, double high, double low) {
        double x = high + low;
        double rest = (high - x) + low;
        double value = (n & 1) == 0 ? x + sineRest(x, rest) : cosineHead(x) + cosineRest(x, rest);
        return (n & 2) == 0 ? value : -value;
    }

    /** {@code tan(n π/2 + high + low)}: a quotient of sine and cosine, each a sum of two. */
    private static double tangent(int n, double high, double low) {
        double x = high + low;
        double rest = (high - x) + low;
        double sineRest = sineRest(x, rest);
        double sine = x + sineRest;
        double sineLow = (x - sine) + sineRest;
        double head = cosineHead(x);
        double cosineRest = cosineRest(x, rest);
        double cosine = head + cosineRest;
        double cosineLow = (head - cosine) + cosineRest;
        return (n & 1) == 0 ? quotient(sine, sineLow, cosine, cosineLow) : -quotient(cosine, cosineLow, sine, sineLow);
    }

    private static double quotient(double a, double aLow, double b, double bLow) {
        double quotient = a / b;
        double product = quotient * b;
        double rest = (a - product) - DoubleDouble.productError(quotient, b, product);
        return quotient + (rest + (aLow - quotient * bLow)) / b;
    }

    /** The number of quarter turns nearest to a moderate angle. */
    private static double quarters(double x) {
        return (x * PER_RADIAN + INTEGER_ROUNDER) - INTEGER_ROUNDER;
    }

    /** {@code x - n π/2} but for the third part of π/2. */
    private static double high(double x, double n) {
        return (x - n * FIRST) - n * SECOND;
    }

    /** What {@code high} leaves of {@code x - n π/2}. */
    private static double low(double x, double n, double high) {
        return (((x - n * FIRST) - high) - n * SECOND) - n * THIRD;
    }

    /** {@code sin(x + low) - x}. */
    private static double sineRest(double x, double low) {
        double z = x * x;
        double tail = S9 + z * (S11 + z * (S13 + z * (S15 + z * S17)));
        return x * z * (S3 + z * (S5 + z * (S7 + z * tail))) + low * (1 - 0.5 * z);
    }

    /** {@code 1 - h^2 / 2} exactly, where {@code h} is {@code x} rounded to a multiple of 2<sup>-26</sup>. */
    private static double cosineHead(double x) {
        double h = (x + GRID_ROUNDER) - GRID_ROUNDER;
        return 1 - 0.5 * h * h;
    }

    /** {@code cos(x + low) - cosineHead(x)}. */
    private static double cosineRest(double x, double low) {
        double h = (x + GRID_ROUNDER) - GRID_ROUNDER;
        double z = x * x;
        double tail = C10 + z * (C12 + z * (C14 + z * C16));
        return z * z * (C4 + z * (C6 + z * (C8 + z * tail))) - (0.5 * (x - h) * (x + h) + x * low);
    }
}
