package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.data.Column;
import org.fallline.data.Table;
import org.fallline.math.Decimal;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.jspecify.annotations.Nullable;

/**
 * Points that a visitor puts, which are the rows of a table.
 *
 * @param kind what is learned from them
 * @param points in the order of the table's rows
 */
public record Drawing(Kind kind, List<Point> points) {
    /** What points say beside their place. */
    @SuppressWarnings("ImmutableEnumChecker") // its lists are List.of's
    public enum Kind {
        /** Of which class they are. */
        CLASSES(List.of("x", "y", "class"), List.of("A", "B", "C", "D"), new Point(-2, -2, "A"), new Point(2, 2, "B")),
        /** Nothing: y is what a curve over x has there. */
        CURVE(List.of("x", "y"), List.of(), new Point(-1, -1, ""), new Point(1, 1, "")),
        /** The height of a surface over the plane. */
        SURFACE(
                List.of("x", "y", "z"),
                List.of("-1", "-0.5", "0", "0.5", "1"),
                new Point(-2, -2, "-1"),
                new Point(2, 2, "1"));

        private final List<String> columns;
        private final List<String> labels;

        /** Less cannot be learned. */
        private final List<Point> first;

        Kind(List<String> columns, List<String> labels, Point... first) {
            this.columns = columns;
            this.labels = labels;
            this.first = List.of(first);
        }

        private boolean isOf(List<Column> table) {
            boolean isOf = table.stream().map(Column::name).toList().equals(columns);
            for (int i = 0; isOf && i < table.size(); i++) {
                isOf = table.get(i).isNumeric() == (i < 2 || this == SURFACE);
            }
            return isOf;
        }

        /** What a point of a row says. */
        private String label(List<Column> table, int row) {
            return switch (this) {
                case CLASSES ->
                    table.get(2).words().get((int) table.get(2).values().at(row));
                case CURVE -> "";
                case SURFACE -> Decimal.text(table.get(2).values().at(row));
            };
        }

        private String cell(String label) {
            return switch (this) {
                case CLASSES -> ",\"" + label.replace("\"", "\"\"") + '"';
                case CURVE -> "";
                case SURFACE -> "," + label;
            };
        }
    }

    /** Places are kept to so many digits: a finger is no finer. */
    private static final int DIGITS = 3;

    /**
     * A point.
     *
     * @param label the class, the height as decimal text, or empty
     */
    public record Point(double x, double y, String label) {}

    public Drawing {
        points = List.copyOf(points);
    }

    /** Where a visitor begins: with two points. */
    public static Drawing first(Kind kind) {
        return new Drawing(kind, kind.first);
    }

    /** The drawing that a network learns from; null if it learns from something else. */
    public static @Nullable Drawing of(ProblemSpec spec) {
        if (!(spec instanceof ProblemSpec.Network network)
                || !(network.examples().source() instanceof ExamplesSpec.Csv csv)
                || !csv.targets().isEmpty()) {
            return null;
        }
        List<Column> columns = Table.read(csv.csv()).columns();
        for (Kind kind : Kind.values()) {
            if (kind.isOf(columns)) {
                List<Point> points = new ArrayList<>();
                for (int i = 0; i < columns.get(0).values().shape().size(); i++) {
                    double x = columns.get(0).values().at(i);
                    double y = columns.get(1).values().at(i);
                    points.add(new Point(x, y, kind.label(columns, i)));
                }
                return new Drawing(kind, points);
            }
        }
        return null;
    }

    /** What a point that is put may say: the usual, or what the others say if that is something else. */
    public List<String> labels() {
        List<String> said = points.stream().map(Point::label).distinct().toList();
        return kind != Kind.CLASSES || kind.labels.containsAll(said) ? kind.labels : said;
    }

    /** The table. */
    public String csv() {
        StringBuilder out = new StringBuilder(String.join(",", kind.columns));
        for (Point point : points) {
            out.append('\n').append(number(point.x())).append(',').append(number(point.y()));
            out.append(kind.cell(point.label()));
        }
        return out.append('\n').toString();
    }

    private static String number(double value) {
        return Decimal.text(Decimal.parse(Decimal.text(value, DIGITS)));
    }

    /** With one more point. */
    Drawing with(Point point) {
        List<Point> more = new ArrayList<>(points);
        more.add(point);
        return new Drawing(kind, more);
    }

    /** With one point less. */
    Drawing without(int index) {
        List<Point> fewer = new ArrayList<>(points);
        fewer.remove(index);
        return new Drawing(kind, fewer);
    }
}
