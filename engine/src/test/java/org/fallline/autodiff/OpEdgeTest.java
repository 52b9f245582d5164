package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fallline.autodiff.Convolutions.Padding;
import org.fallline.autodiff.op.Identity;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided where calculus does not decide: ties, poles and limits of the range. */
class OpEdgeTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /**
     * An operation at a point.
     *
     * @param at a number an input
     * @param value there
     * @param gradient there, by each input
     */
    record Edge(String name, Function<List<Node>, Node> build, Tensor at, double value, Tensor gradient) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Edge edge(String name, Function<Node, Node> build, double at, double value, double gradient) {
        return new Edge(name, in -> build.apply(in.get(0)), Tensor.vector(at), value, Tensor.vector(gradient));
    }

    private static Edge divide(double a, double b, double value, double byA, double byB) {
        return new Edge(
                a + " / " + b,
                in -> Ops.divide(in.get(0), in.get(1)),
                Tensor.vector(a, b),
                value,
                Tensor.vector(byA, byB));
    }

    private static Edge power(double a, double b, double value, double byA) {
        return edge(a + " ^ " + b, x -> Ops.power(x, Ops.constant(b)), a, value, byA);
    }

    private static Edge binary(
            String name, BinaryOperator<Node> build, double a, double b, double value, double byA, double byB) {
        return new Edge(
                a + " " + name + " " + b,
                in -> build.apply(in.get(0), in.get(1)),
                Tensor.vector(a, b),
                value,
                Tensor.vector(byA, byB));
    }

    /** The element at a place of what an operation makes of a vector, and its derivatives by the vector's elements. */
    private static Edge along(
            String name, Function<Node, Node> build, Tensor at, int place, double value, double... gradient) {
        return new Edge(
                name + " of " + at,
                in -> {
                    Node[] parts = in.stream()
                            .map(part -> Layouts.reshape(part, Shape.of(1)))
                            .toArray(Node[]::new);
                    Node y = build.apply(Layouts.concat(0, parts));
                    Node flat = Layouts.reshape(y, Shape.of(y.shape().size()));
                    return Layouts.reshape(Layouts.slice(flat, 0, place, 1), Shape.SCALAR);
                },
                at,
                value,
                Tensor.vector(gradient));
    }

    static Stream<Edge> edges() {
        return Stream.concat(Stream.concat(elementary(), comparisons()), Stream.concat(activations(), alongAxes()));
    }

    private static Stream<Edge> comparisons() {
        return Stream.of(
                // Half each, where TensorFlow's maximum and minimum give all to the first
                binary("max", Ops::maximum, 2, 2, 2, 0.5, 0.5),
                binary("max", Ops::maximum, 0.0, -0.0, 0.0, 0.5, 0.5),
                binary("max", Ops::maximum, -0.0, -0.0, -0.0, 0.5, 0.5),
                binary("max", Ops::maximum, INFINITY, 1, INFINITY, 1, 0),
                binary("max", Ops::maximum, NAN, 1, NAN, 0, 0),
                binary("min", Ops::minimum, 2, 2, 2, 0.5, 0.5),
                binary("min", Ops::minimum, 0.0, -0.0, -0.0, 0.5, 0.5),
                binary("min", Ops::minimum, -INFINITY, 1, -INFINITY, 1, 0),
                binary("min", Ops::minimum, 1, NAN, NAN, 0, 0),
                binary("<", Ops::less, 0.0, -0.0, 0, 0, 0),
                binary("<", Ops::less, NAN, 1, 0, 0, 0),
                binary("<", Ops::less, -INFINITY, INFINITY, 1, 0, 0),
                binary("≤", Ops::lessEqual, -0.0, 0.0, 1, 0, 0),
                binary("≤", Ops::lessEqual, NAN, NAN, 0, 0, 0),
                binary(">", Ops::greater, 0.0, -0.0, 0, 0, 0),
                binary(">", Ops::greater, 1, NAN, 0, 0, 0),
                binary("≥", Ops::greaterEqual, 0.0, -0.0, 1, 0, 0),
                binary("≥", Ops::greaterEqual, NAN, NAN, 0, 0, 0),
                binary("=", Ops::equal, 0.0, -0.0, 1, 0, 0),
                binary("=", Ops::equal, NAN, NAN, 0, 0, 0),
                binary("=", Ops::equal, INFINITY, INFINITY, 1, 0, 0),
                binary("≠", Ops::notEqual, 0.0, -0.0, 0, 0, 0),
                binary("≠", Ops::notEqual, NAN, NAN, 1, 0, 0),
                // −0 is a false condition, NaN a true one; nothing comes back from the branch not taken
                binary("where -0", (a, b) -> Ops.where(Ops.constant(-0.0), a, b), NAN, 2, 2, 0, 1),
                binary("where NaN", (a, b) -> Ops.where(Ops.constant(NAN), a, b), 1, NAN, 1, 1, 0),
                edge("where as its own condition", x -> Ops.where(x, x, Ops.constant(5)), 0, 5, 0),
                edge("clip at the least", x -> Ops.clip(x, -1, 1), -1, -1, 1),
                edge("clip at the most", x -> Ops.clip(x, -1, 1), 1, 1, 1),
                edge("clip beyond", x -> Ops.clip(x, -1, 1), INFINITY, 1, 0),
                edge("clip below", x -> Ops.clip(x, -1, 1), -INFINITY, -1, 0),
                edge("clip NaN", x -> Ops.clip(x, -1, 1), NAN, NAN, 1));
    }

    private static Stream<Edge> activations() {
        return Stream.of(
                edge("leakyRelu 0", x -> Activations.leakyRelu(x, 0.2), 0, 0, 0.2),
                edge("leakyRelu -∞", x -> Activations.leakyRelu(x, 0.2), -INFINITY, -INFINITY, 0.2),
                edge("leakyRelu NaN", x -> Activations.leakyRelu(x, 0.2), NAN, NAN, 0.2),
                edge("elu 0", x -> Activations.elu(x, 2), 0, 0, 1),
                edge("elu -0", x -> Activations.elu(x, 2), -0.0, -0.0, 1),
                edge("elu 1000", x -> Activations.elu(x, 2), 1000, 1000, 1),
                edge("elu ∞", x -> Activations.elu(x, 2), INFINITY, INFINITY, 1),
                edge("elu -∞", x -> Activations.elu(x, 2), -INFINITY, -2, 0),
                edge("elu NaN", x -> Activations.elu(x, 2), NAN, NAN, 1),
                edge("selu 1000", Activations::selu, 1000, 1050.7009873554805, 1.0507009873554805),
                edge("selu 0", Activations::selu, 0, 0, 1.0507009873554805),
                edge("selu -∞", Activations::selu, -INFINITY, -1.7580993408473766, 0),
                edge("selu NaN", Activations::selu, NAN, NAN, 1.0507009873554805),
                edge("gelu 0", Activations::gelu, 0, 0, 0.5),
                edge("gelu 1000", Activations::gelu, 1000, 1000, 1),
                edge("gelu -1000", Activations::gelu, -1000, -0.0, -0.0),
                edge("gelu -∞", Activations::gelu, -INFINITY, NAN, NAN),
                edge("gelu ∞", Activations::gelu, INFINITY, INFINITY, NAN),
                edge("geluTanh 1000", Activations::geluTanh, 1000, 1000, 1),
                edge("geluTanh 1e120", Activations::geluTanh, 1e120, 1e120, 1),
                edge("geluTanh 1e160", Activations::geluTanh, 1e160, 1e160, NAN),
                edge("geluTanh -∞", Activations::geluTanh, -INFINITY, NAN, NAN),
                edge("swish 0", x -> Activations.swish(x, 1), 0, 0, 0.5),
                edge("swish 1000", x -> Activations.swish(x, 1), 1000, 1000, 1),
                edge("swish ∞", x -> Activations.swish(x, 1), INFINITY, INFINITY, NAN),
                edge("swish -1000", x -> Activations.swish(x, 1), -1000, -0.0, -0.0),
                edge("swish -∞", x -> Activations.swish(x, 1), -INFINITY, NAN, NAN));
    }

    private static Stream<Edge> alongAxes() {
        Tensor tie = Tensor.vector(3, 3);
        Tensor notANumber = Tensor.vector(1, NAN);
        Tensor huge = Tensor.vector(1000, 1000);
        Tensor unlikely = Tensor.vector(-INFINITY, 0);
        Tensor impossible = Tensor.vector(-INFINITY, -INFINITY);
        Tensor certain = Tensor.vector(INFINITY, 0);
        double logTwo = 0.6931471805599453;
        return Stream.of(
                along("max", Reductions::max, tie, 0, 3, 0.5, 0.5),
                along("max", Reductions::max, Tensor.vector(-0.0, 0.0), 0, 0.0, 0.5, 0.5),
                along("max", Reductions::max, notANumber, 0, NAN, NAN, NAN),
                along("max", Reductions::max, certain, 0, INFINITY, 1, 0),
                along("sum", Reductions::sum, Tensor.vector(INFINITY, -INFINITY), 0, NAN, 1, 1),
                along("mean", Reductions::mean, notANumber, 0, NAN, 0.5, 0.5),
                along("min", Reductions::min, tie, 0, 3, 0.5, 0.5),
                along("min", Reductions::min, Tensor.vector(-0.0, 0.0), 0, -0.0, 0.5, 0.5),
                along("min", Reductions::min, unlikely, 0, -INFINITY, 1, 0),
                along("min", Reductions::min, notANumber, 0, NAN, NAN, NAN),
                along("prod", Reductions::prod, Tensor.vector(0, 5), 0, 0, 5, 0),
                along("prod", Reductions::prod, Tensor.vector(0, 0), 0, 0, 0, 0),
                along("prod", Reductions::prod, Tensor.vector(0, INFINITY), 0, NAN, INFINITY, 0),
                along("variance", Reductions::variance, Tensor.vector(7), 0, 0, 0),
                along("variance", Reductions::variance, Tensor.vector(1, 3), 0, 1, -1, 1),
                along("variance", Reductions::variance, certain, 0, NAN, NAN, NAN),
                along("logSumExp", Reductions::logSumExp, huge, 0, 1000 + logTwo, 0.5, 0.5),
                along("logSumExp", Reductions::logSumExp, unlikely, 0, 0, 0, 1),
                along("logSumExp", Reductions::logSumExp, impossible, 0, -INFINITY, NAN, NAN),
                along("logSumExp", Reductions::logSumExp, certain, 0, INFINITY, NAN, 0),
                along("logSumExp", Reductions::logSumExp, notANumber, 0, NAN, NAN, NAN),
                along("softmax", x -> Activations.softmax(x, 0), huge, 0, 0.5, 0.25, -0.25),
                along("softmax", x -> Activations.softmax(x, 0), unlikely, 1, 1, 0, 0),
                along("softmax", x -> Activations.softmax(x, 0), impossible, 0, NAN, NAN, NAN),
                along("softmax", x -> Activations.softmax(x, 0), certain, 1, NAN, NAN, NAN),
                along("logSoftmax", x -> Activations.logSoftmax(x, 0), huge, 0, -logTwo, 0.5, -0.5),
                along("logSoftmax", x -> Activations.logSoftmax(x, 0), unlikely, 0, -INFINITY, 1, -1),
                along("logSoftmax", x -> Activations.logSoftmax(x, 0), certain, 1, NAN, NAN, NAN),
                along("cumsum", x -> Layouts.cumsum(x, 0), certain, 1, INFINITY, 1, 1),
                along("exclusive cumsum", x -> Layouts.cumsum(x, 0, true, false), certain, 0, 0, 0, 0),
                along("oneHot", x -> Layouts.oneHot(x, 2), Tensor.vector(1, 0), 1, 1, 0, 0),
                along("oneHot", x -> Layouts.oneHot(x, 2), Tensor.vector(-1, 0), 1, 0, 0, 0),
                along("oneHot", x -> Layouts.oneHot(x, 2), Tensor.vector(0.5, NAN), 1, 0, 0, 0),
                along("pad", x -> Layouts.pad(x, List.of(1), Shape.of(4)), notANumber, 2, NAN, 0, 1),
                along("slice", x -> Layouts.slice(x, 0, 0, 1), notANumber, 0, 1, 1, 0),
                along(
                        "gather twice",
                        x -> Layouts.gather(x, Ops.constant(Tensor.vector(1, 1)), 0),
                        certain,
                        0,
                        0,
                        0,
                        1));
    }

    private static Stream<Edge> elementary() {
        return Stream.of(
                // Ties
                edge("relu 0", Ops::relu, 0.0, 0, 0),
                edge("relu -0", Ops::relu, -0.0, 0, 0),
                edge("relu NaN", Ops::relu, NAN, NAN, 0),
                edge("relu ∞", Ops::relu, INFINITY, INFINITY, 1),
                edge("relu -∞", Ops::relu, -INFINITY, 0, 0),
                edge("abs 0", Ops::abs, 0, 0, 0),
                edge("abs -0", Ops::abs, -0.0, 0, -0.0),
                edge("abs -∞", Ops::abs, -INFINITY, INFINITY, -1),
                edge("abs NaN", Ops::abs, NAN, NAN, NAN),
                edge("sign 0", Ops::sign, 0, 0, 0),
                edge("sign -0", Ops::sign, -0.0, -0.0, 0),
                edge("sign NaN", Ops::sign, NAN, NAN, 0),
                edge("sign of the least number", Ops::sign, -Double.MIN_VALUE, -1, 0),
                edge("sign ∞", Ops::sign, INFINITY, 1, 0),
                edge("step 0", Ops::step, 0, 0, 0),
                edge("step NaN", Ops::step, NAN, 0, 0),
                edge("step of the least number", Ops::step, Double.MIN_VALUE, 1, 0),
                edge("negate 0", Ops::negate, 0.0, -0.0, -1),
                edge("identity NaN", x -> Ops.apply(new Identity(), x), NAN, NAN, 1),
                // Poles
                divide(1, 0.0, INFINITY, INFINITY, -INFINITY),
                divide(1, -0.0, -INFINITY, -INFINITY, -INFINITY),
                divide(0, 0, NAN, INFINITY, NAN),
                divide(1, INFINITY, 0, 0, -0.0),
                divide(INFINITY, INFINITY, NAN, 0, NAN),
                binary("+", Ops::add, INFINITY, -INFINITY, NAN, 1, 1),
                binary("-", Ops::subtract, INFINITY, INFINITY, NAN, 1, -1),
                binary("·", Ops::multiply, 0, INFINITY, NAN, INFINITY, 0),
                edge("log 0", Ops::log, 0, -INFINITY, INFINITY),
                edge("log -1", Ops::log, -1, NAN, -1),
                edge("log -0", Ops::log, -0.0, -INFINITY, -INFINITY),
                edge("log ∞", Ops::log, INFINITY, INFINITY, 0),
                edge("sqrt 0", Ops::sqrt, 0, 0, INFINITY),
                edge("sqrt -1", Ops::sqrt, -1, NAN, NAN),
                edge("sqrt -0", Ops::sqrt, -0.0, -0.0, -INFINITY),
                edge("sqrt ∞", Ops::sqrt, INFINITY, INFINITY, 0),
                // A power with a fixed exponent
                power(0, 0, 1, 0),
                power(3, 0, 1, 0),
                power(0, 1, 0, 1),
                power(0, 2, 0, 0),
                power(0, 0.5, 0, INFINITY),
                power(0, -1, INFINITY, -INFINITY),
                power(-2, 3, -8, 12),
                power(-2, 0.5, NAN, NAN),
                power(NAN, 0, 1, NAN),
                // Saturation: no NaN from ∞ / ∞ or 0 · ∞
                edge("tanh 800", Ops::tanh, 800, 1, 0),
                edge("tanh -800", Ops::tanh, -800, -1, -0.0),
                edge("tanh -0", Ops::tanh, -0.0, -0.0, 1),
                edge("tanh ∞", Ops::tanh, INFINITY, 1, 0),
                edge("sigmoid 800", Ops::sigmoid, 800, 1, 0),
                edge("sigmoid -800", Ops::sigmoid, -800, 0, 0),
                edge("sigmoid 0", Ops::sigmoid, 0, 0.5, 0.25),
                edge("sigmoid -∞", Ops::sigmoid, -INFINITY, 0, 0),
                edge("exp 800", Ops::exp, 800, INFINITY, INFINITY),
                edge("exp -800", Ops::exp, -800, 0, 0),
                edge("exp -745.1", Ops::exp, -745.1, Double.MIN_VALUE, Double.MIN_VALUE),
                edge("exp -745.2", Ops::exp, -745.2, 0, 0),
                edge("exp -∞", Ops::exp, -INFINITY, 0, 0),
                edge("square 1e200", Ops::square, 1e200, INFINITY, 2e200),
                edge("square 1.34e154", Ops::square, 1.34e154, 1.7956e308, 2.68e154),
                edge("square -∞", Ops::square, -INFINITY, INFINITY, -INFINITY),
                edge("sin ∞", Ops::sin, INFINITY, NAN, NAN),
                edge("sin -0", Ops::sin, -0.0, -0.0, 1),
                edge("cos -∞", Ops::cos, -INFINITY, NAN, NAN),
                edge("tan ∞", Ops::tan, INFINITY, NAN, NAN),
                edge("expm1 -0", Ops::expm1, -0.0, -0.0, 1),
                edge("expm1 1e-300", Ops::expm1, 1e-300, 1e-300, 1),
                edge("expm1 -∞", Ops::expm1, -INFINITY, -1, 0),
                edge("expm1 800", Ops::expm1, 800, INFINITY, INFINITY),
                edge("log1p -0", Ops::log1p, -0.0, -0.0, 1),
                edge("log1p -1", Ops::log1p, -1, -INFINITY, INFINITY),
                edge("log1p -2", Ops::log1p, -2, NAN, -1),
                edge("log1p ∞", Ops::log1p, INFINITY, INFINITY, 0),
                edge("asin 1", Ops::asin, 1, Math.PI / 2, INFINITY),
                edge("asin 2", Ops::asin, 2, NAN, NAN),
                edge("acos -1", Ops::acos, -1, Math.PI, -INFINITY),
                edge("acos 2", Ops::acos, 2, NAN, NAN),
                edge("atan ∞", Ops::atan, INFINITY, Math.PI / 2, 0),
                edge("atan -∞", Ops::atan, -INFINITY, -Math.PI / 2, 0),
                edge("sinh 800", Ops::sinh, 800, INFINITY, INFINITY),
                edge("sinh -0", Ops::sinh, -0.0, -0.0, 1),
                edge("cosh 0", Ops::cosh, 0, 1, 0),
                edge("cosh -800", Ops::cosh, -800, INFINITY, -INFINITY),
                edge("asinh -0", Ops::asinh, -0.0, -0.0, 1),
                edge("asinh -∞", Ops::asinh, -INFINITY, -INFINITY, 0),
                edge("acosh 1", Ops::acosh, 1, 0, INFINITY),
                edge("acosh 0.5", Ops::acosh, 0.5, NAN, NAN),
                edge("acosh ∞", Ops::acosh, INFINITY, INFINITY, 0),
                edge("atanh 1", Ops::atanh, 1, INFINITY, INFINITY),
                edge("atanh -1", Ops::atanh, -1, -INFINITY, INFINITY),
                edge("atanh 2", Ops::atanh, 2, NAN, -1.0 / 3),
                edge("erf ∞", Ops::erf, INFINITY, 1, 0),
                edge("erf -∞", Ops::erf, -INFINITY, -1, 0),
                edge("erf 0", Ops::erf, 0, 0, 2 / Math.sqrt(Math.PI)),
                edge("erf NaN", Ops::erf, NAN, NAN, NAN),
                edge("softplus 0", Ops::softplus, 0, 0.6931471805599453, 0.5),
                edge("softplus 800", Ops::softplus, 800, 800, 1),
                edge("softplus -800", Ops::softplus, -800, 0, 0),
                edge("softplus -∞", Ops::softplus, -INFINITY, 0, 0),
                edge("softplus ∞", Ops::softplus, INFINITY, INFINITY, 1),
                edge("softplus NaN", Ops::softplus, NAN, NAN, NAN));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edge_ofAnOperation_isAsItsJavadocSays(Edge edge) {
        List<Node> inputs = Stream.of("a", "b")
                .limit(edge.at().shape().size())
                .map(name -> Ops.input(name, Shape.SCALAR))
                .toList();
        Node y = edge.build().apply(inputs);
        ReversePass pass = ReversePass.of(y, inputs);
        List<Node> cotangents = inputs.stream().map(pass::cotangentOrZeros).toList();
        Program program = Program.of(
                inputs, Stream.concat(Stream.of(y), cotangents.stream()).toList());
        program.run(edge.at().toArray());
        assertEquals(edge.value(), program.value(y).item(), edge.name());
        double[] gradient = cotangents.stream()
                .mapToDouble(cotangent -> program.value(cotangent).item())
                .toArray();
        assertArrayEquals(edge.gradient().toArray(), gradient, 0, edge.name());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void power_zeroByTheExponent_hasNoFalseSingularity(double exponent) {
        Node b = Ops.input("b", Shape.SCALAR);
        Node byB = ReversePass.of(Ops.power(Ops.constant(0), b), List.of(b)).cotangentOrZeros(b);
        Program program = Program.of(List.of(b), List.of(byB));
        program.run(new double[] {exponent});
        assertEquals(0, program.value(byB).item());
    }

    @Test
    void power_thirdDerivativeOfACubeAtZero_isSix() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node derivative = Ops.power(x, Ops.constant(3));
        for (int i = 0; i < 3; i++) {
            derivative = ReversePass.of(derivative, List.of(x)).cotangentOrZeros(x);
        }
        Program program = Program.of(List.of(x), List.of(derivative));
        program.run(new double[] {0});
        assertEquals(6, program.value(derivative).item());
    }

    @Test
    void matmul_zeroTimesInfinity_isNotSkipped() {
        Node zero = Ops.constant(Tensor.filled(Shape.of(1, 1), 0));
        Node infinity = Ops.constant(Tensor.filled(Shape.of(1, 1), INFINITY));
        assertEquals(NAN, Ops.matmul(zero, infinity).value().at(0));
    }

    @Test
    void convolution_infiniteWeightOnPadding_isNotANumber() {
        Node x = Ops.constant(Tensor.filled(Shape.of(1, 2, 1), 1));
        Node filters = Ops.constant(Tensor.filled(Shape.of(2, 1, 1), INFINITY));
        assertArrayEquals(
                new double[] {INFINITY, NAN},
                Convolutions.conv1d(x, filters, 1, Padding.SAME).value().toArray());
    }

    @Test
    void dropout_notANumber_isDroppedToo() {
        Node x = Ops.constant(Tensor.filled(Shape.of(100), NAN));
        double[] y =
                Activations.dropout(x, 0.5, Key.of(0), Ops.constant(0)).value().toArray();
        assertTrue(DoubleStream.of(y).anyMatch(element -> element == 0), "a zero among them");
        assertTrue(DoubleStream.of(y).anyMatch(Double::isNaN), "a NaN among them");
    }

    @Test
    void reductions_ofNothing_areWhatTheyBeginWith() {
        Node nothing = Ops.constant(Tensor.vector());
        assertEquals(0, Ops.sum(nothing).value().item());
        assertEquals(NAN, Ops.mean(nothing).value().item());
        assertEquals(-INFINITY, Reductions.max(nothing).value().item());
        assertEquals(INFINITY, Reductions.min(nothing).value().item());
        assertEquals(1, Reductions.prod(nothing).value().item());
        assertEquals(NAN, Reductions.variance(nothing).value().item());
        assertEquals(-INFINITY, Reductions.logSumExp(nothing).value().item());
        assertEquals(NAN, Ops.meanSquaredError(nothing, nothing).value().item());
        Node empty = Ops.constant(Tensor.filled(Shape.of(1, 0), 1));
        assertEquals(0, Ops.matmul(empty, Ops.transpose(empty)).value().at(0));
    }
}
