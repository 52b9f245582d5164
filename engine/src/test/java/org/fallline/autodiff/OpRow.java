package org.fallline.autodiff;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.OpCase.Range;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * A row of the table of operations.
 *
 * @param example a case to read
 * @param text the computed lines of the example's graph in text form, separated by "; "
 * @param drawn the same operation at random shapes, and with random attributes if it has any
 */
record OpRow(OpCase example, String text, Function<Random, OpCase> drawn) {
    private static final Shape EXAMPLE = Shape.of(2, 3);

    /** A function of corresponding elements. */
    interface OfElements {
        double at(double... elements);
    }

    /** An element-wise function of one input. */
    static OpRow unary(
            String method, Range range, UnaryOperator<Node> build, DoubleUnaryOperator reference, String text) {
        return unary(method, EXAMPLE, range, build, reference, text);
    }

    /** The same with a single number for an example, for a composition whose constants would fill the text. */
    static OpRow composed(
            String method, Range range, UnaryOperator<Node> build, DoubleUnaryOperator reference, String text) {
        return unary(method, Shape.SCALAR, range, build, reference, text);
    }

    private static OpRow unary(
            String method,
            Shape example,
            Range range,
            UnaryOperator<Node> build,
            DoubleUnaryOperator reference,
            String text) {
        Function<Shape, OpCase> at = shape -> elementwise(
                method,
                List.of(shape),
                range,
                in -> build.apply(in.get(0)),
                elements -> reference.applyAsDouble(elements[0]));
        return new OpRow(at.apply(example), text, random -> at.apply(RandomShapes.any(random)));
    }

    /** An element-wise function of two inputs, which broadcast. */
    static OpRow binary(
            String method, Range range, BinaryOperator<Node> build, DoubleBinaryOperator reference, String text) {
        return broadcasting(method, List.of(EXAMPLE, EXAMPLE), range, build, reference, text);
    }

    /** An element-wise function of two inputs, which broadcast; with an example that shows it. */
    static OpRow broadcasting(
            String method,
            List<Shape> shapes,
            Range range,
            BinaryOperator<Node> build,
            DoubleBinaryOperator reference,
            String text) {
        return elementwiseRow(
                method,
                shapes,
                range,
                in -> build.apply(in.get(0), in.get(1)),
                elements -> reference.applyAsDouble(elements[0], elements[1]),
                text);
    }

    /** An element-wise function of some inputs, which broadcast. */
    static OpRow elementwiseRow(
            String method,
            List<Shape> shapes,
            Range range,
            Function<List<Node>, Node> build,
            OfElements reference,
            String text) {
        return new OpRow(
                elementwise(method, shapes, range, build, reference),
                text,
                random -> elementwise(
                        method, RandomShapes.broadcastable(random, shapes.size()), range, build, reference));
    }

    private static OpCase elementwise(
            String method, List<Shape> shapes, Range range, Function<List<Node>, Node> build, OfElements reference) {
        return new OpCase(method, shapes, range, build, tensors -> elements(tensors, reference));
    }

    private static double[] elements(List<Tensor> tensors, OfElements reference) {
        Shape shape =
                tensors.stream().map(Tensor::shape).reduce(Shape::broadcast).orElseThrow();
        return Naive.table(
                shape,
                index -> reference.at(tensors.stream()
                        .mapToDouble(tensor -> Naive.at(tensor, index))
                        .toArray()));
    }

    /** The example, and the operation at random. */
    List<OpCase> cases(Random random) {
        return List.of(example, drawn.apply(random));
    }

    @Override
    public String toString() {
        return example.toString();
    }
}
