package org.fallline.autodiff;

import org.fallline.math.Decimal;
import org.fallline.math.Key;

/**
 * The vocabulary, continued: what networks put behind their layers, composed of element-wise functions and reductions. Those that
 * are primitives are in {@link Ops}: {@code relu}, {@code sigmoid}, {@code softplus}, {@code tanh}.
 *
 * <p>A branch that is not taken is kept from overflowing by a choice on its argument: 0 · ∞ would come back from it as NaN.
 */
public final class Activations {
    /** α of {@link #selu}, so that activations keep mean 0 and variance 1. Source: Klambauer et al. 2017, appendix A. */
    private static final double SELU_ALPHA = 1.6732632423543772;

    /** λ of {@link #selu}. */
    private static final double SELU_SCALE = 1.0507009873554805;

    /** √2. */
    private static final double ROOT_TWO = 1.4142135623730951;

    /** √(2/π). */
    private static final double ROOT_TWO_OVER_PI = 0.7978845608028654;

    /** Of the cubic term that makes tanh follow the error function. Source: Hendrycks and Gimpel 2016, section 2. */
    private static final double GELU_CUBIC = 0.044715;

    private Activations() {}

    /**
     * x where it is positive, else {@code α · x}; NaN stays NaN. Derivative: ȳ where x is positive, else {@code α · ȳ},
     * also at 0 and for NaN. Source: TensorFlow API, {@code tf.nn.leaky_relu}, whose α is 0.2.
     */
    public static Node leakyRelu(Node x, double alpha) {
        return Ops.where(positive(x), x, Ops.multiply(Ops.constant(alpha), x));
    }

    /**
     * x where it is not negative, else {@code α (eˣ − 1)}: −α at −∞; NaN stays NaN. Derivative: ȳ where x is not
     * negative, also at 0 and for NaN, else {@code ȳ · α eˣ}. Source: D.-A. Clevert et al., <i>Fast and Accurate Deep
     * Network Learning by Exponential Linear Units</i>, ICLR 2016; TensorFlow API, {@code tf.nn.elu}, whose α is 1.
     */
    public static Node elu(Node x, double alpha) {
        Node negative = Ops.less(x, Ops.constant(0));
        Node exponential = Ops.expm1(Ops.where(negative, x, Ops.constant(0)));
        return Ops.where(negative, Ops.multiply(Ops.constant(alpha), exponential), x);
    }

    /**
     * {@code λ · elu(x, α)} with λ ≈ 1.0507 and α ≈ 1.6733: −λα at −∞. Derivative: λ times that of {@link #elu}, so
     * {@code λ · ȳ} at 0 and for NaN. Source: G. Klambauer et al., <i>Self-Normalizing Neural Networks</i>, NeurIPS
     * 2017; TensorFlow API, {@code tf.nn.selu}.
     */
    public static Node selu(Node x) {
        return Ops.multiply(Ops.constant(SELU_SCALE), elu(x, SELU_ALPHA));
    }

    /**
     * {@code x · Φ(x) = x/2 · (1 + erf(x/√2))}: x at ∞; NaN at −∞, where it is ∞ · 0, as in TensorFlow. Derivative:
     * {@code ȳ · (Φ(x) + x · φ(x))}, φ being the density e^(−x²/2)/√(2π); ȳ/2 at 0, NaN at ±∞. Source: D. Hendrycks, K.
     * Gimpel, <i>Gaussian Error Linear Units</i>, arXiv:1606.08415; TensorFlow API, {@code tf.nn.gelu}.
     */
    public static Node gelu(Node x) {
        return halfGated(x, Ops.erf(Ops.divide(x, Ops.constant(ROOT_TWO))));
    }

    /**
     * {@link #gelu} within 5e-4 by {@code x/2 · (1 + tanh u)}, {@code u = √(2/π) (x + 0.044715 x³)}; NaN at −∞.
     * Derivative: {@code ȳ/2 · (1 + tanh u + x u′ (1 − tanh² u))}, NaN where x² is infinite. Source: as there, with
     * {@code approximate=True}.
     */
    public static Node geluTanh(Node x) {
        Node cube = Ops.multiply(Ops.square(x), x);
        Node inner = Ops.add(x, Ops.multiply(Ops.constant(GELU_CUBIC), cube));
        return halfGated(x, Ops.tanh(Ops.multiply(Ops.constant(ROOT_TWO_OVER_PI), inner)));
    }

    private static Node halfGated(Node x, Node gate) {
        return Ops.multiply(Ops.multiply(Ops.constant(0.5), x), Ops.add(Ops.constant(1), gate));
    }

    /**
     * {@code x · σ(βx)}: for β > 0 x at ∞; NaN at −∞, where it is ∞ · 0, as in TensorFlow. Derivative:
     * {@code ȳ · (s + βx · s(1 − s))} with {@code s = σ(βx)}; ȳ/2 at 0, NaN at ±∞. Source: P. Ramachandran et al.,
     * <i>Searching for Activation Functions</i>, arXiv:1710.05941; TensorFlow API, {@code tf.nn.swish}, whose β is 1.
     */
    public static Node swish(Node x, double beta) {
        return Ops.multiply(x, Ops.sigmoid(Ops.multiply(Ops.constant(beta), x)));
    }

    /**
     * {@code eˣ / Σ eˣ} along an axis, computed of {@code x − max x}, which does not overflow; 0 at −∞, NaN along an axis that has a
     * NaN, an ∞, or −∞ only. Derivative: {@code y · (ȳ − Σ ȳ y)}. Source: TensorFlow API, {@code tf.nn.softmax}.
     *
     * @param axis negative ones count from the last
     */
    public static Node softmax(Node x, int axis) {
        Axes along = Axes.of("softmax", x.shape(), axis);
        Node exponentials = Ops.exp(Ops.subtract(x, Ops.stopGradient(Reductions.maxAlong(x, along))));
        return Ops.divide(exponentials, Reductions.sumAlong(exponentials, along));
    }

    /**
     * {@code x − ln Σ eˣ} along an axis, exact also where the softmax itself rounds to 0 or 1; −∞ at −∞, NaN along an axis that has a
     * NaN, an ∞, or −∞ only. Derivative: {@code ȳ − softmax x · Σ ȳ}. Source: TensorFlow API, {@code tf.nn.log_softmax}.
     *
     * @param axis negative ones count from the last
     */
    public static Node logSoftmax(Node x, int axis) {
        Axes along = Axes.of("logSoftmax", x.shape(), axis);
        Node shifted = Ops.subtract(x, Ops.stopGradient(Reductions.maxAlong(x, along)));
        return Ops.subtract(shifted, Ops.log(Reductions.sumAlong(Ops.exp(shifted), along)));
    }

    /**
     * x with about a share {@code rate} of its elements made 0, NaN and ±∞ too, and the others divided by
     * {@code 1 − rate}, which keeps the expected sum; x itself for a rate of 0. Which ones depends on the key and the
     * count only, so a step can be run again. Derivative: ȳ, changed in the same way. Source: N. Srivastava et al.,
     * <i>Dropout</i>, JMLR 15 (2014); TensorFlow API, {@code tf.nn.dropout}.
     *
     * @param rate from 0 to below 1
     * @param count a whole number, such as a training step's: each has zeros of its own
     */
    public static Node dropout(Node x, double rate, Key key, Node count) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "dropout: the rate " + Decimal.text(rate) + " must be from 0 to below 1");
        }
        if (rate == 0) {
            return x;
        }
        Node kept = Ops.greaterEqual(Ops.uniform(key, x.shape(), count), Ops.constant(rate));
        return Ops.where(kept, Ops.multiply(Ops.constant(1 / (1 - rate)), x), Ops.constant(0));
    }

    private static Node positive(Node x) {
        return Ops.greater(x, Ops.constant(0));
    }
}
