package org.fallline.web.model;

import java.util.function.UnaryOperator;
import org.fallline.web.words.Phrase;

/**
 * An action of the visitor, as a value.
 *
 * @param label what it does, for a menu or a tooltip
 * @param key the key that means it (a {@code KeyboardEvent.key}), or empty
 * @param change from one state to the next; pure
 */
public record Intent(Phrase label, String key, UnaryOperator<State> change) {
    /** An intent without a key. */
    public Intent(Phrase label, UnaryOperator<State> change) {
        this(label, "", change);
    }

    public State apply(State state) {
        return change.apply(state);
    }
}
