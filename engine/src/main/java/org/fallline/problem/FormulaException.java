package org.fallline.problem;

/** A formula that cannot be read: what is wrong, and where. */
public final class FormulaException extends IllegalArgumentException {
    private final String formula;
    private final int position;

    /**
     * What is wrong with a formula.
     *
     * @param position 0-based index in UTF-16 units of the character that cannot stand where it does
     */
    public FormulaException(String message, String formula, int position) {
        super(message + " at position " + (position + 1));
        this.formula = formula;
        this.position = position;
    }

    /** The 0-based index in UTF-16 units of the character that cannot stand where it does; the length for the end. */
    public int position() {
        return position;
    }

    /** The formula, and under it a caret at the position. */
    public String pointed() {
        return formula + "\n" + " ".repeat(position) + "^";
    }
}
