package org.fallline.math;

/**
 * The error function.
 *
 * <p>With {@code c} the nearest sixteenth and {@code h = x - c}, {@code erf x = erf c + g ∫ e^(-2ct - t²) dt} over {@code t}
 * from 0 to {@code h}, {@code g = 2/√π e^(-c²)}. The integrand's power series has coefficients {@code b(0) = 1}, {@code
 * b(1) = -2c}, {@code (n + 1) b(n + 1) = -2 (c b(n) + b(n - 1))}. The table of {@code erf c} and {@code g} is made with the
 * same series.
 */
final class Erf {

    private static final int STEPS = 16;

    /** From here on the function rounds to 1. */
    private static final int END = 6;

    private static final double TINY = 0x1p-30;

    private static final DoubleDouble SLOPE = new DoubleDouble(1.1283791670955126, 1.533545961316588e-17);

    /** {@code erf(j / 16)} and its derivative, as the nearest doubles and the rests. */
    private static final double[] VALUE_HIGH = new double[END * STEPS + 1];

    private static final double[] VALUE_LOW = new double[END * STEPS + 1];
    private static final double[] GRADIENT_HIGH = new double[END * STEPS + 1];
    private static final double[] GRADIENT_LOW = new double[END * STEPS + 1];

    static {
        // e^(-(j+1)²/256) = e^(-j²/256) · e^(-(2j+1)/256)
        DoubleDouble factor = exp(DoubleDouble.of(-1 / 256.0));
        DoubleDouble factorOfFactor = factor.times(factor);
        DoubleDouble value = DoubleDouble.of(0);
        DoubleDouble gradient = SLOPE;
        for (int j = 0; j < VALUE_HIGH.length; j++) {
            VALUE_HIGH[j] = value.high();
            VALUE_LOW[j] = value.low();
            GRADIENT_HIGH[j] = gradient.high();
            GRADIENT_LOW[j] = gradient.low();
            value = value.plus(step(j / (double) STEPS).times(gradient));
            gradient = gradient.times(factor);
            factor = factor.times(factorOfFactor);
        }
    }

    private Erf() {}

    private static DoubleDouble exp(DoubleDouble x) {
        DoubleDouble sum = DoubleDouble.of(1);
        for (int n = 14; n >= 1; n--) {
            sum = sum.times(x).over(DoubleDouble.of(n)).plus(1);
        }
        return sum;
    }

    /** The integral above, to {@code h} = 1/16. */
    private static DoubleDouble step(double c) {
        double h = 1.0 / STEPS;
        DoubleDouble before = DoubleDouble.of(0);
        DoubleDouble term = DoubleDouble.of(h);
        DoubleDouble sum = DoubleDouble.of(0);
        // term = b(n) h^(n + 1)
        for (int n = 0; n < 36; n++) {
            sum = sum.plus(term.over(DoubleDouble.of(n + 1)));
            DoubleDouble next =
                    term.times(c * h).plus(before.times(h * h)).times(-2).over(DoubleDouble.of(n + 1));
            before = term;
            term = next;
        }
        return sum;
    }

    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < END)) {
            return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
        }
        if (magnitude < TINY) {
            return x * SLOPE.high() + x * SLOPE.low();
        }
        int j = (int) (magnitude * STEPS + 0.5);
        double c = j / (double) STEPS;
        double h = magnitude - c;
        double before = 1;
        double term = -2 * c * h;
        double series = 0.5 * term;
        // The terms of the integral over h, the first left out; at most 0.4^n / n!, so twelve are enough.
        for (int n = 1; n < 13; n++) {
            double next = -2 * h * (c * term + h * before) / (n + 1);
            series += next / (n + 2);
            before = term;
            term = next;
        }
        double linear = GRADIENT_HIGH[j] * h;
        double linearRest = DoubleDouble.productError(GRADIENT_HIGH[j], h, linear) + GRADIENT_LOW[j] * h;
        double sum = VALUE_HIGH[j] + linear;
        double sumRest = (VALUE_HIGH[j] - sum) + linear;
        double erf = sum + (sumRest + (VALUE_LOW[j] + (linearRest + linear * series)));
        return x < 0 ? -erf : erf;
    }
}
