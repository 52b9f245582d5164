package org.fallline.emit;

/**
 * Single-precision arithmetic, whatever a value is: a number, code that computes numbers, or text that does.
 *
 * <p>{@link Elementary} and {@link ElementFunctions} are written once over it; a back end is an implementation. All operations
 * round to {@code float}, the nearest, ties to even, so that back ends agree in every bit; {@link #madd} alone may be fused, where
 * a back end says so. A <i>mask</i> is what a comparison gives, and only {@link #select} takes it.
 *
 * @param <V> a value or a mask; it may stand for work not yet done, so what is used twice goes through {@link #let}
 */
interface Algebra<V> {
    /** A number, rounded to float. */
    V constant(double value);

    /** The value, to be used any number of times and computed once. */
    V let(V x);

    /** {@code a + b}. */
    V add(V a, V b);

    /** {@code a − b}. */
    V subtract(V a, V b);

    /** {@code a · b}. */
    V multiply(V a, V b);

    /** {@code a · b + c}, rounded twice unless the back end fuses it. */
    V madd(V a, V b, V c);

    /** {@code a / b}. */
    V divide(V a, V b);

    /** b where {@code b < a}, else a: a NaN in a stays, one in b is passed over. */
    V min(V a, V b);

    /** b where {@code a < b}, else a: a NaN in a stays, one in b is passed over. */
    V max(V a, V b);

    /** {@code −x}. */
    V negate(V x);

    /** {@code |x|}. */
    V abs(V x);

    /** {@code √x}. */
    V sqrt(V x);

    /** The nearest whole number, ties to even. */
    V round(V x);

    /** The mask of {@code a < b}. */
    V less(V a, V b);

    /** The mask of {@code a ≤ b}. */
    V lessEqual(V a, V b);

    /** The mask of {@code a = b}; a NaN equals nothing. */
    V equal(V a, V b);

    /** a where the mask holds, else b. */
    V select(V mask, V a, V b);

    /** 2ⁿ of a whole number n from −126 to 127. */
    V powerOfTwo(V n);

    /** The exponent e of a normal number {@code s · 2ᵉ} above 0, s from 1 to below 2. */
    V exponent(V x);

    /** The significand s of a normal number {@code s · 2ᵉ} above 0, from 1 to below 2. */
    V significand(V x);
}
