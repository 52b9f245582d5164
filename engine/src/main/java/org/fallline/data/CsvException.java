package org.fallline.data;

/** CSV text that cannot be read: where, what was found, and what was expected. */
public final class CsvException extends IllegalArgumentException {
    private final int line;
    private final int column;

    /**
     * What is wrong with a text.
     *
     * @param line from 1
     * @param column the field's number in its record, from 1
     */
    public CsvException(int line, int column, String message) {
        super("line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The field's number in its record, from 1. */
    public int column() {
        return column;
    }
}
