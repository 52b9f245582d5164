package org.fallline.math;

/**
 * The logistic function and the hyperbolic tangent, both from {@code 1 / (1 + e^w)}.
 *
 * <p>The reciprocal is found with a correction term, so that only the last addition rounds noticeably.
 */
final class Logistic {

    private static final double T3 = -1 / 3.0;
    private static final double T5 = 2 / 15.0;
    private static final double T7 = -17 / 315.0;
    private static final double T9 = 62 / 2835.0;
    private static final double T11 = -1382 / 155925.0;
    private static final double T13 = 21844 / 6081075.0;
    private static final double T15 = -929569 / 638512875.0;
    private static final double T17 = 6404582 / 10854718875.0;

    private Logistic() {}

    static double sigmoid(double x) {
        if (!(Math.abs(x) < 40)) {
            // Beyond 40 the function differs from its asymptotes by less than 2^-57 of itself.
            return x > 0 ? 1 : Exp.exp(x);
        }
        return combination(-x, 0, 1);
    }

    static double tanh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0.125) {
            if (magnitude < 0x1p-28) {
                return x;
            }
            double z = x * x;
            double tail = T9 + z * (T11 + z * (T13 + z * (T15 + z * T17)));
            return x + x * z * (T3 + z * (T5 + z * (T7 + z * tail)));
        }
        if (magnitude < 20) {
            double t = combination(2 * magnitude, 1, -2);
            return x < 0 ? -t : t;
        }
        return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }

    /** {@code constant + factor / (1 + e^w)}, where the constant is 0 or at least the other term; {@code |w| <= 40}. */
    private static double combination(double w, double constant, double factor) {
        double steps = (w * Exp.STEPS_PER_LN2 + Exp.ROUNDER) - Exp.ROUNDER;
        double r = (w - steps * Exp.STEP_HIGH) - steps * Exp.STEP_LOW;
        double growth = r + r * r * (0.5 + r * (Exp.C3 + r * (Exp.C4 + r * Exp.C5)));
        int k = (int) steps;
        double scale = Exp.TWOS[Exp.ONE + (k >> Exp.STEP_BITS)];
        int j = k & (Exp.STEPS - 1);
        double root = Exp.ROOT_HIGH[j];
        double power = root * scale;
        double powerRest = (Exp.ROOT_LOW[j] + root * growth) * scale;

        double first = 1 + power;
        double firstRest = DoubleDouble.sumError(1, power, first) + powerRest;
        double sum = first + firstRest;
        double sumRest = (first - sum) + firstRest;
        double quotient = 1 / sum;
        double short26 = DoubleDouble.upperHalf(quotient);
        double sumHigh = DoubleDouble.upperHalf(sum);
        double residual = ((1 - short26 * sumHigh) - short26 * (sum - sumHigh)) - short26 * sumRest;

        double term = factor * short26;
        double total = constant + term;
        return total + (((constant - total) + term) + factor * (quotient * residual));
    }
}
