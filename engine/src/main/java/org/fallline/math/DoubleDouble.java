package org.fallline.math;

/**
 * The unevaluated sum {@code high + low} of two doubles, {@code |low| <= ulp(high) / 2}: about 106 bits.
 *
 * <p>Serves where one rounding too many would cost the last bit, and to compute tables when a class is initialised.
 * Products are exact for factors between 2<sup>-450</sup> and 2<sup>450</sup> in magnitude.
 *
 * <p>References: T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik
 * 18 (1971); D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.
 */
record DoubleDouble(double high, double low) {

    /** 2<sup>27</sup> + 1: splits 53 bits into two halves whose products are exact (Veltkamp). */
    private static final double SPLITTER = 0x8000001;

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** The exact product. */
    static DoubleDouble product(double a, double b) {
        double high = a * b;
        return new DoubleDouble(high, productError(a, b, high));
    }

    /** The quotient, correct to about 104 bits. */
    static DoubleDouble quotient(double a, double b) {
        return of(a).over(of(b));
    }

    /** {@code a + b - rounded} exactly, given {@code rounded}, their rounded sum. */
    static double sumError(double a, double b, double rounded) {
        double shareOfB = rounded - a;
        return (a - (rounded - shareOfB)) + (b - shareOfB);
    }

    /** {@code a * b - rounded} exactly, given {@code rounded}, their rounded product. */
    static double productError(double a, double b, double rounded) {
        double aHigh = upperHalf(a);
        double aLow = a - aHigh;
        double bHigh = upperHalf(b);
        double bLow = b - bHigh;
        return ((aHigh * bHigh - rounded) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    /** {@code a} rounded to 26 bits. */
    static double upperHalf(double a) {
        double scaled = SPLITTER * a;
        return scaled - (scaled - a);
    }

    DoubleDouble plus(double addend) {
        double sum = high + addend;
        return normalized(sum, sumError(high, addend, sum) + low);
    }

    DoubleDouble plus(DoubleDouble addend) {
        double sum = high + addend.high;
        double error = sumError(high, addend.high, sum);
        double lows = low + addend.low;
        double lowsError = sumError(low, addend.low, lows);
        DoubleDouble partial = normalized(sum, error + lows);
        return normalized(partial.high, partial.low + lowsError);
    }

    DoubleDouble minus(DoubleDouble subtrahend) {
        return plus(subtrahend.negated());
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    DoubleDouble times(double factor) {
        double product = high * factor;
        return normalized(product, productError(high, factor, product) + low * factor);
    }

    DoubleDouble times(DoubleDouble factor) {
        double product = high * factor.high;
        double error = productError(high, factor.high, product);
        return normalized(product, error + (high * factor.low + low * factor.high));
    }

    DoubleDouble over(DoubleDouble divisor) {
        double first = high / divisor.high;
        DoubleDouble rest = minus(divisor.times(first));
        double second = rest.high / divisor.high;
        DoubleDouble rest2 = rest.minus(divisor.times(second));
        return normalized(first, second).plus(rest2.high / divisor.high);
    }

    /** The exponential by its power series; of a magnitude up to 1/16. */
    DoubleDouble exp() {
        DoubleDouble sum = of(1);
        for (int n = 17; n >= 1; n--) {
            sum = sum.times(this).over(of(n)).plus(1);
        }
        return sum;
    }

    /** The nearest double. */
    double rounded() {
        return high + low;
    }

    /** The same sum, of a larger and a much smaller part. */
    private static DoubleDouble normalized(double large, double small) {
        double high = large + small;
        return new DoubleDouble(high, small - (high - large));
    }
}
