package org.fallline.problem;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * A typed formula: a function of scalar variables.
 *
 * <pre>
 * sum      = product (('+' | '-') product)*
 * product  = signed (('*' | '/') signed | power)*       — the second form is an implied product: 2x, x(y+1), 3 sin(x)
 * signed   = ('+' | '-')* power
 * power    = atom ('²' | '³' | ('^' | '**') signed)?    — so -x^2 is -(x^2), and 2^3^2 is 2^(3^2)
 * atom     = number | variable | constant | function '(' sum ')' | '(' sum ')'
 * </pre>
 *
 * <p>Functions and constants are those of {@link FormulaNames}; any other word of letters, digits and underscores is a variable,
 * so {@code xy} is one variable and {@code x y} is a product. Angles are in radians.
 */
public final class Formula {
    /** The longest formula that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 2000;

    private final String text;
    private final List<String> variables;

    private Formula(String text, List<String> variables) {
        this.text = text;
        this.variables = List.copyOf(variables);
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaException with the position of the first error and what was expected there
     */
    public static Formula parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    "a formula has at most " + MAX_LENGTH + " characters but this one has " + text.length(),
                    MAX_LENGTH);
        }
        List<String> variables = new ArrayList<>();
        new FormulaParser(text, name -> {
                    if (!variables.contains(name)) {
                        variables.add(name);
                    }
                    return Ops.input(name, Shape.SCALAR);
                })
                .parse();
        return new Formula(text, variables);
    }

    /** The text that was read. */
    public String text() {
        return text;
    }

    /** The variables, in the order of their first appearance. */
    public List<String> variables() {
        return variables;
    }

    /**
     * The formula of some nodes.
     *
     * @param values one scalar a variable, in the order of {@link #variables()}
     */
    public Node apply(List<Node> values) {
        if (values.size() != variables.size()) {
            throw new IllegalArgumentException(
                    "the formula has " + variables.size() + " variables " + variables + ", not " + values.size());
        }
        return new FormulaParser(text, name -> values.get(variables.indexOf(name))).parse();
    }
}
