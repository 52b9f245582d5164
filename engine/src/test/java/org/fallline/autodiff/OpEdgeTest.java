package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fallline.autodiff.op.Add;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided where calculus does not decide: ties, poles, limits of the range, and shapes that do not fit. */
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

    static Stream<Edge> edges() {
        return Stream.of(
                // Ties
                edge("relu 0", Ops::relu, 0.0, 0, 0),
                edge("relu -0", Ops::relu, -0.0, 0, 0),
                edge("relu NaN", Ops::relu, NAN, NAN, 0),
                edge("relu ∞", Ops::relu, INFINITY, INFINITY, 1),
                edge("abs 0", Ops::abs, 0, 0, 0),
                edge("abs -0", Ops::abs, -0.0, 0, -0.0),
                edge("sign 0", Ops::sign, 0, 0, 0),
                edge("sign -0", Ops::sign, -0.0, -0.0, 0),
                edge("sign NaN", Ops::sign, NAN, NAN, 0),
                edge("sign of the least number", Ops::sign, -Double.MIN_VALUE, -1, 0),
                edge("step 0", Ops::step, 0, 0, 0),
                edge("step NaN", Ops::step, NAN, 0, 0),
                edge("step of the least number", Ops::step, Double.MIN_VALUE, 1, 0),
                // Poles
                divide(1, 0.0, INFINITY, INFINITY, -INFINITY),
                divide(1, -0.0, -INFINITY, -INFINITY, -INFINITY),
                divide(0, 0, NAN, INFINITY, NAN),
                edge("log 0", Ops::log, 0, -INFINITY, INFINITY),
                edge("log -1", Ops::log, -1, NAN, -1),
                edge("sqrt 0", Ops::sqrt, 0, 0, INFINITY),
                edge("sqrt -1", Ops::sqrt, -1, NAN, NAN),
                // A power with a fixed exponent
                power(0, 0, 1, 0),
                power(3, 0, 1, 0),
                power(0, 1, 0, 1),
                power(0, 2, 0, 0),
                power(0, 0.5, 0, INFINITY),
                power(0, -1, INFINITY, -INFINITY),
                power(-2, 3, -8, 12),
                power(-2, 0.5, NAN, NAN),
                // Saturation: no NaN from ∞ / ∞ or 0 · ∞
                edge("tanh 800", Ops::tanh, 800, 1, 0),
                edge("tanh -800", Ops::tanh, -800, -1, -0.0),
                edge("sigmoid 800", Ops::sigmoid, 800, 1, 0),
                edge("sigmoid -800", Ops::sigmoid, -800, 0, 0),
                edge("exp 800", Ops::exp, 800, INFINITY, INFINITY),
                edge("exp -800", Ops::exp, -800, 0, 0),
                edge("square 1e200", Ops::square, 1e200, INFINITY, 2e200),
                edge("sin ∞", Ops::sin, INFINITY, NAN, NAN));
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
        Program program = Program.of(
                inputs,
                Stream.concat(Stream.of(y), inputs.stream().map(pass::cotangentOrZeros))
                        .toList());
        program.run(edge.at().toArray());
        assertEquals(edge.value(), program.value(y).item(), edge.name());
        double[] gradient = inputs.stream()
                .mapToDouble(
                        input -> program.value(pass.cotangentOrZeros(input)).item())
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
    void reductions_ofNothing_areZeroAndNotANumber() {
        Node nothing = Ops.constant(Tensor.vector());
        assertEquals(0, Ops.sum(nothing).value().item());
        assertEquals(NAN, Ops.mean(nothing).value().item());
    }

    /** Shapes that do not fit, and what the message must name beside them. */
    record Misfit(String op, Function<List<Node>, Node> build, List<Shape> shapes) {
        @Override
        public String toString() {
            return op + " " + shapes;
        }
    }

    private static Misfit misfit(String op, Function<List<Node>, Node> build, int[]... extents) {
        return new Misfit(op, build, Stream.of(extents).map(Shape::of).toList());
    }

    private static int[] shape(int... extents) {
        return extents;
    }

    static Stream<Misfit> misfits() {
        return Stream.of(
                misfit("add", in -> Ops.add(in.get(0), in.get(1)), shape(2, 3), shape(2)),
                misfit("subtract", in -> Ops.subtract(in.get(0), in.get(1)), shape(3), shape(4)),
                misfit("multiply", in -> Ops.multiply(in.get(0), in.get(1)), shape(2, 3), shape(3, 2)),
                misfit("divide", in -> Ops.divide(in.get(0), in.get(1)), shape(0), shape(2)),
                misfit("power", in -> Ops.power(in.get(0), in.get(1)), shape(1, 5), shape(1, 4)),
                misfit("matmul", in -> Ops.matmul(in.get(0), in.get(1)), shape(2, 3), shape(2, 3)),
                misfit("matmul", in -> Ops.matmul(in.get(0), in.get(1)), shape(3), shape(3, 2)),
                misfit("matmul", in -> Ops.matmul(in.get(0), in.get(1)), shape(2, 3), shape(3)),
                misfit("transpose", in -> Ops.transpose(in.get(0)), shape(3)),
                misfit("transpose", in -> Ops.transpose(in.get(0)), shape(2, 3, 4)),
                misfit("broadcast", in -> Ops.broadcastTo(in.get(0), in.get(1).shape()), shape(2), shape(3)),
                misfit("broadcast", in -> Ops.broadcastTo(in.get(0), in.get(1).shape()), shape(2, 3), shape(3)),
                misfit("sumTo", in -> Ops.sumTo(in.get(0), in.get(1).shape()), shape(3), shape(2)),
                misfit("sumTo", in -> Ops.sumTo(in.get(0), in.get(1).shape()), shape(3), shape(2, 3)),
                misfit("subtract", in -> Ops.meanSquaredError(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("add", in -> Ops.apply(new Add(), in.get(0), in.get(1)), shape(2, 3), shape(3)));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void shapes_thatDoNotFit_areRefusedNamingTheOpAndEveryShape(Misfit misfit) {
        List<Node> inputs =
                misfit.shapes().stream().map(shape -> Ops.input("input", shape)).toList();
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> misfit.build().apply(inputs));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(misfit.op() + ":"), message);
        misfit.shapes().forEach(shape -> assertTrue(message.contains(shape.toString()), message));
    }

    @Test
    void apply_wrongNumberOfInputs_saysHowManyTheOpTakes() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Ops.apply(new Add(), Ops.constant(1)));
        assertEquals("add takes 2 inputs but was given 1: [()]", e.getMessage());
    }
}
