package org.fallline.nn;

import java.util.function.UnaryOperator;
import org.fallline.autodiff.Node;

/**
 * What a layer does to its weighted sums.
 *
 * @param isNonNegative whether no result is negative, so that labels of −1 are out of reach
 * @param function of (n, units), of the same shape
 */
public record Activation(boolean isNonNegative, UnaryOperator<Node> function) {
    /** The activations of some weighted sums. */
    public Node apply(Node x) {
        return function.apply(x);
    }
}
