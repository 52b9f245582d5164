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
 * Points that a visitor puts: of classes in the plane, a table with the columns x, y and class; or of a curve, a table with the
 * columns x and y.
 *
 * @param isClassified whether each point has a class
 * @param points in the order of the table's rows
 */
public record Drawing(boolean isClassified, List<Point> points) {
    /** The classes that there may be, beside those that a table has. */
    public static final List<String> CLASSES = List.of("A", "B", "C", "D");

    private static final List<String> CLASSIFIED = List.of("x", "y", "class");
    private static final List<String> CURVE = List.of("x", "y");

    /** Places are kept to so many digits: a finger is no finer. */
    private static final int DIGITS = 3;

    /**
     * A point.
     *
     * @param label the class, or empty
     */
    public record Point(double x, double y, String label) {}

    public Drawing {
        points = List.copyOf(points);
    }

    /** Where a visitor begins: one point of each of two classes, or two of a curve, since less cannot be learned. */
    public static Drawing first(boolean isClassified) {
        return new Drawing(
                isClassified,
                isClassified
                        ? List.of(new Point(-2, -2, CLASSES.get(0)), new Point(2, 2, CLASSES.get(1)))
                        : List.of(new Point(-1, -1, ""), new Point(1, 1, "")));
    }

    /** The drawing that a network learns from; null if it learns from something else. */
    public static @Nullable Drawing of(ProblemSpec spec) {
        if (!(spec instanceof ProblemSpec.Network network)
                || !(network.examples().source() instanceof ExamplesSpec.Csv csv)
                || !csv.targets().isEmpty()) {
            return null;
        }
        List<Column> columns = Table.read(csv.csv()).columns();
        List<String> names = columns.stream().map(Column::name).toList();
        boolean classified = names.equals(CLASSIFIED) && !columns.get(2).isNumeric();
        boolean placed = columns.size() > 1
                && columns.get(0).isNumeric()
                && columns.get(1).isNumeric();
        if (!placed || (!classified && !names.equals(CURVE))) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < columns.get(0).values().shape().size(); i++) {
            String label = classified
                    ? columns.get(2).words().get((int) columns.get(2).values().at(i))
                    : "";
            points.add(new Point(
                    columns.get(0).values().at(i), columns.get(1).values().at(i), label));
        }
        return new Drawing(classified, points);
    }

    /** The classes to choose from: those that there are, and the usual ones. */
    public List<String> classes() {
        List<String> classes = new ArrayList<>();
        if (isClassified) {
            for (Point point : points) {
                if (!classes.contains(point.label()) && !CLASSES.contains(point.label())) {
                    classes.add(point.label());
                }
            }
            if (classes.isEmpty()) {
                return CLASSES;
            }
        }
        return classes;
    }

    /** The table. */
    public String csv() {
        StringBuilder out = new StringBuilder(String.join(",", isClassified ? CLASSIFIED : CURVE));
        for (Point point : points) {
            out.append('\n').append(number(point.x())).append(',').append(number(point.y()));
            if (isClassified) {
                out.append(",\"").append(point.label().replace("\"", "\"\"")).append('"');
            }
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
        return new Drawing(isClassified, more);
    }

    /** With one point less. */
    Drawing without(int index) {
        List<Point> fewer = new ArrayList<>(points);
        fewer.remove(index);
        return new Drawing(isClassified, fewer);
    }
}
