package org.fallline.tensor;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.fallline.math.Decimal;
import org.jspecify.annotations.Nullable;

/** An immutable array of doubles, row-major. */
public final class Tensor {
    private static final int MOST_BRIEF = 24;

    private final Shape shape;
    private final double[] values;

    private Tensor(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** A single number, shape {@code ()}. */
    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    /** A vector, shape {@code (n)}. */
    public static Tensor vector(double... values) {
        return new Tensor(Shape.of(values.length), values.clone());
    }

    /** A matrix, shape {@code (rows, columns)}; the rows must be equally long. */
    public static Tensor matrix(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers but row 0 has " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Tensor(Shape.of(rows.length, columns), values);
    }

    /**
     * A copy of some of an array.
     *
     * @param values row-major from {@code offset}; not modified, not kept
     */
    public static Tensor of(Shape shape, double[] values, int offset) {
        if (offset < 0 || offset + shape.size() > values.length) {
            throw new IllegalArgumentException("a tensor of shape " + shape + " needs " + shape.size()
                    + " numbers from " + offset + " on but there are " + values.length);
        }
        return new Tensor(shape, Arrays.copyOfRange(values, offset, offset + shape.size()));
    }

    /** The same number everywhere. */
    public static Tensor filled(Shape shape, double value) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }

    public Shape shape() {
        return shape;
    }

    /** The element at a row-major index. */
    public double at(int index) {
        if (index < 0 || index >= values.length) {
            throw new IllegalArgumentException("there is no element " + index + " in a tensor of shape " + shape);
        }
        return values[index];
    }

    /** The only number of a tensor of size 1. */
    public double item() {
        if (values.length != 1) {
            throw new IllegalArgumentException("a tensor of shape " + shape + " is not a single number");
        }
        return values[0];
    }

    /** A copy of the elements, row-major. */
    public double[] toArray() {
        return values.clone();
    }

    /** Copies the elements, row-major, into an array from an offset on; the array is modified. */
    public void copyTo(double[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** Same shape and same bits (so NaN equals NaN, and 0 is not −0). */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Nested brackets, as in {@code [[0.1], [0.2]]}, each number by {@link Decimal#text(double)}. */
    @Override
    public String toString() {
        return text(Decimal::text);
    }

    /** Nested brackets with each number rounded for a reader. */
    public String text(int significantDigits) {
        // A reader of rounded numbers is not served by the sign of a zero.
        return text(value -> Decimal.text(value == 0 ? 0 : value, significantDigits));
    }

    /** As {@link #text(int)}; of more than {@value #MOST_BRIEF} numbers, which nobody reads, the shape alone. */
    public String brief(int significantDigits) {
        return isBrief(shape) ? text(significantDigits) : shape.toString();
    }

    /** Whether {@link #brief} writes the numbers of tensors of a shape. */
    public static boolean isBrief(Shape shape) {
        return shape.size() <= MOST_BRIEF;
    }

    private String text(DoubleFunction<String> number) {
        StringBuilder out = new StringBuilder();
        int[] block = new int[shape.rank()];
        for (int axis = 0; axis < block.length; axis++) {
            block[axis] = shape.stride(axis) * shape.extent(axis);
        }
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : ", ");
            for (int size : block) {
                out.append(i % size == 0 ? "[" : "");
            }
            out.append(number.apply(values[i]));
            for (int size : block) {
                out.append((i + 1) % size == 0 ? "]" : "");
            }
        }
        return values.length == 0 ? "[]" : out.toString();
    }
}
