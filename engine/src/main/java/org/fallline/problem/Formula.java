package org.fallline.problem;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * A typed formula: a number that is a function of scalar variables, and of columns of data if there are any.
 *
 * <pre>
 * sum      = product (('+' | '-') product)*
 * product  = signed (('*' | '/') signed | power)*       — the second form is an implied product: 2xy, x(y+1), 3 sin(x)
 * signed   = ('+' | '-')* power
 * power    = '√' power                                  — √x^2 is √(x^2), and √2x is √2·x
 *          | atom (raised | ('^' | '**') signed)?       — so -x^2 is -(x^2), 2^3^2 is 2^(3^2), and x^yz is x^y·z
 * atom     = number | variable | column | constant | '(' sum ')' | '|' sum '|'
 *          | function raised? '(' sum (',' sum)* ')'    — sin²(x) is sin(x)²
 *          | 'where' '(' sum ('<' | '<=' | '>' | '>=' | '==' | '!=') sum ',' sum ',' sum ')'
 * raised   = ('⁺' | '⁻')? ('⁰' … '⁹')+                  — x⁻¹, x¹⁰
 * </pre>
 *
 * <p>Operators have their signs of mathematics too: {@code − · × ⋅ ÷ ≤ ≥ ≠}. A bar in the place of an operator closes the bars if the
 * innermost open thing is a bar; elsewhere it opens them: {@code |x||y|} is a product, {@code |2 + |x||} needs no parentheses.
 *
 * <p>Functions and constants are those of {@link FormulaNames}. A word that is none of them is a product of letters, each with
 * the digits and subscripts behind it: {@code 2xy} is {@code 2·x·y}, while {@code x1}, {@code x₁}, {@code w_in}, {@code alpha} and
 * the name of a column are one name each. {@code xsin(y)} is {@code x·sin(y)}; more than one letter before a function in one
 * word, and more than two before another parenthesis, are refused as the name of a function that there is not. A power takes
 * one factor: {@code xy^2} is {@code x·y^2}. Products and quotients go from left to right: {@code 1/2x} is {@code (1/2)·x}.
 *
 * <p>Arithmetic and functions go over columns row by row; {@code sum}, {@code mean}, {@code variance}, and
 * {@code max} and {@code min} of one argument, make a number of a column. Angles are in
 * radians.
 */
public final class Formula {
    /** The longest formula that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 2000;

    private final String text;
    private final Columns columns;
    private final List<String> variables;

    private Formula(String text, Columns columns, List<String> variables) {
        this.text = text;
        this.columns = columns;
        this.variables = List.copyOf(variables);
    }

    /**
     * Reads a formula of variables alone.
     *
     * @throws FormulaException with the position of the first error and what was expected there
     */
    public static Formula parse(String text) {
        return parse(text, Columns.NONE);
    }

    /**
     * Reads a formula of variables and columns of data: a name is a column if there is one of this name, else a variable.
     *
     * @throws FormulaException with the position of the first error and what was expected there
     */
    public static Formula parse(String text, Columns columns) {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    "a formula has at most " + MAX_LENGTH + " characters but this one has " + text.length(),
                    MAX_LENGTH);
        }
        List<String> variables = new ArrayList<>();
        new FormulaParser(text, columns.nodes(false), name -> {
                    if (!variables.contains(name)) {
                        variables.add(name);
                    }
                    return Ops.input(name, Shape.SCALAR);
                })
                .parse();
        return new Formula(text, columns, variables);
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
     * The formula of some nodes, a scalar.
     *
     * @param values one scalar a variable, in the order of {@link #variables()}; if all of them are concrete, so is the result
     */
    public Node apply(List<Node> values) {
        if (values.size() != variables.size()) {
            throw new IllegalArgumentException(
                    "the formula has " + variables.size() + " variables " + variables + ", not " + values.size());
        }
        boolean concrete = values.stream().allMatch(Node::isConcrete);
        return new FormulaParser(text, columns.nodes(concrete), name -> values.get(variables.indexOf(name))).parse();
    }
}
