package org.fallline.problem;

/** A formula that cannot be read: what is wrong, and where. */
public final class FormulaException extends IllegalArgumentException {
    private final int position;

    /**
     * What is wrong with a formula.
     *
     * @param position 0-based index in UTF-16 units of the character that cannot stand where it does
     */
    public FormulaException(String message, int position) {
        super(message + " at position " + (position + 1));
        this.position = position;
    }

    /** The 0-based index in UTF-16 units of the character that cannot stand where it does; the length for the end. */
    public int position() {
        return position;
    }

    /** A formula, and on the line below it a caret under a position. */
    public static String pointed(String formula, int position) {
        return formula + "\n" + " ".repeat(position) + "^";
    }
}
