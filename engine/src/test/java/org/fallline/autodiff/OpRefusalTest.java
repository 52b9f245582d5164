package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fallline.autodiff.Convolutions.Padding;
import org.fallline.autodiff.op.Add;
import org.fallline.autodiff.op.Gather;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.math.Decimal;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operation refuses, and that it says what would be right: shapes that do not fit, indices and attributes that make no sense. */
class OpRefusalTest {
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

    private static Node conv1d(List<Node> in, int stride, Padding padding) {
        return Convolutions.conv1d(in.get(0), in.get(1), stride, padding);
    }

    private static Node conv2d(List<Node> in, Padding padding) {
        return Convolutions.conv2d(in.get(0), in.get(1), 1, padding);
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
                misfit("maximum", in -> Ops.maximum(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("minimum", in -> Ops.minimum(in.get(0), in.get(1)), shape(2, 2), shape(3)),
                misfit("less", in -> Ops.less(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("lessEqual", in -> Ops.lessEqual(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("greater", in -> Ops.greater(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("greaterEqual", in -> Ops.greaterEqual(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("equal", in -> Ops.equal(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("notEqual", in -> Ops.notEqual(in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("where", in -> Ops.where(in.get(0), in.get(1), in.get(2)), shape(2, 1), shape(2, 2), shape(3)),
                misfit("uniform", in -> Ops.uniform(Key.of(0), Shape.SCALAR, in.get(0)), shape(2)),
                misfit("maxTo", in -> Ops.apply(new MaxTo(in.get(1).shape()), in.get(0)), shape(3), shape(2)),
                misfit("sum", in -> Reductions.sum(in.get(0), 2), shape(2, 3)),
                misfit("mean", in -> Reductions.mean(in.get(0), -3), shape(2, 3)),
                misfit("max", in -> Reductions.max(in.get(0), 0, -2), shape(2, 3)),
                misfit("min", in -> Reductions.min(in.get(0), 0), shape()),
                misfit("prod", in -> Reductions.prod(in.get(0), 1), shape(2)),
                misfit("variance", in -> Reductions.variance(in.get(0), 1), shape(2)),
                misfit("logSumExp", in -> Reductions.logSumExp(in.get(0), 1), shape(2)),
                misfit("softmax", in -> Activations.softmax(in.get(0), 1), shape(2)),
                misfit("logSoftmax", in -> Activations.logSoftmax(in.get(0), -1), shape()),
                misfit("reshape", in -> Layouts.reshape(in.get(0), in.get(1).shape()), shape(2, 3), shape(5)),
                misfit("transpose", in -> Layouts.transpose(in.get(0), 0, 3), shape(2, 3)),
                misfit("permute", in -> Layouts.transpose(in.get(0), 0, 0), shape(2, 3)),
                misfit("permute", in -> Layouts.transpose(in.get(0), 0), shape(2, 3)),
                misfit("concat", in -> Layouts.concat(0, in.get(0), in.get(1)), shape(2, 3), shape(2, 2)),
                misfit("concat", in -> Layouts.concat(0, in.get(0), in.get(1)), shape(2), shape(2, 2)),
                misfit("concat", in -> Layouts.concat(1, in.get(0), in.get(1)), shape(2), shape(2)),
                misfit("slice", in -> Layouts.slice(in.get(0), 0, 1, 2), shape(2, 3)),
                misfit("slice", in -> Layouts.slice(in.get(0), 0, -1, 2), shape(2, 3)),
                misfit(
                        "slice",
                        in -> Layouts.slice(in.get(0), List.of(0), in.get(1).shape()),
                        shape(2, 3),
                        shape(2)),
                misfit("pad", in -> Layouts.pad(in.get(0), List.of(2), in.get(1).shape()), shape(2), shape(3)),
                misfit("gather", in -> Layouts.gather(in.get(0), Ops.constant(0), -2), shape(2)),
                misfit("gather", in -> Ops.apply(new Gather(1), in.get(0), in.get(1)), shape(2), shape(3)),
                misfit("scatterAdd", in -> Layouts.scatterAdd(in.get(0), in.get(1), 0, 4), shape(2, 3), shape(3)),
                misfit("scatterAdd", in -> Layouts.scatterAdd(in.get(0), in.get(1), 2, 4), shape(2, 3), shape(3)),
                misfit("cumsum", in -> Layouts.cumsum(in.get(0), 1), shape(2)),
                misfit("conv1d", in -> conv1d(in, 1, Padding.SAME), shape(1, 5, 2), shape(3, 1, 2)),
                misfit("conv1d", in -> conv1d(in, 1, Padding.SAME), shape(5, 2), shape(3, 2, 2)),
                misfit("conv1d", in -> conv1d(in, 1, Padding.VALID), shape(1, 2, 2), shape(3, 2, 2)),
                misfit("conv2d", in -> conv2d(in, Padding.SAME), shape(1, 5, 5, 2), shape(3, 3, 1, 2)),
                misfit("conv2d", in -> conv2d(in, Padding.SAME), shape(5, 5, 2), shape(3, 3, 2, 2)),
                misfit("conv2d", in -> conv2d(in, Padding.VALID), shape(1, 5, 2, 2), shape(3, 3, 2, 2)),
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

    @ParameterizedTest
    @ValueSource(doubles = {-1, 3, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void gather_indexThatIsNone_isRefused(double index) {
        Node indices = Ops.constant(Tensor.vector(index));
        Node three = Ops.constant(Tensor.vector(1, 2, 3));
        refused(
                "gather: the index " + Decimal.text(index) + " must be a whole number from 0 to below 3",
                () -> Layouts.gather(three, indices, 0));
        refused(
                "scatterAdd: the index " + Decimal.text(index) + " must be a whole number from 0 to below 3",
                () -> Layouts.scatterAdd(Ops.constant(Tensor.vector(1)), indices, 0, 3));
    }

    @Test
    void attributes_thatMakeNoSense_areRefused() {
        Node x = Ops.constant(Tensor.filled(Shape.of(1, 1, 1), 1));
        refused("conv1d: the stride 0 must be at least 1", () -> conv1d(List.of(x, x), 0, Padding.SAME));
        refused("clip: from 2 to 1: there is nothing between", () -> Ops.clip(x, 2, 1));
        refused("dropout: the rate 1 must be from 0 to below 1", () -> Activations.dropout(x, 1, Key.of(0), x));
        refused(
                "gather: the index 0 must be a whole number from 0 to below 0",
                () -> Layouts.gather(Ops.constant(Tensor.vector()), Ops.constant(0), 0));
        refused("concat takes at least 1 input but was given none", () -> Layouts.concat(0));
    }

    private static void refused(String message, Executable body) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
