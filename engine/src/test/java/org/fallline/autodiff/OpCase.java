package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * One operation under test.
 *
 * @param method of {@link Ops}
 * @param shapes of the inputs, which are named a, b, …
 * @param range of the inputs' elements, away from ties and poles
 * @param build the operation on nodes
 * @param reference the same, naively, on row-major arrays
 * @param text the computed lines of the graph's text form, separated by "; "
 */
record OpCase(
        String method,
        List<Shape> shapes,
        Range range,
        Function<List<Node>, Node> build,
        Function<double[][], double[]> reference,
        String text) {

    /** From least to most, or as far from 0 on either side. */
    record Range(double least, double most, boolean bothSigns) {
        double sample(Random random) {
            double value = least + (most - least) * random.nextDouble();
            return bothSigns && random.nextBoolean() ? -value : value;
        }
    }

    static Range between(double least, double most) {
        return new Range(least, most, false);
    }

    static Range awayFromZero(double least, double most) {
        return new Range(least, most, true);
    }

    /** An element-wise function of one input. */
    static OpCase unary(
            String method, Range range, UnaryOperator<Node> build, DoubleUnaryOperator reference, String text) {
        return new OpCase(
                method,
                List.of(Shape.of(2, 3)),
                range,
                inputs -> build.apply(inputs.get(0)),
                inputs -> Arrays.stream(inputs[0]).map(reference).toArray(),
                text);
    }

    /** An element-wise function of two inputs of one shape. */
    static OpCase binary(
            String method,
            Range range,
            java.util.function.BinaryOperator<Node> build,
            DoubleBinaryOperator reference,
            String text) {
        return new OpCase(
                method,
                List.of(Shape.of(2, 3), Shape.of(2, 3)),
                range,
                inputs -> build.apply(inputs.get(0), inputs.get(1)),
                inputs -> {
                    double[] result = new double[6];
                    for (int i = 0; i < 6; i++) {
                        result[i] = reference.applyAsDouble(inputs[0][i], inputs[1][i]);
                    }
                    return result;
                },
                text);
    }

    /** The same of a single number. */
    OpCase ofOne() {
        return new OpCase(method, List.of(Shape.SCALAR), range, build, reference, text);
    }

    ParameterLayout layout() {
        return new ParameterLayout(List.of("a", "b").subList(0, shapes.size()), shapes);
    }

    /** Random values of all inputs, one after the other. */
    double[] sample(Random random) {
        double[] values = new double[layout().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = range.sample(random);
        }
        return values;
    }

    /** The values of one array as an array an input. */
    double[][] split(double[] values) {
        double[][] parts = new double[shapes.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Arrays.copyOfRange(values, layout().offset(i), layout().offset(i + 1));
        }
        return parts;
    }

    /** The values of one array as a concrete node an input. */
    List<Node> constants(double[] values) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            nodes.add(Ops.constant(Tensor.of(shapes.get(i), values, layout().offset(i))));
        }
        return nodes;
    }

    @Override
    public String toString() {
        return method + " " + shapes;
    }
}
