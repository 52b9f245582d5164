package org.fallline.math;

/** The length of a vector in the plane: the sum of squares and its root carried to 100 bits. */
final class Hypot {

    private Hypot() {}

    static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double large = a > b ? a : b;
        double small = a > b ? b : a;
        if (small <= large * 0x1p-54) {
            return large + small;
        }
        if (large > 0x1p400) {
            return root(large * 0x1p-600, small * 0x1p-600) * 0x1p600;
        }
        if (small < 0x1p-400) {
            return root(large * 0x1p600, small * 0x1p600) * 0x1p-600;
        }
        return root(large, small);
    }

    /** {@code sqrt(a a + b b)}, {@code a >= b}. */
    private static double root(double a, double b) {
        double aSquare = a * a;
        double bSquare = b * b;
        double sum = aSquare + bSquare;
        double sumRest = (aSquare - sum) + bSquare;
        double squaresRest = DoubleDouble.productError(a, a, aSquare) + DoubleDouble.productError(b, b, bSquare);
        double root = Math.sqrt(sum);
        double square = root * root;
        double rest = (sum - square) - DoubleDouble.productError(root, root, square);
        return root + (rest + (sumRest + squaresRest)) / (2 * root);
    }
}
