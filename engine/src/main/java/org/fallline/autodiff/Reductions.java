package org.fallline.autodiff;

import java.util.function.BiFunction;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.tensor.Tensor;

/**
 * The vocabulary, continued: fewer elements from more, along chosen axes.
 *
 * <p>Axes count from 0, negative ones from the last; no axis means all of them. The axes disappear, as in NumPy and TensorFlow,
 * unless {@code keepDims} leaves them with an extent of 1: {@code (2, 3)} along axis 1 is {@code (2)} or {@code (2, 1)}.
 */
public final class Reductions {
    private Reductions() {}

    /**
     * The sum: 0 for none, NaN for a NaN or for both ∞ and −∞. Derivative: ȳ for every element. Source: TensorFlow API,
     * {@code tf.math.reduce_sum}.
     */
    public static Node sum(Node x, int... axes) {
        return sum(x, false, axes);
    }

    /** As {@link #sum(Node, int...)}. */
    public static Node sum(Node x, boolean keepDims, int... axes) {
        return axes.length == 0 && !keepDims ? Ops.sum(x) : reduced("sum", x, keepDims, axes, Reductions::sumAlong);
    }

    /**
     * The mean of n elements: NaN for none, for a NaN or for both ∞ and −∞. Derivative: {@code ȳ / n} for every
     * element. Source: TensorFlow API, {@code tf.math.reduce_mean}.
     */
    public static Node mean(Node x, int... axes) {
        return mean(x, false, axes);
    }

    /** As {@link #mean(Node, int...)}. */
    public static Node mean(Node x, boolean keepDims, int... axes) {
        return axes.length == 0 && !keepDims ? Ops.mean(x) : reduced("mean", x, keepDims, axes, Reductions::meanAlong);
    }

    /**
     * The greatest element: −∞ for none, NaN where one is NaN. Derivative: ȳ in equal parts to those that are greatest;
     * NaN where the result is. Source: TensorFlow API, {@code tf.math.reduce_max}.
     */
    public static Node max(Node x, int... axes) {
        return max(x, false, axes);
    }

    /** As {@link #max(Node, int...)}. */
    public static Node max(Node x, boolean keepDims, int... axes) {
        return reduced("max", x, keepDims, axes, Reductions::maxAlong);
    }

    /**
     * The least element: ∞ for none, NaN where one is NaN. Derivative: ȳ in equal parts to those that are least; NaN
     * where the result is. Source: TensorFlow API, {@code tf.math.reduce_min}.
     */
    public static Node min(Node x, int... axes) {
        return min(x, false, axes);
    }

    /** As {@link #min(Node, int...)}. */
    public static Node min(Node x, boolean keepDims, int... axes) {
        return reduced("min", x, keepDims, axes, (all, along) -> Ops.negate(maxAlong(Ops.negate(all), along)));
    }

    /**
     * The product: 1 for none, NaN for a NaN or where 0 meets ∞. Derivative: ȳ times the product of the others, right
     * also where elements are 0: the halves are multiplied with each other until one is left, never divided. Source:
     * TensorFlow API, {@code tf.math.reduce_prod}.
     */
    public static Node prod(Node x, int... axes) {
        return prod(x, false, axes);
    }

    /** As {@link #prod(Node, int...)}. */
    public static Node prod(Node x, boolean keepDims, int... axes) {
        return reduced("prod", x, keepDims, axes, (all, along) -> {
            Node product = all;
            for (int axis = 0; axis < all.shape().rank(); axis++) {
                product = along.contains(axis) ? prodAlong(product, axis) : product;
            }
            return product;
        });
    }

    private static Node prodAlong(Node x, int axis) {
        int n = x.shape().extent(axis);
        if (n == 0) {
            return Ops.constant(Tensor.filled(x.shape().withExtent(axis, 1), 1));
        }
        Node product = x;
        while (n > 1) {
            int half = n / 2;
            Node pairs = Ops.multiply(Layouts.slice(product, axis, 0, half), Layouts.slice(product, axis, half, half));
            boolean odd = n % 2 == 1;
            product = odd ? Layouts.concat(axis, pairs, Layouts.slice(product, axis, n - 1, 1)) : pairs;
            n = odd ? half + 1 : half;
        }
        return product;
    }

    /**
     * The variance {@code mean((x − mean x)²)} of the whole population; 0 for one element, NaN for none or where one is
     * not finite. Derivative: {@code ȳ · 2(x − mean x) / n}, NaN where the result is. Source: TensorFlow API,
     * {@code tf.math.reduce_variance}.
     */
    public static Node variance(Node x, int... axes) {
        return variance(x, false, axes);
    }

    /** As {@link #variance(Node, int...)}. */
    public static Node variance(Node x, boolean keepDims, int... axes) {
        return reduced("variance", x, keepDims, axes, (all, along) -> {
            Node deviation = Ops.subtract(all, meanAlong(all, along));
            return meanAlong(Ops.square(deviation), along);
        });
    }

    /**
     * {@code ln Σ eˣ}, computed as {@code m + ln Σ e^(x − m)} with the greatest element m, which does not overflow; −∞
     * for none and where all are −∞, ∞ where one is ∞, NaN where one is NaN. Derivative: {@code ȳ · softmax x}; where
     * the result is −∞ or NaN it is NaN, where it is ∞ 0 or NaN. Source: TensorFlow API,
     * {@code tf.math.reduce_logsumexp}.
     */
    public static Node logSumExp(Node x, int... axes) {
        return logSumExp(x, false, axes);
    }

    /** As {@link #logSumExp(Node, int...)}. */
    public static Node logSumExp(Node x, boolean keepDims, int... axes) {
        return reduced("logSumExp", x, keepDims, axes, (all, along) -> {
            Node shift = finiteMax(all, along);
            return Ops.add(Ops.log(sumAlong(Ops.exp(Ops.subtract(all, shift)), along)), shift);
        });
    }

    /** The greatest elements, or 0 where they are not finite: what exponentials are safely shifted by. No derivative flows to it. */
    private static Node finiteMax(Node x, Axes along) {
        Node max = Ops.stopGradient(maxAlong(x, along));
        return Ops.where(Ops.less(Ops.abs(max), Ops.constant(Double.POSITIVE_INFINITY)), max, Ops.constant(0));
    }

    static Node sumAlong(Node x, Axes along) {
        return Ops.sumTo(x, along.kept());
    }

    private static Node meanAlong(Node x, Axes along) {
        return Ops.divide(sumAlong(x, along), Ops.constant(along.count()));
    }

    static Node maxAlong(Node x, Axes along) {
        return Ops.apply(new MaxTo(along.kept()), x);
    }

    private static Node reduced(
            String name, Node x, boolean keepDims, int[] axes, BiFunction<Node, Axes, Node> keeping) {
        Axes along = Axes.of(name, x.shape(), axes);
        Node kept = keeping.apply(x, along);
        return keepDims ? kept : Layouts.reshape(kept, along.dropped());
    }
}
