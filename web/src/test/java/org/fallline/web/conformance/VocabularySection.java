package org.fallline.web.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Activations;
import org.fallline.autodiff.Convolutions;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Program;
import org.fallline.autodiff.Reductions;
import org.fallline.autodiff.ReversePass;
import org.fallline.autodiff.Simplify;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Every operation with its first and second derivatives, as compact programs run them. */
final class VocabularySection {
    private static final Shape MATRIX = Shape.of(3, 4);

    private final Lines lines;

    private VocabularySection(Lines lines) {
        this.lines = lines;
    }

    static void print(Lines lines) {
        VocabularySection section = new VocabularySection(lines);
        section.elementWise();
        section.activations();
        section.products();
        section.reductions();
        section.layouts();
        section.convolutions();
    }

    private void elementWise() {
        two("add", Ops::add);
        two("subtract", Ops::subtract);
        two("multiply", Ops::multiply);
        two("divide", Ops::divide);
        two("power", (a, b) -> Ops.power(Ops.abs(a), b));
        two("maximum", Ops::maximum);
        two("minimum", Ops::minimum);
        two("where", (a, b) -> Ops.where(Ops.less(a, b), Ops.sin(a), Ops.exp(b)));
        two("compare", (a, b) -> Ops.add(Ops.lessEqual(a, b), Ops.multiply(a, Ops.notEqual(a, b))));
        one("clip", x -> Ops.clip(x, -0.5, 0.75));
        one("negate", Ops::negate);
        one("square", Ops::square);
        one("sqrt", x -> Ops.sqrt(Ops.abs(x)));
        one("sign", Ops::sign);
        one("exp", Ops::exp);
        one("expm1", Ops::expm1);
        one("log", x -> Ops.log(Ops.abs(x)));
        one("log1p", x -> Ops.log1p(Ops.square(x)));
        one("sin", Ops::sin);
        one("cos", Ops::cos);
        one("tan", Ops::tan);
        one("asin", x -> Ops.asin(Ops.tanh(x)));
        one("acos", x -> Ops.acos(Ops.tanh(x)));
        one("atan", Ops::atan);
        one("sinh", Ops::sinh);
        one("cosh", Ops::cosh);
        one("tanh", Ops::tanh);
        one("asinh", Ops::asinh);
        one("acosh", x -> Ops.acosh(Ops.cosh(x)));
        one("atanh", x -> Ops.atanh(Ops.tanh(x)));
        one("erf", Ops::erf);
        one("sigmoid", Ops::sigmoid);
        one("softplus", Ops::softplus);
        one("relu", Ops::relu);
        one("step", Ops::step);
        one("stopGradient", x -> Ops.multiply(x, Ops.stopGradient(x)));
    }

    private void activations() {
        one("leakyRelu", x -> Activations.leakyRelu(x, 0.2));
        one("elu", x -> Activations.elu(x, 1));
        one("selu", Activations::selu);
        one("gelu", Activations::gelu);
        one("geluTanh", Activations::geluTanh);
        one("swish", x -> Activations.swish(x, 1));
        one("softmax", x -> Ops.square(Activations.softmax(x, 1)));
        one("logSoftmax", x -> Ops.square(Activations.logSoftmax(x, 0)));
        one("dropout", x -> Activations.dropout(x, 0.3, Key.of(5), Ops.constant(2)));
    }

    private void products() {
        all("matmul", List.of(Shape.of(5, 3), Shape.of(3, 6)), in -> Ops.matmul(in.get(0), in.get(1)));
        all(
                "matmul of transposes",
                List.of(Shape.of(3, 5), Shape.of(6, 3)),
                in -> Ops.tanh(Ops.matmul(Ops.transpose(in.get(0)), Ops.transpose(in.get(1)))));
        all("add a row", List.of(MATRIX, Shape.of(4)), in -> Ops.tanh(Ops.add(in.get(0), in.get(1))));
        all("multiply by a column", List.of(MATRIX, Shape.of(3, 1)), in -> Ops.multiply(in.get(0), in.get(1)));
        // Longer than a strip of a chain.
        all("long", List.of(Shape.of(90, 7), Shape.of(7)), in -> Ops.sin(Ops.multiply(in.get(0), in.get(1))));
    }

    private void reductions() {
        one("sum", x -> Ops.square(Reductions.sum(x, 1)));
        one("mean", x -> Ops.square(Reductions.mean(x, 0)));
        one("max", x -> Ops.square(Reductions.max(x, 1)));
        one("min", x -> Ops.square(Reductions.min(x)));
        one("prod", x -> Reductions.prod(x, 1));
        one("variance", x -> Reductions.variance(x, 0));
        one("logSumExp", x -> Reductions.logSumExp(x, true, 1));
    }

    private void layouts() {
        one("reshape", x -> Ops.square(Layouts.reshape(x, Shape.of(2, 6))));
        one("permute", x -> Layouts.transpose(Layouts.reshape(Ops.exp(x), Shape.of(2, 3, 2)), 2, 0, 1));
        two("concat", (a, b) -> Ops.square(Layouts.concat(1, a, b)));
        one("slice and pad", x -> Layouts.pad(Ops.exp(Layouts.slice(x, 1, 1, 2)), List.of(1, 0), Shape.of(5, 3)));
        one("gather", x -> Ops.exp(Layouts.gather(x, Ops.constant(Tensor.vector(2, 0, 2)), 0)));
        one("scatterAdd", x -> Ops.exp(Layouts.scatterAdd(x, Ops.constant(Tensor.vector(1, 0, 1)), 0, 4)));
        one("oneHot", x -> Ops.multiply(x, Layouts.oneHot(Ops.constant(Tensor.vector(3, 0, 1)), 4)));
        one("cumsum", x -> Ops.square(Layouts.cumsum(x, 1, true, true)));
    }

    private void convolutions() {
        all(
                "conv1d",
                List.of(Shape.of(2, 5, 2), Shape.of(3, 2, 3)),
                in -> Convolutions.conv1d(in.get(0), in.get(1), 1, Convolutions.Padding.SAME));
        all(
                "conv2d",
                List.of(Shape.of(1, 4, 5, 2), Shape.of(2, 3, 2, 2)),
                in -> Ops.square(Convolutions.conv2d(in.get(0), in.get(1), 2, Convolutions.Padding.VALID)));
    }

    private void one(String name, UnaryOperator<Node> op) {
        all(name, List.of(MATRIX), in -> op.apply(in.get(0)));
    }

    private void two(String name, BinaryOperator<Node> op) {
        all(name, List.of(MATRIX, MATRIX), in -> op.apply(in.get(0), in.get(1)));
    }

    /** The value, the gradient of its sum, and the gradient of that one's sum. */
    private void all(String name, List<Shape> shapes, Function<List<Node>, Node> op) {
        List<Node> inputs = new ArrayList<>();
        for (Shape shape : shapes) {
            inputs.add(Ops.input("x" + inputs.size(), shape));
        }
        List<Node> outputs = new ArrayList<>(List.of(op.apply(inputs)));
        ReversePass first = ReversePass.of(outputs.get(0), inputs);
        inputs.forEach(input -> outputs.add(first.cotangentOrZeros(input)));
        Node total = Ops.sum(outputs.get(1));
        for (int i = 2; i < outputs.size(); i++) {
            total = Ops.add(total, Ops.sum(outputs.get(i)));
        }
        ReversePass second = ReversePass.of(total, inputs);
        inputs.forEach(input -> outputs.add(second.cotangentOrZeros(input)));
        List<Node> simple = Simplify.simplify(outputs);
        Program program = Program.compact(inputs, simple);
        lines.block(name, program.toString());
        program.run(point(inputs));
        for (Node output : simple) {
            lines.bits(name, program.value(output).toArray());
        }
    }

    private static double[] point(List<Node> inputs) {
        double[] point = new double
                [inputs.stream().mapToInt(input -> input.shape().size()).sum()];
        for (int i = 0; i < point.length; i++) {
            point[i] = Key.of(point.length).normal(i);
        }
        return point;
    }
}
