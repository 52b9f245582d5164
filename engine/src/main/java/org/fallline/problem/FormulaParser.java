package org.fallline.problem;

import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.problem.FormulaNames.FormulaConstant;
import org.fallline.problem.FormulaNames.FormulaFunction;

/** Reads the grammar of {@link Formula} by recursive descent, making nodes as it goes: the graph is the syntax tree. */
final class FormulaParser {
    /** Parentheses, signs and powers nest at most so deep, since the stack of a browser is not ours to overflow. */
    private static final int MAX_DEPTH = 100;

    private static final String OPERAND = "a number, a variable, a function or '('";

    private final String text;
    private final Function<String, Node> variable;
    private int at;
    private int depth;

    FormulaParser(String text, Function<String, Node> variable) {
        this.text = text;
        this.variable = variable;
    }

    Node parse() {
        skipSpace();
        if (at == text.length()) {
            throw error("the formula is empty: expected something like x^2 + y^2");
        }
        Node node = sum();
        if (at < text.length()) {
            throw error("expected an operator or the end of the formula but found " + here());
        }
        return node;
    }

    private Node sum() {
        Node node = product();
        while (true) {
            if (accept("+")) {
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
            if (!text.startsWith("**", at) && (accept("*") || accept("·") || accept("×"))) {
                node = Ops.multiply(node, signed());
            } else if (accept("/") || accept("÷")) {
                node = Ops.divide(node, signed());
            } else if (peek() == '(' || isLetter(peek())) {
                enter();
                node = Ops.multiply(node, power());
                depth--;
            } else {
                return node;
            }
        }
    }

    private Node signed() {
        enter();
        Node node;
        if (acceptMinus()) {
            node = Ops.negate(signed());
        } else if (accept("+")) {
            node = signed();
        } else {
            node = power();
        }
        depth--;
        return node;
    }

    private Node power() {
        Node base = atom();
        if (accept("²")) {
            return Ops.square(base);
        }
        if (accept("³")) {
            return Ops.power(base, Ops.constant(3));
        }
        if (accept("^") || accept("**")) {
            Node exponent = signed();
            if (exponent.isConcrete() && exponent.value().item() == 2) {
                return Ops.square(base);
            }
            return base.isConcrete() && base.value().item() == Math.E ? Ops.exp(exponent) : Ops.power(base, exponent);
        }
        return base;
    }

    private Node atom() {
        char c = peek();
        if (isDigit(c) || c == '.') {
            return number();
        }
        if (isLetter(c)) {
            return word();
        }
        if (accept("(")) {
            return closed(sum());
        }
        throw error("expected " + OPERAND + " but found " + here());
    }

    private Node number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at == start + 1 && text.charAt(start) == '.') {
            at = start;
            throw error("expected a digit beside the point");
        }
        exponent();
        String digits = text.substring(start, at);
        double value = Decimal.parse(grammatical(digits));
        if (!Real.isFinite(value)) {
            at = start;
            throw error("the number " + digits + " is beyond the range of a double");
        }
        skipSpace();
        return Ops.constant(value);
    }

    /** An exponent if digits follow: in 2e the e is the constant, in 2e3 it is not. */
    private void exponent() {
        int next = at + 1;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            if (next < text.length() && (text.charAt(next) == '-' || text.charAt(next) == '+')) {
                next++;
            }
            if (next < text.length() && isDigit(text.charAt(next))) {
                at = next;
                digits();
            }
        }
    }

    /** With a digit on both sides of the point and no superfluous zero in front, as JSON writes numbers. */
    private static String grammatical(String digits) {
        String number = digits.startsWith(".") ? "0" + digits : digits;
        int zeros = 0;
        while (zeros + 1 < number.length() && number.charAt(zeros) == '0' && isDigit(number.charAt(zeros + 1))) {
            zeros++;
        }
        number = number.substring(zeros);
        int point = number.indexOf('.');
        boolean bare = point >= 0 && (point + 1 == number.length() || !isDigit(number.charAt(point + 1)));
        return bare ? number.substring(0, point) + number.substring(point + 1) : number;
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Node word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        skipSpace();
        FormulaFunction function = FormulaNames.function(name);
        if (function != null) {
            if (!accept("(")) {
                throw error("expected '(' after " + name + " but found " + here());
            }
            return function.function().apply(closed(sum()));
        }
        FormulaConstant constant = FormulaNames.constant(name);
        if (constant != null) {
            return Ops.constant(constant.value()).named(name);
        }
        if (name.length() > 1 && peek() == '(') {
            at = start;
            throw error("there is no function " + name + "; there is " + FormulaNames.functionNames());
        }
        return variable.apply(name);
    }

    private Node closed(Node node) {
        if (!accept(")")) {
            throw error("expected an operator or ')' but found " + here());
        }
        return node;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private boolean acceptMinus() {
        return accept("-") || accept("−");
    }

    private boolean accept(String symbol) {
        if (!text.startsWith(symbol, at)) {
            return false;
        }
        at += symbol.length();
        skipSpace();
        return true;
    }

    private void skipSpace() {
        // Space characters are no white space to Java where lines do not break: formulas copied from pages have them.
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
    }

    /** The character at the position, or NUL past the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private String here() {
        if (at == text.length()) {
            return "the end of the formula";
        }
        return "'" + text.substring(at, at + Character.charCount(text.codePointAt(at))) + "'";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c) || (c >= '₀' && c <= '₉');
    }

    private FormulaException error(String message) {
        return new FormulaException(message, at);
    }
}
