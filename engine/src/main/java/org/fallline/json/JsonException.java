package org.fallline.json;

/** A text that is not JSON: what was expected, and where. */
public final class JsonException extends RuntimeException {
    private final int line;
    private final int column;

    /**
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     */
    public JsonException(String message, int line, int column) {
        super(message + " at line " + line + ", column " + column);
        this.line = line;
        this.column = column;
    }

    /** The 1-based line of the first character that cannot stand where it does. */
    public int line() {
        return line;
    }

    /** The 1-based column of that character. */
    public int column() {
        return column;
    }
}
