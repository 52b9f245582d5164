package org.fallline.nn;

import java.util.function.BinaryOperator;
import org.fallline.autodiff.Node;

/**
 * How wrong predictions are: the mean over the examples.
 *
 * @param target what y stands for
 * @param border the prediction between two classes, where one unit tells them apart; 0 or ½ by the labels where y is a quantity
 * @param formula from target and prediction, both (n, m), to the loss, a scalar
 */
public record Loss(Target target, double border, BinaryOperator<Node> formula) {
    /** What the target of a prediction stands for. */
    public enum Target {
        /** Any numbers; classes are labelled by numbers. */
        QUANTITY,
        /** From 0 to 1, one number for each unit: how sure it is that the example belongs to the unit's class. */
        PROBABILITY,
        /** −1 or 1. */
        SIGN,
        /** From 0 to 1, adding up to 1: which of several classes the example belongs to, a unit each. */
        DISTRIBUTION
    }

    /** The loss of some predictions, a scalar. */
    public Node apply(Node target, Node prediction) {
        return formula.apply(target, prediction);
    }
}
