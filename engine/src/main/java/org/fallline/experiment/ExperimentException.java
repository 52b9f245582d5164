package org.fallline.experiment;

/** An experiment that is refused: what is wrong, where, and what would be right. */
public final class ExperimentException extends IllegalArgumentException {
    private final String pointer;
    private final int position;

    /**
     * @param pointer the JSON pointer (RFC 6901) of the field, empty for the whole
     * @param position the 0-based index in a formula, or −1 where there is none
     */
    public ExperimentException(String pointer, String message, int position) {
        super(message);
        this.pointer = pointer;
        this.position = position;
    }

    /** The JSON pointer (RFC 6901) of the field that is wrong, empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** The 0-based index in the formula of what is wrong, or −1 if it is not a formula. */
    public int position() {
        return position;
    }
}
