package org.fallline.math;

/**
 * The error function.
 *
 * <p>With {@code c} the nearest 64th and {@code h = x - c}, {@code erf x = erf c + g ∫ e^(-2ct - t²) dt} over {@code t}
 * from 0 to {@code h}, {@code g = 2/√π e^(-c²)}. The integrand's power series has coefficients {@code b(0) = 1}, {@code
 * b(1) = -2c}, {@code (n + 1) b(n + 1) = -2 (c b(n) + b(n - 1))}. The table of {@code erf c} and {@code g} is made with the
 * same series.
 */
final class Erf {

    private static final int STEPS = 64;

    /** From here on the function rounds to 1. */
    private static final int END = 6;

    private static final double TINY = 0x1p-30;

    private static final DoubleDouble SLOPE = new DoubleDouble(1.1283791670955126, 1.533545961316588e-17);

    /** Rows of four: {@code erf(j / 64)} and its derivative, each as the nearest double and the rest. */
    private static final double[] ROWS = new double[4 * (END * STEPS + 1)];

    /** Terms of the integral over a step of the table; the rest is below 2<sup>-80</sup>. */
    private static final int TERMS = 15;

    static {
        // e^(-((j+1)/64)²) = e^(-(j/64)²) · e^(-(2j+1)/64²)
        DoubleDouble factor = DoubleDouble.of(-1.0 / (STEPS * STEPS)).exp();
        DoubleDouble factorOfFactor = factor.times(factor);
        DoubleDouble value = DoubleDouble.of(0);
        DoubleDouble gradient = SLOPE;
        DoubleDouble[] reciprocals = new DoubleDouble[TERMS + 1];
        for (int n = 1; n <= TERMS; n++) {
            reciprocals[n] = DoubleDouble.quotient(1, n);
        }
        for (int j = 0; j <= END * STEPS; j++) {
            ROWS[4 * j] = value.high();
            ROWS[4 * j + 1] = value.low();
            ROWS[4 * j + 2] = gradient.high();
            ROWS[4 * j + 3] = gradient.low();
            value = value.plus(step(j / (double) STEPS, reciprocals).times(gradient));
            gradient = gradient.times(factor);
            factor = factor.times(factorOfFactor);
        }
    }

    private Erf() {}

    /** The integral above, to {@code h} = 1/64. */
    private static DoubleDouble step(double c, DoubleDouble[] reciprocals) {
        double h = 1.0 / STEPS;
        DoubleDouble before = DoubleDouble.of(0);
        DoubleDouble term = DoubleDouble.of(h);
        DoubleDouble sum = DoubleDouble.of(0);
        // term = b(n) h^(n + 1)
        for (int n = 0; n < TERMS; n++) {
            sum = sum.plus(term.times(reciprocals[n + 1]));
            DoubleDouble next =
                    term.times(c).plus(before.times(h)).times(-2 * h).times(reciprocals[n + 1]);
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
        int row = 4 * j;
        double b2 = 2 * c * c - 1;
        double b3 = (-2 / 3.0) * (c * b2 - 2 * c);
        double b4 = -0.5 * (c * b3 + b2);
        double b5 = -0.4 * (c * b4 + b3);
        double b6 = (-1 / 3.0) * (c * b5 + b4);
        double b7 = (-2 / 7.0) * (c * b6 + b5);
        // The integral over h, less 1; the next term is below 2^-60 of the result.
        double tail = b5 * (1 / 6.0) + h * (b6 * (1 / 7.0) + h * (b7 * 0.125));
        double series = h * (h * (b2 * (1 / 3.0) + h * (b3 * 0.25 + h * (b4 * 0.2 + h * tail))) - c);
        double value = ROWS[row];
        double gradient = ROWS[row + 2];
        double linear = gradient * h;
        double linearRest = DoubleDouble.productError(gradient, h, linear) + ROWS[row + 3] * h;
        double sum = value + linear;
        double sumRest = (value - sum) + linear;
        double erf = sum + (sumRest + (ROWS[row + 1] + (linearRest + linear * series)));
        return x < 0 ? -erf : erf;
    }
}
