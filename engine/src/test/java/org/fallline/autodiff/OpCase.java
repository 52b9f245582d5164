package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * One operation under test, at some shapes.
 *
 * @param method of the vocabulary, as in {@code Ops.add}
 * @param shapes of the inputs, which are named a, b, …
 * @param range of the inputs' elements, away from ties and poles
 * @param build the operation on nodes
 * @param reference the same, naively, row-major
 */
record OpCase(
        String method,
        List<Shape> shapes,
        Range range,
        Function<List<Node>, Node> build,
        Function<List<Tensor>, double[]> reference) {

    /** From least to most, or as far from 0 on either side. */
    record Range(double least, double most, boolean bothSigns) {
        double sample(Random random) {
            double value = least + (most - least) * random.nextDouble();
            return bothSigns && random.nextBoolean() ? -value : value;
        }
    }

    static final Range ANY = between(-2, 2);
    static final Range POSITIVE = between(0.3, 2);
    static final Range NOT_ZERO = awayFromZero(0.3, 2);

    static Range between(double least, double most) {
        return new Range(least, most, false);
    }

    static Range awayFromZero(double least, double most) {
        return new Range(least, most, true);
    }

    /** An operation of one input. */
    static OpCase of(
            String method, Shape shape, Range range, Function<Node, Node> build, Function<Tensor, double[]> reference) {
        return new OpCase(
                method,
                List.of(shape),
                range,
                in -> build.apply(in.get(0)),
                tensors -> reference.apply(tensors.get(0)));
    }

    ParameterLayout layout() {
        return new ParameterLayout(List.of("a", "b", "c").subList(0, shapes.size()), shapes);
    }

    /** Random values of all inputs, one after the other. */
    double[] sample(Random random) {
        double[] values = new double[layout().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = range.sample(random);
        }
        return values;
    }

    /** The values of one array as a tensor an input. */
    List<Tensor> tensors(double[] values) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            tensors.add(Tensor.of(shapes.get(i), values, layout().offset(i)));
        }
        return tensors;
    }

    /** The values of one array as a concrete node an input. */
    List<Node> constants(double[] values) {
        return tensors(values).stream().map(Ops::constant).toList();
    }

    @Override
    public String toString() {
        return method + " " + shapes;
    }
}
