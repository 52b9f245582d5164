package org.fallline.data;

import java.util.List;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Examples made one by one, each from random numbers of its own. */
final class Points {
    private final int size;
    private final Key key;

    /**
     * Examples to be made.
     *
     * @param size how many examples
     * @param key example i draws from child i of it
     */
    Points(int size, Key key) {
        this.size = size;
        this.key = key;
    }

    /** Makes one example. */
    interface Maker {
        /**
         * Fills in a row.
         *
         * @param index of the example, from 0
         * @param row receives the inputs and then the target; modified
         */
        void make(int index, Draws draws, double[] row);
    }

    /** Random numbers of one example, told apart by a counter. */
    record Draws(Key key) {
        /** Uniformly distributed from one number to below another. */
        double uniform(int counter, double from, double to) {
            return from + (to - from) * key.uniform(counter);
        }

        /** Normally distributed. */
        double normal(int counter, double mean, double deviation) {
            return mean + deviation * key.normal(counter);
        }
    }

    /** Points of a plane, each of one of two classes. */
    Dataset classified(List<String> classes, Maker maker) {
        return made(List.of("x", "y"), "class", classes, maker);
    }

    /** Points of a line or plane, each with a quantity. */
    Dataset measured(List<String> inputs, String target, Maker maker) {
        return made(inputs, target, List.of(), maker);
    }

    private Dataset made(List<String> inputs, String target, List<String> classes, Maker maker) {
        int width = inputs.size();
        double[] x = new double[size * width];
        double[] y = new double[size];
        double[] row = new double[width + 1];
        for (int i = 0; i < size; i++) {
            maker.make(i, new Draws(key.split(i)), row);
            System.arraycopy(row, 0, x, i * width, width);
            y[i] = row[width];
        }
        return new Dataset(
                inputs,
                Tensor.of(Shape.of(size, width), x, 0),
                List.of(target),
                Tensor.of(Shape.of(size, 1), y, 0),
                classes);
    }
}
