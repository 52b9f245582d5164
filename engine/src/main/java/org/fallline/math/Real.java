package org.fallline.math;

/**
 * Elementary functions of doubles whose results have the same bits on every platform.
 *
 * <p>A bound such as "within 0.51 ulp" is the greatest error that tests found against a reference of 60 digits, rounded up,
 * in units of the last place of the exact result; 0.5 would be correct rounding. Angles are in radians. Arguments may be
 * subnormal, infinite or NaN; where nothing else is said, a NaN gives NaN, and so does an argument outside the domain.
 */
public final class Real {

    private Real() {}

    /** {@code e^x}, within 0.51 ulp. */
    public static double exp(double x) {
        return Exp.exp(x);
    }

    /** {@code e^x - 1}, exact in its leading digits near 0 too; within 0.65 ulp. */
    public static double expm1(double x) {
        return Exp.expm1(x);
    }

    /** The natural logarithm, within 0.51 ulp; of ±0, minus infinity. */
    public static double log(double x) {
        return Log.log(x);
    }

    /** {@code log(1 + x)}, within 0.51 ulp; of -1, minus infinity. */
    public static double log1p(double x) {
        return Log.log1p(x);
    }

    /** The logarithm to base 2, within 0.51 ulp, exact for powers of two; of ±0, minus infinity. */
    public static double log2(double x) {
        return Log.log2(x);
    }

    /** The logarithm to base 10, within 0.51 ulp, exact for powers of ten; of ±0, minus infinity. */
    public static double log10(double x) {
        return Log.log10(x);
    }

    /** The sine, within 0.75 ulp for angles of any size. */
    public static double sin(double x) {
        return Trig.sin(x);
    }

    /** The cosine, within 0.75 ulp for angles of any size. */
    public static double cos(double x) {
        return Trig.cos(x);
    }

    /** The tangent, within 0.8 ulp for angles of any size. */
    public static double tan(double x) {
        return Trig.tan(x);
    }

    /** The angle from -π/2 to π/2 whose sine is {@code x}, within 0.51 ulp. */
    public static double asin(double x) {
        return Arc.asin(x);
    }

    /** The angle from 0 to π whose cosine is {@code x}, within 0.51 ulp. */
    public static double acos(double x) {
        return Arc.acos(x);
    }

    /** The angle from -π/2 to π/2 whose tangent is {@code x}, within 0.51 ulp. */
    public static double atan(double x) {
        return Arc.atan(x);
    }

    /**
     * The angle from -π to π of the point {@code (x, y)}, within 0.51 ulp; signed zeros and infinities as {@code
     * java.lang.Math} documents them.
     */
    public static double atan2(double y, double x) {
        return Arc.atan2(y, x);
    }

    /** The hyperbolic sine, within 0.53 ulp. */
    public static double sinh(double x) {
        return Exp.sinh(x);
    }

    /** The hyperbolic cosine, within 0.51 ulp. */
    public static double cosh(double x) {
        return Exp.cosh(x);
    }

    /** The hyperbolic tangent, within 0.52 ulp. */
    public static double tanh(double x) {
        return Logistic.tanh(x);
    }

    /** The number whose hyperbolic sine is {@code x}, within 0.51 ulp. */
    public static double asinh(double x) {
        return Area.asinh(x);
    }

    /** The number from 0 on whose hyperbolic cosine is {@code x}, within 0.51 ulp; below 1, NaN. */
    public static double acosh(double x) {
        return Area.acosh(x);
    }

    /** The number whose hyperbolic tangent is {@code x}, within 0.51 ulp; of ±1, infinite, beyond, NaN. */
    public static double atanh(double x) {
        return Area.atanh(x);
    }

    /** The logistic function {@code 1 / (1 + e^-x)}, within 0.51 ulp. */
    public static double sigmoid(double x) {
        return Logistic.sigmoid(x);
    }

    /** {@code x^y}, within 0.51 ulp; the special cases are those that {@code java.lang.Math.pow} documents. */
    public static double pow(double x, double y) {
        return Pow.pow(x, y);
    }

    /** {@code sqrt(x x + y y)} without undue overflow, within 0.51 ulp, 1 ulp where it is subnormal. */
    public static double hypot(double x, double y) {
        return Hypot.hypot(x, y);
    }

    /** The error function {@code 2/√π ∫ e^(-t²) dt} from 0 to {@code x}, within 0.65 ulp. */
    public static double erf(double x) {
        return Erf.erf(x);
    }

    /** The greater of two numbers; 0 is greater than -0; NaN if either is. */
    public static double max(double a, double b) {
        if (a > b) {
            return a;
        }
        if (b > a) {
            return b;
        }
        // Zeros: only -0 + -0 is -0.
        return a == b ? (a == 0 ? a + b : a) : Double.NaN;
    }

    /** The lesser of two numbers; -0 is less than 0; NaN if either is. */
    public static double min(double a, double b) {
        if (a < b) {
            return a;
        }
        if (b < a) {
            return b;
        }
        return a == b ? (a == 0 ? -(-a - b) : a) : Double.NaN;
    }

    /** 1, -1, or {@code x} if it is a zero or NaN. */
    public static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : x == 0 ? x : Double.NaN;
    }

    /** The nearest integer, of two the even one: IEEE 754's roundToIntegralTiesToEven. */
    public static double round(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < 0x1p52)) {
            return x;
        }
        double rounded = (magnitude + 0x1p52) - 0x1p52;
        return isNegative(x) ? -rounded : rounded;
    }

    /** Whether {@code x} is neither infinite nor NaN. */
    public static boolean isFinite(double x) {
        return Math.abs(x) <= Double.MAX_VALUE;
    }

    /** Whether {@code x} has a minus sign, -0 included; of NaN, false. */
    static boolean isNegative(double x) {
        return x < 0 || (x == 0 && 1 / x < 0);
    }
}
