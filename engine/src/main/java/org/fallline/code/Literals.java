package org.fallline.code;

import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Numbers and lists as programs write them: read back, they are the same doubles. */
final class Literals {
    private static final int MOST_COLUMNS = 110;

    private Literals() {}

    /** A finite number with a point or an exponent, so that no language takes it for an integer. */
    static String finite(double value) {
        if (!Real.isFinite(value)) {
            throw new IllegalArgumentException("not finite: " + Decimal.text(value));
        }
        String text = Decimal.text(value);
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    /** A number in Python. */
    static String python(double value) {
        return Real.isFinite(value) ? finite(value) : value > 0 ? "math.inf" : value < 0 ? "-math.inf" : "math.nan";
    }

    /** A number in Java. */
    static String java(double value) {
        return Real.isFinite(value)
                ? finite(value)
                : value > 0 ? "Double.POSITIVE_INFINITY" : value < 0 ? "Double.NEGATIVE_INFINITY" : "Double.NaN";
    }

    /** Whole numbers, separated by commas. */
    static String whole(List<Integer> numbers) {
        StringBuilder out = new StringBuilder();
        for (int number : numbers) {
            out.append(out.length() == 0 ? "" : ", ").append(number);
        }
        return out.toString();
    }

    /** Whole numbers as a tuple of Python. */
    static String tuple(List<Integer> numbers) {
        return "(" + whole(numbers) + (numbers.size() == 1 ? ",)" : ")");
    }

    /** The extents of a shape. */
    static List<Integer> extents(Shape shape) {
        Integer[] extents = new Integer[shape.rank()];
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = shape.extent(axis);
        }
        return List.of(extents);
    }

    /** A tensor as nested lists of Python, a row of a matrix a line. */
    static String nested(Tensor value) {
        StringBuilder out = new StringBuilder();
        nested(value, out);
        return out.toString();
    }

    private static void nested(Tensor value, StringBuilder out) {
        Shape shape = value.shape();
        int rank = shape.rank();
        if (rank == 0) {
            out.append(python(value.item()));
            return;
        }
        int row = shape.extent(rank - 1);
        int rows = row == 0 ? 0 : shape.size() / row;
        int column = 0;
        out.append("[".repeat(rank - 1));
        for (int r = 0; r < rows; r++) {
            int closed = r == 0 ? 0 : brackets(shape, r);
            if (r > 0) {
                out.append("]".repeat(closed)).append(",\n    ").append("[".repeat(closed));
            }
            out.append('[');
            column = 0;
            for (int i = 0; i < row; i++) {
                String text = python(value.at(r * row + i));
                if (i > 0) {
                    boolean full = column + text.length() > MOST_COLUMNS;
                    column = full ? 0 : column;
                    out.append(full ? ",\n    " : ", ");
                }
                column += text.length() + 2;
                out.append(text);
            }
            out.append(']');
        }
        out.append(rows == 0 ? "[]" : "").append("]".repeat(rank - 1));
    }

    /** How many lists end before a row, beside the row itself. */
    private static int brackets(Shape shape, int row) {
        int closed = 0;
        int size = 1;
        for (int axis = shape.rank() - 2; axis > 0; axis--) {
            size *= shape.extent(axis);
            closed += row % size == 0 ? 1 : 0;
        }
        return closed;
    }

    /** Numbers separated by commas, in lines. */
    static String java(double[] values, String indent) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < values.length; i++) {
            String text = java(values[i]);
            boolean full = column + text.length() > MOST_COLUMNS;
            out.append(i == 0 ? "" : full ? ",\n" + indent : ", ").append(text);
            column = (full ? 0 : column) + text.length() + 2;
        }
        return out.toString();
    }
}
