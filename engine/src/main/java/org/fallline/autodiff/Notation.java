package org.fallline.autodiff;

import java.util.List;

/**
 * How mathematics writes an application of an op.
 *
 * @param symbol the operator's sign or the function's name
 * @param form where the symbol stands
 * @param precedence how tightly it binds; a looser operand is put in parentheses
 */
public record Notation(String symbol, Form form, int precedence) {
    /** Binds like a comparison. */
    public static final int RELATION = 0;
    /** Binds like a sum. */
    public static final int SUM = 1;
    /** Binds like a product. */
    public static final int PRODUCT = 2;
    /** Binds like a sign. */
    public static final int SIGN = 3;
    /** Binds like a power. */
    public static final int POWER = 4;
    /** Binds like a name or a number. */
    public static final int ATOM = 5;

    /** Where a symbol stands. */
    public enum Form {
        /** f(a, b). */
        FUNCTION,
        /** a + b. */
        INFIX,
        /** −a. */
        PREFIX,
        /** a². */
        POSTFIX,
        /** |a|. */
        AROUND
    }

    /** As in {@code sin(x)}. */
    public static Notation function(String name) {
        return new Notation(name, Form.FUNCTION, ATOM);
    }

    /** As in {@code a + b}. */
    public static Notation infix(String symbol, int precedence) {
        return new Notation(symbol, Form.INFIX, precedence);
    }

    /** As in {@code −a}. */
    public static Notation prefix(String symbol) {
        return new Notation(symbol, Form.PREFIX, SIGN);
    }

    /** As in {@code a²}. */
    public static Notation postfix(String symbol) {
        return new Notation(symbol, Form.POSTFIX, POWER);
    }

    /** As in {@code |a|}. */
    public static Notation around(String symbol) {
        return new Notation(symbol, Form.AROUND, ATOM);
    }

    /** An operand: its text and how tightly that text binds. */
    public record Operand(String text, int precedence) {
        private String within(int context, boolean strictly) {
            return precedence < context || (strictly && precedence == context) ? "(" + text + ")" : text;
        }
    }

    /** The application to operands, with the parentheses it needs and no others. */
    public Operand apply(List<Operand> operands) {
        return new Operand(text(operands), precedence);
    }

    private String text(List<Operand> operands) {
        Operand first = operands.get(0);
        return switch (form) {
            case FUNCTION -> function(operands);
            case PREFIX -> symbol + first.within(precedence, true);
            case POSTFIX -> first.within(precedence, true) + symbol;
            case AROUND -> symbol + first.text() + symbol;
            case INFIX ->
                first.within(precedence, precedence == POWER)
                        + symbol
                        + operands.get(1).within(precedence, true);
        };
    }

    private String function(List<Operand> operands) {
        StringBuilder out = new StringBuilder(symbol).append('(');
        String separator = "";
        for (Operand operand : operands) {
            out.append(separator).append(operand.text());
            separator = ", ";
        }
        return out.append(')').toString();
    }
}
