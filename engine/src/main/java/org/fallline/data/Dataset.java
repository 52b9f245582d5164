package org.fallline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fallline.math.Decimal;
import org.fallline.math.Key;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * Examples to learn from.
 *
 * @param inputs the names of the columns of x
 * @param x one example a row, (n, k)
 * @param targets the names of the columns of y
 * @param y what is to be predicted of each example, (n, m)
 * @param classes the names of the classes that y, (n, 1), numbers from 0; empty if y is quantities
 */
public record Dataset(List<String> inputs, Tensor x, List<String> targets, Tensor y, List<String> classes) {
    public Dataset {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
        requireColumns("x", x, inputs);
        requireColumns("y", y, targets);
        if (x.shape().extent(0) != y.shape().extent(0)) {
            throw new IllegalArgumentException("x has the shape " + x.shape() + " and y the shape " + y.shape()
                    + ": they must have equally many rows");
        }
        if (!classes.isEmpty() && targets.size() != 1) {
            throw new IllegalArgumentException("classes are numbered by one column, not by " + targets.size());
        }
    }

    private static void requireColumns(String name, Tensor tensor, List<String> columns) {
        if (tensor.shape().rank() != 2 || tensor.shape().extent(1) != columns.size()) {
            throw new IllegalArgumentException(
                    name + " has the shape " + tensor.shape() + " but must be (n, " + columns.size() + ")");
        }
    }

    /** How many examples there are. */
    public int size() {
        return x.shape().extent(0);
    }

    /** Whether y says which class an example belongs to. */
    public boolean isClassified() {
        return !classes.isEmpty();
    }

    /**
     * Some of the examples.
     *
     * @param order numbers of examples from 0; not modified
     * @param from the first position in {@code order} that counts
     * @param to the position after the last
     */
    public Dataset examples(int[] order, int from, int to) {
        return new Dataset(inputs, rows(x, order, from, to), targets, rows(y, order, from, to), classes);
    }

    /** So many examples from the beginning. */
    public Dataset first(int count) {
        return examples(IntStream.range(0, count).toArray(), 0, count);
    }

    private static Tensor rows(Tensor matrix, int[] order, int from, int to) {
        int columns = matrix.shape().extent(1);
        double[] values = new double[(to - from) * columns];
        for (int i = from; i < to; i++) {
            for (int j = 0; j < columns; j++) {
                values[(i - from) * columns + j] = matrix.at(order[i] * columns + j);
            }
        }
        return Tensor.of(Shape.of(to - from, columns), values, 0);
    }

    /**
     * The examples dealt out at random into those to train with and those to test with.
     *
     * @param testShare how much of them is to test with, from 0 to below 1; rounded to whole examples, at least one of which
     *     stays to train with
     */
    public Split split(double testShare, Key key) {
        int[] order = new int[size()];
        Permutation.fill(key, 0, order);
        int test = Math.min((int) Real.round(size() * testShare), size() - 1);
        return new Split(examples(order, test, order.length), examples(order, 0, test));
    }

    /** The same examples with y as probabilities, (n, classes): 1 for the class of the example, else 0. */
    public Tensor oneHot() {
        int width = classes.size();
        double[] values = new double[size() * width];
        for (int i = 0; i < size(); i++) {
            values[i * width + (int) y.at(i)] = 1;
        }
        return Tensor.of(Shape.of(size(), width), values, 0);
    }

    /**
     * The same examples, with the numbers of the only target as names of classes, in ascending order.
     *
     * @throws IllegalArgumentException if there are several targets
     */
    public Dataset classified() {
        double[] values = y.toArray();
        List<Double> distinct = new ArrayList<>();
        for (double value : values) {
            if (!distinct.contains(value)) {
                distinct.add(value);
            }
        }
        distinct.sort(Double::compare);
        for (int i = 0; i < values.length; i++) {
            values[i] = distinct.indexOf(values[i]);
        }
        return new Dataset(
                inputs,
                x,
                targets,
                Tensor.of(y.shape(), values, 0),
                distinct.stream().map(Decimal::text).toList());
    }
}
