package org.fallline.data;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A number computed of other inputs, as one more input.
 *
 * @param columns the inputs it takes: x, y or both
 * @param value of x and y; where one is not among the columns, nothing depends on it
 */
public record Feature(List<String> columns, DoubleBinaryOperator value) {
    public Feature {
        columns = List.copyOf(columns);
    }
}
