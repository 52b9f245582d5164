package org.fallline.emit;

/** Powers with an exponent that is known: products for whole numbers, roots for halves. */
final class Powers {
    private static final int MOST = 64;

    private Powers() {}

    /** Whether a power has an expression: twice its exponent is a whole number, of a size that products suffice for. */
    static boolean isExact(double exponent) {
        return 2 * exponent == Math.floor(2 * exponent) && Math.abs(exponent) <= MOST;
    }

    /** x to a power that {@link #isExact}. Relative error 6e-8 a factor; NaN for a negative x with a fraction. */
    static <V> V power(Algebra<V> k, V given, double exponent) {
        V x = k.let(given);
        double size = Math.abs(exponent);
        int whole = (int) Math.floor(size);
        V product = whole < size ? k.let(k.sqrt(x)) : null;
        V square = x;
        for (int rest = whole; rest > 0; rest >>= 1) {
            if (rest % 2 == 1) {
                product = product == null ? square : k.let(k.multiply(product, square));
            }
            square = rest > 1 ? k.let(k.multiply(square, square)) : square;
        }
        V power = product == null ? k.constant(1) : product;
        return exponent < 0 ? k.divide(k.constant(1), power) : power;
    }
}
