package org.fallline.math;

/**
 * The inverse hyperbolic functions: logarithms whose argument is found as a sum of two doubles.
 *
 * <p>{@code asinh x = log(x + sqrt(x² + 1))}, {@code acosh x = log(x + sqrt(x² - 1))} and {@code atanh x = log(1 + 2x / (1 -
 * x)) / 2}. Where the result is below about 2<sup>-10</sup>, the sum of two doubles would round a second time; there the
 * functions are their power series (remainder below 2<sup>-60</sup>).
 */
final class Area {

    /** Beyond it {@code x² ± 1} differs from {@code x²} by less than 2<sup>-58</sup> of itself. */
    private static final double GREAT = 0x1p29;

    private static final double SMALL = 0x1p-10;

    /** Below it {@code asinh x} and {@code atanh x} round to {@code x}; their squares may lose digits. */
    private static final double TINY = 0x1p-28;

    /** What {@code x} exceeds 1 by where {@code acosh x} is about {@code SMALL}. */
    private static final double CLOSE = 0x1p-21;

    private Area() {}

    static double asinh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < SMALL) {
            if (magnitude < TINY) {
                return x;
            }
            double z = x * x;
            return x + x * z * (-1 / 6.0 + z * (3 / 40.0 + z * (-15 / 336.0)));
        }
        double area = magnitude < GREAT ? logOfSumWithRoot(magnitude, 1) : Log.log(magnitude, 1);
        return x < 0 ? -area : area;
    }

    static double acosh(double x) {
        if (!(x > 1)) {
            return x == 1 ? 0 : Double.NaN;
        }
        double excess = x - 1;
        if (excess < CLOSE) {
            // sqrt(2e) (1 - e / 12 + 3 e² / 160 - …)
            double square = 2 * excess;
            double root = Math.sqrt(square);
            return root + (rootRest(square, root) - root * excess * (1 / 12.0 - excess * (3 / 160.0)));
        }
        return x < GREAT ? logOfSumWithRoot(x, -1) : Log.log(x, 1);
    }

    static double atanh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < SMALL) {
            if (magnitude < TINY) {
                return x;
            }
            double z = x * x;
            return x + x * z * (1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0)));
        }
        if (!(magnitude < 1)) {
            return magnitude == 1 ? x / 0.0 : Double.NaN;
        }
        double numerator = 2 * magnitude;
        double denominator = 1 - magnitude;
        double denominatorRest = DoubleDouble.sumError(1, -magnitude, denominator);
        double quotient = numerator / denominator;
        double product = quotient * denominator;
        double rest = (numerator - product) - DoubleDouble.productError(quotient, denominator, product);
        double sum = 1 + quotient;
        double sumRest = DoubleDouble.sumError(1, quotient, sum) + (rest - quotient * denominatorRest) / denominator;
        double area = 0.5 * Log.log(sum, sumRest, 0);
        return x < 0 ? -area : area;
    }

    /** {@code log(x + sqrt(x² + addend))}, {@code x} positive, {@code addend} 1 or -1. */
    private static double logOfSumWithRoot(double x, double addend) {
        double square = x * x;
        double radicand = square + addend;
        double radicandRest = DoubleDouble.sumError(square, addend, radicand) + DoubleDouble.productError(x, x, square);
        double root = Math.sqrt(radicand);
        double sum = x + root;
        double sumRest = DoubleDouble.sumError(x, root, sum) + (rootRest(radicand, root) + radicandRest / (2 * root));
        return Log.log(sum, sumRest, 0);
    }

    /** What {@code root} lacks of the square root of {@code square}. */
    private static double rootRest(double square, double root) {
        double product = root * root;
        return ((square - product) - DoubleDouble.productError(root, root, product)) / (2 * root);
    }
}
