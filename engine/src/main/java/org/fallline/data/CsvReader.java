package org.fallline.data;

import java.util.ArrayList;
import java.util.List;

/**
 * CSV text cut into records.
 *
 * <pre>
 * text   = record (end-of-line record)* end-of-line?
 * record = field (delimiter field)*
 * field  = quote (any character but a quote | quote quote)* quote | any characters but delimiter, quote, end of line
 * </pre>
 *
 * <p>This is RFC 4180 with the delimiter left open. An end of line is a line feed, a carriage return or both. Blanks around a
 * field that is not quoted, and around the quotes of one that is, do not belong to it. Empty lines are no records. A byte order
 * mark at the beginning is skipped.
 */
final class CsvReader {
    private static final char QUOTE = '"';
    private static final char END = '\0';

    private final String text;
    private final char delimiter;
    private int position;
    private int line = 1;

    /**
     * A record and where it stands.
     *
     * @param line of its first character, from 1
     */
    record Row(int line, List<String> fields) {}

    private CsvReader(String text, char delimiter) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.delimiter = delimiter;
    }

    /**
     * The records of a text.
     *
     * @param most the number of records after which reading stops
     * @throws CsvException if a quote is missing or stands where none can
     */
    static List<Row> read(String text, char delimiter, int most) {
        CsvReader reader = new CsvReader(text, delimiter);
        List<Row> rows = new ArrayList<>();
        while (reader.position < reader.text.length() && rows.size() < most) {
            Row row = reader.row();
            if (row.fields().size() > 1 || !row.fields().get(0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int first = line;
        List<String> fields = new ArrayList<>();
        fields.add(field(1));
        while (peek() == delimiter && position < text.length()) {
            position++;
            fields.add(field(fields.size() + 1));
        }
        endLine();
        return new Row(first, fields);
    }

    private String field(int column) {
        skipBlanks();
        if (peek() == QUOTE) {
            return quoted(column);
        }
        int start = position;
        while (position < text.length() && peek() != delimiter && !isEndOfLine(peek())) {
            if (peek() == QUOTE) {
                throw new CsvException(
                        line,
                        column,
                        "a quote within a field: expected the whole field in quotes, and quotes in it doubled");
            }
            position++;
        }
        return text.substring(start, position).strip();
    }

    private String quoted(int column) {
        int firstLine = line;
        position++;
        StringBuilder out = new StringBuilder();
        while (position < text.length()) {
            char c = peek();
            position++;
            if (c != QUOTE) {
                out.append(c);
                if (c == '\n' || (c == '\r' && peek() != '\n')) {
                    line++;
                }
            } else if (peek() == QUOTE) {
                out.append(QUOTE);
                position++;
            } else {
                closed(column);
                return out.toString();
            }
        }
        throw new CsvException(firstLine, column, "the quote that begins here is never closed");
    }

    /** Behind a closing quote only blanks may stand before the delimiter or the end of the line. */
    private void closed(int column) {
        skipBlanks();
        if (position < text.length() && peek() != delimiter && !isEndOfLine(peek())) {
            throw new CsvException(
                    line,
                    column,
                    "'" + peek() + "' behind a closing quote: expected a delimiter or the end of the line");
        }
    }

    private void endLine() {
        if (peek() == '\r') {
            position++;
            line++;
            if (peek() == '\n') {
                position++;
            }
        } else if (peek() == '\n') {
            position++;
            line++;
        }
    }

    private void skipBlanks() {
        while (position < text.length() && peek() != delimiter && (peek() == ' ' || peek() == '\t')) {
            position++;
        }
    }

    private static boolean isEndOfLine(char c) {
        return c == '\n' || c == '\r';
    }

    /** The character at hand, or a null character at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : END;
    }
}
