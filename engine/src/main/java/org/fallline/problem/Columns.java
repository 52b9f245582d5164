package org.fallline.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Tensor;

/**
 * Named columns of data, which a formula may use beside its variables.
 *
 * @param values one vector a name, all of one length; in the order of the names, so that equal data has equal texts
 */
public record Columns(Map<String, Tensor> values) {
    /** No data. */
    public static final Columns NONE = new Columns(Map.of());

    private static final int MAX_NAME = 50;

    /**
     * Checks the names and the lengths.
     *
     * @throws IllegalArgumentException if a name is no word or means something else in formulas, or the lengths differ
     */
    public Columns {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        List<String> names = new ArrayList<>(values.keySet());
        for (String name : names) {
            requireName(name);
            Tensor first = values.getOrDefault(names.get(0), Tensor.vector());
            Tensor column = values.getOrDefault(name, first);
            if (column.shape().rank() != 1 || !column.shape().equals(first.shape())) {
                throw new IllegalArgumentException("the column " + name + " has the shape " + column.shape() + " but "
                        + names.get(0) + " has " + first.shape() + "; columns are vectors of one length");
            }
        }
    }

    /**
     * Passes what can name a column: a word of letters, digits, subscripts and underscores that formulas do not read otherwise.
     *
     * @throws IllegalArgumentException for every other name
     */
    public static void requireName(String name) {
        if (!new FormulaScanner(name).word().equals(name) || name.isEmpty()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot name a column: expected a letter, then letters, digits and underscores, such as x_1");
        }
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "the name of a column has at most " + MAX_NAME + " characters, not " + name.length());
        }
        if (FormulaNames.function(name) != null || FormulaNames.constant(name) != null) {
            throw new IllegalArgumentException(
                    name + " cannot name a column: formulas have a function or a constant of this name");
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** How many numbers each column has. */
    public int rows() {
        return values.values().stream()
                .findFirst()
                .map(column -> column.shape().size())
                .orElse(0);
    }

    /**
     * One node a column.
     *
     * @param concrete whether a computation on them happens at once; else they stay in the graph
     */
    Map<String, Node> nodes(boolean concrete) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        values.forEach(
                (name, column) -> nodes.put(name, (concrete ? Ops.constant(column) : Ops.literal(column)).named(name)));
        return nodes;
    }
}
