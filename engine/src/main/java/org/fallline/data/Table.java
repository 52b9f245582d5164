package org.fallline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * Named columns of equally many rows, each of numbers or of words.
 *
 * <p>A column is of numbers if its first field is one, and then all of its fields must be.
 */
public final class Table {
    /** The most rows. */
    public static final int MAX_ROWS = 10_000;

    /** The most columns. */
    public static final int MAX_COLUMNS = 100;

    /** The most different words of a column: they are classes, of which a network has a unit each. */
    public static final int MAX_WORDS = 100;

    private static final int MOST_SHOWN = 30;

    private final List<Column> columns;
    private final int rows;

    private Table(List<Column> columns, int rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /**
     * The table that a CSV text is, in the format that it looks like.
     *
     * @throws CsvException if it is none, with line and column
     */
    public static Table read(String csv) {
        return read(csv, CsvFormat.detect(csv));
    }

    /**
     * The table that a CSV text is.
     *
     * @throws CsvException if it is none, with line and column
     */
    public static Table read(String csv, CsvFormat format) {
        List<CsvReader.Row> all = CsvReader.read(csv, format.delimiter(), MAX_ROWS + 2);
        if (all.isEmpty()) {
            throw new CsvException(1, 1, "the text is empty: expected a row of fields");
        }
        CsvReader.Row first = all.get(0);
        int width = first.fields().size();
        if (width > MAX_COLUMNS) {
            throw new CsvException(first.line(), MAX_COLUMNS + 1, "expected at most " + MAX_COLUMNS + " columns");
        }
        List<CsvReader.Row> rows = format.hasHeader() ? all.subList(1, all.size()) : all;
        if (rows.isEmpty()) {
            throw new CsvException(first.line(), 1, "there is a header only: expected a row of fields below it");
        }
        if (rows.size() > MAX_ROWS) {
            throw new CsvException(rows.get(MAX_ROWS).line(), 1, "expected at most " + MAX_ROWS + " rows");
        }
        for (CsvReader.Row row : rows) {
            requireWidth(row, width);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(column(name(format, first, i, columns), rows, i, format.decimalPoint()));
        }
        return new Table(columns, rows.size());
    }

    private static void requireWidth(CsvReader.Row row, int width) {
        int fields = row.fields().size();
        if (fields != width) {
            throw new CsvException(
                    row.line(),
                    Math.min(fields, width) + 1,
                    fields < width
                            ? "the row ends after " + fields + (fields == 1 ? " field" : " fields") + ": expected "
                                    + width
                            : "the row has " + fields + " fields: expected " + width);
        }
    }

    private static String name(CsvFormat format, CsvReader.Row header, int column, List<Column> before) {
        if (!format.hasHeader()) {
            return "column" + (column + 1);
        }
        String name = header.fields().get(column);
        if (name.isEmpty()) {
            throw new CsvException(header.line(), column + 1, "the name is empty: expected a name for the column");
        }
        for (Column other : before) {
            if (other.name().equals(name)) {
                throw new CsvException(
                        header.line(), column + 1, "a second column " + quoted(name) + ": expected another name");
            }
        }
        return name;
    }

    private static Column column(String name, List<CsvReader.Row> rows, int index, char point) {
        List<String> fields = rows.stream().map(row -> row.fields().get(index)).toList();
        boolean numeric = CsvNumber.isNumber(fields.get(0), point);
        double[] values = new double[fields.size()];
        for (int i = 0; i < values.length; i++) {
            String field = fields.get(i);
            int line = rows.get(i).line();
            if (field.isEmpty()) {
                throw new CsvException(
                        line, index + 1, "the field is empty: expected a " + (numeric ? "number" : "word"));
            }
            values[i] = numeric ? CsvNumber.read(field, point) : 0;
            if (!Real.isFinite(values[i])) {
                throw new CsvException(
                        line,
                        index + 1,
                        "expected a number, as above in column " + quoted(name) + ", but found " + quoted(field));
            }
        }
        if (numeric) {
            return new Column(name, Tensor.vector(values), List.of());
        }
        Column words = Column.ofWords(name, fields);
        if (words.words().size() > MAX_WORDS) {
            int line = rows.get(fields.indexOf(words.words().get(MAX_WORDS))).line();
            throw new CsvException(
                    line, index + 1, "expected at most " + MAX_WORDS + " different words in column " + quoted(name));
        }
        return words;
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text) + "\"";
    }

    public List<Column> columns() {
        return columns;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException that lists the columns there are
     */
    public Column require(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no column " + quoted(name) + "; there is " + names(columns)));
    }

    /**
     * The examples that the rows are: some columns are to be predicted, all other columns of numbers are given.
     *
     * @param targets names of columns of numbers, or of one column of words; the last column if there are none
     * @throws IllegalArgumentException if there are no such columns, or no others
     */
    public Dataset examples(List<String> targets) {
        List<Column> y = targets.isEmpty()
                ? List.of(columns.get(columns.size() - 1))
                : targets.stream().map(this::require).toList();
        List<Column> x = columns.stream()
                .filter(column -> column.isNumeric() && !y.contains(column))
                .toList();
        if (x.isEmpty()) {
            throw new IllegalArgumentException(
                    "no column of numbers is left to predict " + names(y) + " from: expected at least one");
        }
        for (Column target : y) {
            if (!target.isNumeric() && y.size() > 1) {
                throw new IllegalArgumentException("the column " + quoted(target.name())
                        + " is of words: expected it to be the only target, or columns of numbers");
            }
        }
        return new Dataset(
                x.stream().map(Column::name).toList(),
                matrix(x),
                y.stream().map(Column::name).toList(),
                matrix(y),
                y.get(0).words());
    }

    private Tensor matrix(List<Column> chosen) {
        int width = chosen.size();
        double[] values = new double[rows * width];
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < rows; i++) {
                values[i * width + j] = chosen.get(j).values().at(i);
            }
        }
        return Tensor.of(Shape.of(rows, width), values, 0);
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
