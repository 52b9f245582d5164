package org.fallline.probe;

import java.util.Arrays;
import java.util.List;
import org.fallline.data.Dataset;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.math.Bounds;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * Rows of inputs to ask a model about: a grid over its two inputs, or points along its only one, and then all examples.
 *
 * <pre>
 * rows = lattice: columns × rows, u fastest, v ascending | examples to train with | examples to test with
 * </pre>
 *
 * <p>A model of more inputs has no lattice.
 *
 * @param x (n, inputs given)
 * @param window over the inputs; of one input u alone counts, of more nothing does
 * @param columns of the lattice; 0 if there is none
 * @param rows of the lattice; 1 for one input, 0 if there is none
 * @param train how many examples to train with follow
 * @param test how many examples to test with follow these
 */
public record InputRows(Tensor x, Window window, int columns, int rows, int train, int test) {
    private static final double MARGIN = 0.08;
    private static final Window ANY = new Window(0, 1, 0, 1);

    /** The rows for a model, with a lattice of so many points a side, or along one input eight times as many and one. */
    public static InputRows of(Fit fit, int side) {
        List<Integer> axes = fit.axes();
        int columns = axes.size() == 1 ? 8 * side + 1 : axes.size() == 2 ? side : 0;
        int rows = axes.size() == 1 ? 1 : columns;
        Dataset train = fit.examples().train();
        Dataset test = fit.examples().test();
        int width = train.inputs().size();
        Window window = columns == 0
                ? ANY
                : window(
                        interval(fit, axes.get(0)),
                        axes.size() == 2 ? interval(fit, axes.get(1)) : new double[] {0, 1});
        double[] values = new double[(columns * rows + fit.size()) * width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = (row * columns + column) * width;
                values[at + axes.get(0)] = Grid.along(window.uMin(), window.uMax(), column, columns);
                if (rows > 1) {
                    values[at + axes.get(1)] = Grid.along(window.vMin(), window.vMax(), row, rows);
                }
            }
        }
        train.x().copyTo(values, columns * rows * width);
        if (test.size() > 0) {
            test.x().copyTo(values, (columns * rows + train.size()) * width);
        }
        Tensor x = Tensor.of(Shape.of(columns * rows + fit.size(), width), values, 0);
        return new InputRows(x, window, columns, rows, train.size(), test.size());
    }

    /** How many rows there are in all. */
    public int count() {
        return lattice() + train + test;
    }

    /** How many of them are the lattice. */
    public int lattice() {
        return columns * rows;
    }

    /** The numbers of the lattice over two inputs as a grid. */
    public Grid grid(double[] outputs) {
        return new Grid(window, columns, rows, Arrays.copyOf(outputs, lattice()));
    }

    private static Window window(double[] u, double[] v) {
        return new Window(u[0], u[1], v[0], v[1]);
    }

    /** Where the examples' inputs of one kind are, with a margin. */
    private static double[] interval(Fit fit, int input) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Dataset part : List.of(fit.examples().train(), fit.examples().test())) {
            int width = part.inputs().size();
            for (int i = 0; i < part.size(); i++) {
                double value = part.x().at(i * width + input);
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
        double margin = MARGIN * (high - low);
        double[] around = {low - margin, high + margin};
        double reach = Math.abs(low) > 1 ? Math.abs(low) : 1;
        return Bounds.admit(around[0], around[1]) ? around : new double[] {low - reach, low + reach};
    }
}
