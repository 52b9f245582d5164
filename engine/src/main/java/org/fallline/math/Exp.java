package org.fallline.math;

/**
 * The exponential function and its relatives {@code expm1}, {@code sinh} and {@code cosh}.
 *
 * <p>Write {@code x = (128 m + j) ln2 / 128 + r} with {@code |r| <= ln2 / 256}; then {@code e^x = 2^m · 2^(j/128) · e^r},
 * where the middle factor comes from a table of 106 bits and the last one from five terms of its Taylor series
 * (remainder below 2<sup>-60</sup>). Method: P. T. P. Tang, "Table-driven implementation of the exponential function in
 * IEEE floating-point arithmetic", ACM TOMS 15 (1989).
 */
final class Exp {

    /** Beyond it {@code e^x} or its factors leave the range of normal doubles. */
    private static final double ORDINARY = 708;

    /** Adding and subtracting it rounds numbers below 2<sup>51</sup> to integers. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int STEPS = 128;
    private static final int STEP_BITS = 7;
    private static final double STEPS_PER_LN2 = STEPS / 0x1.62e42fefa39efp-1;

    /** ln 2 / 128: 36 bits, whose products with the number of a step are exact, and the rest. */
    private static final double STEP_HIGH = 0x1.62e42fefap-1 / STEPS;

    private static final double STEP_LOW = 0x1.cf79abc9e3b3ap-40 / STEPS;

    private static final double C3 = 1 / 6.0;
    private static final double C4 = 1 / 24.0;
    private static final double C5 = 1 / 120.0;

    /** ln 2. */
    private static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    /** 2<sup>j/128</sup>, the nearest doubles and the rests in turns. Not modified after the class is initialised. */
    private static final double[] ROOTS = new double[2 * STEPS];

    private static final double[] TWOS = Powers.TWOS;
    private static final int ONE = -Powers.LEAST_EXPONENT;

    static {
        DoubleDouble root = LN2.times(1.0 / STEPS).exp();
        DoubleDouble power = DoubleDouble.of(1);
        for (int j = 0; j < ROOTS.length; j += 2) {
            ROOTS[j] = power.high();
            ROOTS[j + 1] = power.low();
            power = power.times(root);
        }
    }

    private Exp() {}

    static double exp(double x) {
        if (!(Math.abs(x) < ORDINARY)) {
            return Double.isNaN(x) ? Double.NaN : exp(x, 0, 0);
        }
        double steps = (x * STEPS_PER_LN2 + ROUNDER) - ROUNDER;
        double r = (x - steps * STEP_HIGH) - steps * STEP_LOW;
        double growth = r + r * r * (0.5 + r * (C3 + r * (C4 + r * C5)));
        int k = (int) steps;
        int row = 2 * (k & (STEPS - 1));
        double root = ROOTS[row];
        return (root + (ROOTS[row + 1] + root * growth)) * TWOS[ONE + (k >> STEP_BITS)];
    }

    /** {@code 2^doublings · e^(high + low)}, rounded once also where the result is subnormal; not for NaN. */
    static double exp(double high, double low, int doublings) {
        if (high > 720) {
            return Double.POSITIVE_INFINITY;
        }
        if (high < -750) {
            return 0;
        }
        double steps = (high * STEPS_PER_LN2 + ROUNDER) - ROUNDER;
        double r = (high - steps * STEP_HIGH) - (steps * STEP_LOW - low);
        double growth = r + r * r * (0.5 + r * (C3 + r * (C4 + r * C5)));
        int k = (int) steps;
        int row = 2 * (k & (STEPS - 1));
        double root = ROOTS[row];
        double rest = ROOTS[row + 1] + root * growth;
        int exponent = (k >> STEP_BITS) + doublings;
        if (exponent >= 1023) {
            return (root + rest) * 0x1p1023 * TWOS[ONE + exponent - 1023];
        }
        if (exponent > -1022 || (exponent == -1022 && root + rest >= 1)) {
            return (root + rest) * TWOS[ONE + exponent];
        }
        // Beside a 1 the sum is rounded where the subnormal result will end.
        double scale = exponent < -1080 ? 0 : TWOS[ONE + exponent + 1022];
        double sum = 1 + root * scale;
        double error = (1 - sum) + root * scale;
        return ((sum + (error + rest * scale)) - 1) * 0x1p-1022;
    }

    static double expm1(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0.125) {
            if (magnitude < 0x1p-54) {
                return x;
            }
            double tail =
                    C5 + x * (1 / 720.0 + x * (1 / 5040.0 + x * (1 / 40320.0 + x * (1 / 362880.0 + x / 3628800.0))));
            return x + x * x * (0.5 + x * (C3 + x * (C4 + x * tail)));
        }
        if (!(x < 700)) {
            return exp(x);
        }
        if (x < -40) {
            return -1;
        }
        return plusMinus(x, 0, -1);
    }

    static double sinh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0.125) {
            if (magnitude < 0x1p-28) {
                return x;
            }
            double z = x * x;
            return x + x * z * (C3 + z * (C5 + z * (1 / 5040.0 + z * (1 / 362880.0 + z * (1 / 39916800.0)))));
        }
        if (!(magnitude < 40)) {
            return x > 0 ? halfExp(x) : -halfExp(magnitude);
        }
        double half = 0.5 * plusMinus(magnitude, -1, 0);
        return x < 0 ? -half : half;
    }

    static double cosh(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < 40)) {
            return halfExp(magnitude);
        }
        return 0.5 * plusMinus(magnitude, 1, 0);
    }

    /** {@code e^x + sign e^-x + addend}, the powers known to about 62 bits; the sign or the addend 0; {@code |x| < 700}. */
    private static double plusMinus(double x, double sign, double addend) {
        double steps = (x * STEPS_PER_LN2 + ROUNDER) - ROUNDER;
        double r = (x - steps * STEP_HIGH) - steps * STEP_LOW;
        double growth = r + r * r * (0.5 + r * (C3 + r * (C4 + r * C5)));
        int k = (int) steps;
        double scale = TWOS[ONE + (k >> STEP_BITS)];
        int row = 2 * (k & (STEPS - 1));
        double root = ROOTS[row];
        double power = root * scale;
        double powerRest = (ROOTS[row + 1] + root * growth) * scale;
        double other = addend;
        double otherRest = 0;
        if (sign != 0) {
            double reciprocal = 1 / power;
            double product = reciprocal * power;
            double residual = (1 - product) - DoubleDouble.productError(reciprocal, power, product);
            // (1 + powerRest / power)^-1: powerRest is below 2^-8 of power.
            double relative = powerRest * reciprocal;
            other = sign * reciprocal;
            otherRest = other * (residual - relative / (1 + relative));
        }
        double sum = power + other;
        return sum + (DoubleDouble.sumError(power, other, sum) + (powerRest + otherRest));
    }

    private static double halfExp(double x) {
        return Double.isNaN(x) ? Double.NaN : exp(x, 0, -1);
    }
}
