package org.fallline.nn;

import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.jspecify.annotations.Nullable;

/**
 * A price on large weights, added to the loss: {@code l1·Σ|w| + l2·Σw²}, as Keras's {@code L1L2} has it.
 *
 * <p>Derivative by w: {@code l1·sign(w) + 2·l2·w}; at 0, 0. Sources: A. E. Hoerl, R. W. Kennard, <i>Ridge Regression</i>,
 * Technometrics 12(1), 1970; R. Tibshirani, <i>Regression Shrinkage and Selection via the Lasso</i>, JRSS B 58(1), 1996.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record Regularization(double l1, double l2) {
    /** None. */
    public static final Regularization NONE = new Regularization(0, 0);

    /** The price of some weights, a scalar; null if there is none. */
    @Nullable Node penalty(Node weights) {
        Node sum = null;
        if (l1 != 0) {
            sum = Ops.multiply(Ops.constant(l1), Ops.sum(Ops.abs(weights)));
        }
        if (l2 != 0) {
            Node squares = Ops.multiply(Ops.constant(l2), Ops.sum(Ops.square(weights)));
            sum = sum == null ? squares : Ops.add(sum, squares);
        }
        return sum;
    }
}
