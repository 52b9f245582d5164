package org.fallline.math;

/** The power function: the exponential of {@code y log x}, the logarithm and the product carried to 68 bits. */
final class Pow {

    private Pow() {}

    static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        if (y == 1) {
            return x;
        }
        double magnitude = Math.abs(x);
        boolean negative = Real.isNegative(x);
        if (magnitude == 0 || magnitude == Double.POSITIVE_INFINITY) {
            double result = (magnitude == 0) == (y > 0) ? 0 : Double.POSITIVE_INFINITY;
            return negative && isOdd(y) ? -result : result;
        }
        if (negative && Math.abs(y) < 0x1p53 && Math.floor(y) != y) {
            return Double.NaN;
        }
        double result = ofPositive(magnitude, y);
        return negative && isOdd(y) ? -result : result;
    }

    private static double ofPositive(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        if (y == 0.5) {
            return Math.sqrt(x);
        }
        if (y == -1) {
            return 1 / x;
        }
        double exponent = Math.abs(y);
        if (exponent < 0x1p-65) {
            return 1;
        }
        if (exponent > 0x1p65) {
            if (x == 1) {
                return exponent < Double.POSITIVE_INFINITY ? 1 : Double.NaN;
            }
            return (x > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
        }
        return Log.power(x, y);
    }

    private static boolean isOdd(double y) {
        return Math.abs(y) < 0x1p53 && Math.floor(y) == y && Math.floor(y * 0.5) != y * 0.5;
    }
}
