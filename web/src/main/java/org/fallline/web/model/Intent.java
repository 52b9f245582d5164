package org.fallline.web.model;

import java.util.function.UnaryOperator;

/**
 * An action of the visitor, as a value.
 *
 * @param label what it does, for a menu or a tooltip
 * @param key the key that means it (a {@code KeyboardEvent.key}), or empty
 * @param change from one state to the next; pure
 */
public record Intent(String label, String key, UnaryOperator<State> change) {
    /** An intent without a key. */
    public Intent(String label, UnaryOperator<State> change) {
        this(label, "", change);
    }

    public State apply(State state) {
        return change.apply(state);
    }
}
