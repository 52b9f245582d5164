package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.jspecify.annotations.Nullable;

/** One stage of a model, as data: from a row of numbers for each example to another row. */
public sealed interface Layer permits Dense, Dropout, LayerNormalization, BatchNormalization {
    /** How many numbers come out for each example. */
    int units(int inputs);

    /** What is learned. */
    List<Parameter> parameters(int inputs);

    /**
     * The outputs.
     *
     * @param x (n, inputs)
     * @param parameters one node each of {@link #parameters}, in order
     * @param pass gives what else the layer needs
     * @return (n, units)
     */
    Node apply(Node x, List<Node> parameters, Pass pass);

    /** What the loss has added for these parameters, a scalar; null if nothing. */
    default @Nullable Node penalty(List<Node> parameters) {
        return null;
    }

    /** Whether the parameters are learned; if not, they stay as they begin, whatever an optimizer does to others. */
    default boolean trainable() {
        return true;
    }

    /** What the layer is, in few words: {@code 4 tanh}. */
    String text();

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case, so that a new case breaks every consumer at compile time. */
    interface Visitor<R> {
        R dense(Dense layer);

        R dropout(Dropout layer);

        R layerNormalization(LayerNormalization layer);

        R batchNormalization(BatchNormalization layer);
    }
}
