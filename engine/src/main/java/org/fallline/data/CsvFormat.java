package org.fallline.data;

import java.util.List;

/**
 * How a CSV text is written.
 *
 * @param delimiter between fields
 * @param decimalPoint in numbers, a point or a comma
 * @param hasHeader whether the first record names the columns
 */
public record CsvFormat(char delimiter, char decimalPoint, boolean hasHeader) {
    /** The comma is last: it may be the decimal point of a text that another character delimits. */
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};

    /** So many records are looked at. */
    private static final int SAMPLE = 100;

    /**
     * What a text looks like.
     *
     * <p>The delimiter is the first of tab, semicolon, bar and comma that cuts all records into equally many fields, more than
     * one; else the one that cuts the first record into the most. The decimal point is a comma where the delimiter is not and
     * some field is a number only so. The first record is a header if it has a word above a column of numbers, or if nothing is
     * a number and none of its words occurs again in its column.
     *
     * @throws CsvException if the text cannot be cut into records, whatever the delimiter
     */
    public static CsvFormat detect(String text) {
        char delimiter = delimiter(text);
        List<CsvReader.Row> rows = CsvReader.read(text, delimiter, SAMPLE);
        char point = delimiter != ',' && hasNumbersOnlyWith(rows, ',') ? ',' : '.';
        return new CsvFormat(delimiter, point, hasHeader(rows, point));
    }

    private static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            List<CsvReader.Row> rows = sample(text, delimiter);
            int fields = rows.isEmpty() ? 1 : rows.get(0).fields().size();
            if (fields > 1 && rows.stream().allMatch(row -> row.fields().size() == fields)) {
                return delimiter;
            }
            if (fields > most) {
                most = fields;
                best = delimiter;
            }
        }
        return most > 1 ? best : ',';
    }

    /** The first records, none if this delimiter puts quotes where none can stand. */
    private static List<CsvReader.Row> sample(String text, char delimiter) {
        try {
            return CsvReader.read(text, delimiter, SAMPLE);
        } catch (CsvException e) {
            return List.of();
        }
    }

    private static boolean hasNumbersOnlyWith(List<CsvReader.Row> rows, char point) {
        return rows.stream()
                .flatMap(row -> row.fields().stream())
                .anyMatch(field -> CsvNumber.isNumber(field, point) && !CsvNumber.isNumber(field, '.'));
    }

    private static boolean hasHeader(List<CsvReader.Row> rows, char point) {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first = rows.get(0).fields();
        boolean numbers = false;
        boolean repeated = false;
        for (int column = 0; column < first.size(); column++) {
            String name = first.get(column);
            boolean named = !CsvNumber.isNumber(name, point);
            for (int i = 1; i < rows.size(); i++) {
                String field = column < rows.get(i).fields().size()
                        ? rows.get(i).fields().get(column)
                        : "";
                if (CsvNumber.isNumber(field, point)) {
                    numbers = true;
                    if (named) {
                        return true;
                    }
                }
                repeated |= field.equals(name);
            }
            numbers |= !named;
        }
        return !numbers && !repeated && rows.size() > 1;
    }
}
