package org.fallline.emit;

/**
 * Elementary functions in single precision, once for every back end.
 *
 * <p>Stated errors are those that a test of 200,000 floats in the domain stays below, beside {@code org.fallline.math.Real}.
 * Sources: tanh: the rational function of these degrees with the least maximum of the relative error on |x| ≤ 7; exp, log, sin,
 * cos, sinh: S. L. Moshier, <i>Cephes Mathematical Library</i>, single precision; erf: N. Juffa's faithfully rounded polynomials.
 */
final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in two parts, of which the first has nine bits: a whole number up to 2¹⁵ times it is exact. */
    private static final double LN_2_HIGH = 0.693359375;

    private static final double LN_2_LOW = -2.12194440e-4;
    private static final double ROOT_TWO = 1.4142135623730951;
    private static final double SMALLEST_NORMAL = 0x1p-126;

    /** The exponential of a number below this is 2⁻¹²⁶ or less. */
    private static final double LEAST_EXPONENT = -87;

    private static final double[] TANH_P = {3.9958514e-6, 2.2930843e-3, 0.12322050, 0.99999897};
    private static final double[] TANH_Q = {1.4398398e-4, 2.1151592e-2, 0.45654609, 1};
    private static final double TANH_END = 7;
    private static final double[] EXP = {
        1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1
    };
    private static final double[] LOG = {
        7.0376836292e-2,
        -1.1514610310e-1,
        1.1676998740e-1,
        -1.2420140846e-1,
        1.4249322787e-1,
        -1.6668057665e-1,
        2.0000714765e-1,
        -2.4999993993e-1,
        3.3333331174e-1
    };
    private static final double TWO_OVER_PI = 0.6366197723675814;

    /** π/2 in three parts, of which the first two times a whole number up to 2¹³ are exact. */
    private static final double[] HALF_PI = {1.5703125, 4.837512969970703e-4, 7.549789954891882e-8};

    private static final double[] SIN = {-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1};
    private static final double[] COS = {2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2};
    private static final double[] SINH = {2.03721912945e-4, 8.33028376239e-3, 1.66667160211e-1};
    private static final double ERF_SPLIT = 0.927734375;

    /** From here on erf is 1 in single precision. */
    private static final double ERF_END = 4;

    private static final double[] ERF_SMALL = {
        -5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1, -3.76125336e-1, 1.28379166e-1
    };
    private static final double[] ERF_LARGE = {
        -1.72853470e-5, 3.83197126e-4, -3.88396438e-3, 2.42546219e-2, -1.06777877e-1, -6.34846687e-1, -1.128717512
    };

    private Elementary() {}

    /** The polynomial with these coefficients, the highest first; x is used often. */
    private static <V> V polynomial(Algebra<V> k, double[] coefficients, V x) {
        V sum = k.constant(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) {
            sum = k.madd(sum, x, k.constant(coefficients[i]));
        }
        return sum;
    }

    /** tanh x as {@code x·P(x²)/Q(x²)} within ±7, and its value there beyond. Relative error 1.3e-6. */
    static <V> V tanh(Algebra<V> k, V x) {
        V t = k.let(k.max(k.min(x, k.constant(TANH_END)), k.constant(-TANH_END)));
        V z = k.let(k.multiply(t, t));
        return k.divide(k.multiply(t, polynomial(k, TANH_P, z)), polynomial(k, TANH_Q, z));
    }

    /** {@code eˣ − 1} of the rest r of the exponent, |r| ≤ ln 2 / 2. */
    private static <V> V expm1Rest(Algebra<V> k, V r) {
        return k.madd(k.multiply(r, r), polynomial(k, EXP, r), r);
    }

    private static <V> V exponentRest(Algebra<V> k, V x, V n) {
        return k.let(k.madd(n, k.constant(-LN_2_LOW), k.madd(n, k.constant(-LN_2_HIGH), x)));
    }

    /** eˣ. Relative error 2e-7. */
    static <V> V exp(Algebra<V> k, V x) {
        V t = k.let(k.max(k.min(x, k.constant(89)), k.constant(-104)));
        V n = k.let(k.round(k.multiply(t, k.constant(LOG2_E))));
        V power = k.add(expm1Rest(k, exponentRest(k, t, n)), k.constant(1));
        // In two steps, since 2ⁿ itself may be no normal number.
        V half = k.let(k.round(k.multiply(n, k.constant(0.5))));
        return k.multiply(k.multiply(power, k.powerOfTwo(half)), k.powerOfTwo(k.subtract(n, half)));
    }

    /** eˣ of a number that is not positive; 2⁻¹²⁶ or less below −87. Relative error 2e-7 down to there. */
    private static <V> V expOfNegative(Algebra<V> k, V x) {
        V t = k.let(k.max(x, k.constant(LEAST_EXPONENT)));
        V n = k.let(k.round(k.multiply(t, k.constant(LOG2_E))));
        return k.multiply(k.add(expm1Rest(k, exponentRest(k, t, n)), k.constant(1)), k.powerOfTwo(n));
    }

    /** {@code eˣ − 1}. Relative error 4e-7. */
    static <V> V expm1(Algebra<V> k, V given) {
        V x = k.let(given);
        V small = expm1Rest(k, x);
        return k.select(k.less(k.abs(x), k.constant(0.34)), k.let(small), k.subtract(exp(k, x), k.constant(1)));
    }

    /** ln x of a normal number above 0. Relative error 3e-7. */
    private static <V> V logOfNormal(Algebra<V> k, V x, V lift) {
        V s = k.let(k.significand(x));
        V above = k.let(k.less(k.constant(ROOT_TWO), s));
        V f = k.let(k.subtract(k.select(above, k.multiply(s, k.constant(0.5)), s), k.constant(1)));
        V e = k.let(k.add(k.add(k.exponent(x), lift), k.select(above, k.constant(1), k.constant(0))));
        V z = k.let(k.multiply(f, f));
        V cubic = k.multiply(k.multiply(f, z), polynomial(k, LOG, f));
        V tail = k.madd(z, k.constant(-0.5), k.madd(e, k.constant(LN_2_LOW), cubic));
        return k.madd(e, k.constant(LN_2_HIGH), k.add(f, tail));
    }

    /** ln x: NaN below 0, −∞ at 0. Relative error 3e-7. */
    static <V> V log(Algebra<V> k, V given) {
        V x = k.let(given);
        V tiny = k.let(k.less(x, k.constant(SMALLEST_NORMAL)));
        V normal = k.let(k.select(tiny, k.multiply(x, k.constant(0x1p24)), x));
        V log = logOfNormal(k, normal, k.select(tiny, k.constant(-24), k.constant(0)));
        V infinity = k.constant(Double.POSITIVE_INFINITY);
        V edge = k.select(k.equal(x, k.constant(0)), k.constant(Double.NEGATIVE_INFINITY), k.constant(Double.NaN));
        V proper = k.select(k.less(k.constant(0), x), log, edge);
        return k.select(k.equal(x, infinity), infinity, proper);
    }

    /** {@code ln(1 + x)} of x from 0 to 1. Relative error 3e-7. */
    private static <V> V log1pOfUnit(Algebra<V> k, V given) {
        V x = k.let(given);
        V u = k.let(k.add(x, k.constant(1)));
        // What rounding of 1 + x lost, to first order.
        V lost = k.divide(k.subtract(x, k.subtract(u, k.constant(1))), u);
        return k.add(logOfNormal(k, u, k.constant(0)), lost);
    }

    /** {@code ln(1 + x)}: NaN below −1, −∞ at −1. Relative error 4e-7. */
    static <V> V log1p(Algebra<V> k, V given) {
        V x = k.let(given);
        V u = k.let(k.add(x, k.constant(1)));
        V lost = k.let(k.divide(k.subtract(x, k.subtract(u, k.constant(1))), u));
        // At the ends nothing is lost that were a number.
        V finite = k.less(k.abs(lost), k.constant(1));
        return k.add(log(k, u), k.select(finite, lost, k.constant(0)));
    }

    /** {@code 1 / (1 + e⁻ˣ)}. Relative error 4e-7 down to x = −87. */
    static <V> V sigmoid(Algebra<V> k, V given) {
        V x = k.let(given);
        V e = k.let(expOfNegative(k, k.negate(k.abs(x))));
        return k.divide(k.select(k.less(x, k.constant(0)), e, k.constant(1)), k.add(e, k.constant(1)));
    }

    /** {@code ln(1 + e^(−|x|))}, what softplus has above relu. */
    static <V> V softplusTail(Algebra<V> k, V x) {
        return log1pOfUnit(k, expOfNegative(k, k.negate(k.abs(x))));
    }

    /** {@code ln(1 + eˣ)}. Relative error 4e-7 down to x = −87. */
    static <V> V softplus(Algebra<V> k, V given) {
        V x = k.let(given);
        return k.add(relu(k, x), softplusTail(k, x));
    }

    /** The greater of x and 0. */
    static <V> V relu(Algebra<V> k, V x) {
        return k.max(x, k.constant(0));
    }

    /** The square. */
    static <V> V square(Algebra<V> k, V given) {
        V x = k.let(given);
        return k.multiply(x, x);
    }

    /** −1, 0 or 1; 0 of −0; NaN of NaN. */
    static <V> V sign(Algebra<V> k, V given) {
        V x = k.let(given);
        V above = k.select(k.less(k.constant(0), x), k.constant(1), x);
        return k.select(k.less(x, k.constant(0)), k.constant(-1), above);
    }

    /** 1 where x is positive, else 0. */
    static <V> V step(Algebra<V> k, V x) {
        return k.select(k.less(k.constant(0), x), k.constant(1), k.constant(0));
    }

    /** The greater of the two; NaN where one is NaN. */
    static <V> V maximum(Algebra<V> k, V a, V given) {
        V b = k.let(given);
        return k.select(k.equal(b, b), k.max(a, b), b);
    }

    /** The lesser of the two; NaN where one is NaN. */
    static <V> V minimum(Algebra<V> k, V a, V given) {
        V b = k.let(given);
        return k.select(k.equal(b, b), k.min(a, b), b);
    }

    /** sin x. Absolute error 2e-7 for |x| ≤ 8000. */
    static <V> V sin(Algebra<V> k, V given) {
        V x = k.let(given);
        V n = k.let(k.round(k.multiply(x, k.constant(TWO_OVER_PI))));
        return sine(k, n, quarterRest(k, x, n));
    }

    /** cos x. Absolute error 2e-7 for |x| ≤ 8000. */
    static <V> V cos(Algebra<V> k, V given) {
        V x = k.let(given);
        V n = k.let(k.round(k.multiply(x, k.constant(TWO_OVER_PI))));
        return sine(k, k.let(k.add(n, k.constant(1))), quarterRest(k, x, n));
    }

    private static <V> V quarterRest(Algebra<V> k, V x, V n) {
        V rest = x;
        for (double part : HALF_PI) {
            rest = k.madd(n, k.constant(-part), rest);
        }
        return k.let(rest);
    }

    /** The sine of {@code n·π/2 + r}, |r| ≤ π/4. */
    private static <V> V sine(Algebra<V> k, V n, V r) {
        V z = k.let(k.multiply(r, r));
        V sin = k.madd(k.multiply(r, z), polynomial(k, SIN, z), r);
        V cos = k.madd(k.multiply(z, z), polynomial(k, COS, z), k.madd(z, k.constant(-0.5), k.constant(1)));
        V half = k.let(k.multiply(n, k.constant(0.5)));
        V even = k.let(k.equal(k.round(half), half));
        V value = k.let(k.select(even, sin, cos));
        V turns = k.let(k.multiply(k.select(even, half, k.subtract(half, k.constant(0.5))), k.constant(0.5)));
        return k.select(k.equal(k.round(turns), turns), value, k.negate(value));
    }

    /** sinh x. Relative error 5e-7. */
    static <V> V sinh(Algebra<V> k, V given) {
        V x = k.let(given);
        V z = k.let(k.multiply(x, x));
        V small = k.madd(k.multiply(x, z), polynomial(k, SINH, z), x);
        V e = k.let(exp(k, k.abs(x)));
        V size = k.let(k.subtract(k.multiply(e, k.constant(0.5)), k.divide(k.constant(0.5), e)));
        V large = k.select(k.less(x, k.constant(0)), k.negate(size), size);
        return k.select(k.less(k.abs(x), k.constant(1)), small, large);
    }

    /** cosh x. Relative error 4e-7. */
    static <V> V cosh(Algebra<V> k, V x) {
        V e = k.let(exp(k, k.abs(x)));
        return k.add(k.multiply(e, k.constant(0.5)), k.divide(k.constant(0.5), e));
    }

    /** The error function. Relative error 3e-7. */
    static <V> V erf(Algebra<V> k, V given) {
        V x = k.let(given);
        V size = k.let(k.abs(x));
        V small = k.madd(polynomial(k, ERF_SMALL, k.let(k.multiply(x, x))), x, x);
        V t = k.let(k.min(size, k.constant(ERF_END)));
        V large = k.let(k.subtract(k.constant(1), expOfNegative(k, k.multiply(polynomial(k, ERF_LARGE, t), t))));
        V signed = k.select(k.less(x, k.constant(0)), k.negate(large), large);
        return k.select(k.less(k.constant(ERF_SPLIT), size), signed, small);
    }
}
