package org.fallline.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.problem.FormulaNames.FormulaConstant;
import org.fallline.problem.FormulaNames.FormulaFunction;
import org.fallline.problem.FormulaNames.Kind;
import org.fallline.tensor.Shape;

/** Reads the grammar of {@link Formula} by recursive descent, making nodes as it goes: the graph is the syntax tree. */
final class FormulaParser {
    /** Parentheses, signs and powers nest at most so deep, since the stack of a browser is not ours to overflow. */
    private static final int MAX_DEPTH = 100;

    private static final String OPERAND = "a number, a variable, a function or '('";

    private final FormulaScanner scanner;
    private final FormulaWords words;
    private final Map<String, Node> columns;
    private final Function<String, Node> variable;

    /** The names of the word that is being read which are still to come. */
    private Iterator<String> names = Collections.emptyIterator();

    private int depth;

    /** Whether the innermost thing that is open is a bar, which the next bar closes. */
    private boolean inBars;

    /** How many variables and columns were read: what was read without any is a constant. */
    private int uses;

    /** Where the first column stands that no reduction made a number of, or −1. */
    private int column = -1;

    FormulaParser(String text, Map<String, Node> columns, Function<String, Node> variable) {
        this.scanner = new FormulaScanner(text);
        this.words = new FormulaWords(columns.keySet());
        this.columns = columns;
        this.variable = variable;
    }

    Node parse() {
        if (scanner.isAtEnd()) {
            throw scanner.error("the formula is empty: expected something like x^2 + y^2");
        }
        int equals = scanner.definition();
        if (equals >= 0) {
            throw FormulaScanner.error(
                    "a formula is only what stands behind the equals sign: leave out what stands before it", equals);
        }
        Node node = sum();
        if (scanner.isAt(")")) {
            throw scanner.error("a ')' without its '('");
        }
        if (!scanner.isAtEnd()) {
            throw scanner.unexpected("an operator or the end of the formula");
        }
        if (!isNumber(node)) {
            throw FormulaScanner.error(
                    "a column of " + node.shape().size()
                            + " numbers is left over: expected one number, so put sum(…) or mean(…) around it",
                    column);
        }
        return node;
    }

    private static boolean isNumber(Node node) {
        return node.shape().equals(Shape.SCALAR);
    }

    private Node sum() {
        Node node = product();
        while (true) {
            if (scanner.accept("+")) {
                node = Ops.add(node, product());
            } else if (acceptMinus()) {
                node = Ops.subtract(node, product());
            } else {
                return node;
            }
        }
    }

    private Node product() {
        Node node = signed();
        while (true) {
            if (!scanner.isAt("**") && acceptAny("*", "·", "⋅", "∗", "×")) {
                node = Ops.multiply(node, signed());
            } else if (acceptAny("/", "÷", "∕", "⁄")) {
                node = Ops.divide(node, signed());
            } else if (isAtFactor()) {
                enter();
                node = Ops.multiply(node, power());
                depth--;
            } else {
                return node;
            }
        }
    }

    /** Whether something begins that multiplies what stands before it without a sign. */
    private boolean isAtFactor() {
        char c = scanner.peek();
        return c == '(' || c == '√' || (c == '|' && !inBars) || FormulaWords.isLetter(c);
    }

    private Node signed() {
        enter();
        Node node;
        if (acceptMinus()) {
            node = Ops.negate(signed());
        } else if (scanner.accept("+")) {
            node = signed();
        } else {
            node = power();
        }
        depth--;
        return node;
    }

    private Node power() {
        if (scanner.accept("√")) {
            enter();
            Node root = Ops.sqrt(power());
            depth--;
            return root;
        }
        int before = uses;
        Node base = atom();
        boolean isE = uses == before && isConstant(base, Math.E);
        Double raised = scanner.superscript();
        if (raised != null) {
            return power(base, isE, Ops.constant(raised), true);
        }
        if (acceptAny("^", "**")) {
            int uncounted = uses;
            Node exponent = signed();
            return power(base, isE, exponent, uses == uncounted);
        }
        return base;
    }

    private static Node power(Node base, boolean isE, Node exponent, boolean isConstant) {
        if (isConstant && isConstant(exponent, 2)) {
            return Ops.square(base);
        }
        return isE ? Ops.exp(exponent) : Ops.power(base, exponent);
    }

    private static boolean isConstant(Node node, double value) {
        return node.isConcrete() && isNumber(node) && node.value().item() == value;
    }

    private Node atom() {
        int start = scanner.at();
        if (scanner.isAtNumber()) {
            return Ops.constant(scanner.number());
        }
        if (FormulaWords.isLetter(scanner.peek())) {
            return name();
        }
        if (scanner.accept("(")) {
            boolean outer = inBars;
            inBars = false;
            Node node = closed(sum(), start, "(", ")");
            inBars = outer;
            return node;
        }
        if (scanner.accept("|")) {
            boolean outer = inBars;
            inBars = true;
            Node node = closed(sum(), start, "|", "|");
            inBars = outer;
            return Ops.abs(node);
        }
        throw scanner.unexpected(OPERAND);
    }

    /** Passes what closes a node, or points at what opened it if nothing does. */
    private Node closed(Node node, int opened, String opening, String closing) {
        if (scanner.accept(closing)) {
            return node;
        }
        if (scanner.isAtEnd()) {
            throw FormulaScanner.error("'" + opening + "' is never closed: a '" + closing + "' is missing", opened);
        }
        throw scanner.unexpected("an operator or '" + closing + "'");
    }

    private Node name() {
        int start = scanner.at();
        if (!names.hasNext()) {
            String word = scanner.word();
            names = words.names(word, scanner.isFollowedBy(word, '('), start).iterator();
        }
        String name = names.next();
        scanner.pass(name.length());
        FormulaFunction function = FormulaNames.function(name);
        if (function != null) {
            return call(function);
        }
        FormulaConstant constant = FormulaNames.constant(name);
        if (constant != null) {
            return Ops.constant(constant.value()).named(name);
        }
        uses++;
        Node data = columns.get(name);
        if (data == null) {
            return variable.apply(name);
        }
        column = column < 0 ? start : column;
        return data;
    }

    /** A function's arguments; {@code sin²(x)} is the square of the sine. */
    private Node call(FormulaFunction function) {
        int raisedAt = scanner.at();
        Double raised = scanner.superscript();
        if (raised != null && raised < 0) {
            throw FormulaScanner.error(
                    "the power of a function's name reads in two ways: write 1/" + function.usage()
                            + ", or the name of the inverse function",
                    raisedAt);
        }
        int opened = scanner.at();
        if (!scanner.accept("(")) {
            throw scanner.unexpected("'(' after " + function.name() + ", as in " + function.usage() + ",");
        }
        boolean outer = inBars;
        inBars = false;
        int before = column;
        List<Node> arguments = arguments(function, opened);
        inBars = outer;
        Node value = reduced(function, arguments, before, opened);
        return raised == null ? value : power(value, false, Ops.constant(raised), true);
    }

    private List<Node> arguments(FormulaFunction function, int opened) {
        List<Node> arguments = new ArrayList<>();
        if (!scanner.isAt(")")) {
            arguments.add(function.kind() == Kind.CHOICE ? comparison() : sum());
        }
        while (scanner.isAt(",")) {
            if (arguments.size() == function.most()) {
                throw scanner.error(wrongArity(function, "another"));
            }
            scanner.accept(",");
            arguments.add(sum());
        }
        if (scanner.isAt(")") && arguments.size() < function.least()) {
            throw scanner.error(wrongArity(function, arguments.isEmpty() ? "none" : "only " + arguments.size()));
        }
        if (!scanner.accept(")")) {
            closed(arguments.get(0), opened, "(", ")");
        }
        return arguments;
    }

    private Node comparison() {
        Node left = sum();
        if (acceptAny("<=", "≤")) {
            return Ops.lessEqual(left, sum());
        }
        if (acceptAny(">=", "≥")) {
            return Ops.greaterEqual(left, sum());
        }
        if (acceptAny("==")) {
            return Ops.equal(left, sum());
        }
        if (acceptAny("!=", "≠")) {
            return Ops.notEqual(left, sum());
        }
        if (acceptAny("<")) {
            return Ops.less(left, sum());
        }
        if (acceptAny(">")) {
            return Ops.greater(left, sum());
        }
        throw scanner.unexpected("a comparison such as x > 0");
    }

    private static String wrongArity(FormulaFunction function, String found) {
        return function.name() + " takes " + function.arity() + ", as in " + function.usage() + ", but found " + found;
    }

    /** The value of a call; a reduction makes a number of the columns that stand since a place. */
    private Node reduced(FormulaFunction function, List<Node> arguments, int before, int opened) {
        if (function.reduces(arguments.size())) {
            if (isNumber(arguments.get(0))) {
                throw FormulaScanner.error(
                        function.name() + (function.kind() == Kind.EITHER ? " of one argument" : "")
                                + " goes over the rows of data, but "
                                + (columns.isEmpty()
                                        ? "this formula has no data"
                                        : "there is none of the columns " + String.join(", ", columns.keySet())
                                                + " in these parentheses"),
                        opened);
            }
            column = before;
        }
        return function.function().apply(arguments);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw scanner.error("nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private boolean acceptMinus() {
        return acceptAny("-", "−", "–");
    }

    private boolean acceptAny(String... symbols) {
        for (String symbol : symbols) {
            if (scanner.accept(symbol)) {
                return true;
            }
        }
        return false;
    }
}
