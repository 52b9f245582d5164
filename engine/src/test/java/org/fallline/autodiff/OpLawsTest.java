package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fallline.autodiff.Convolutions.Padding;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

/** What operations owe each other, and values that others publish. */
class OpLawsTest {
    /** A few units in the last place of sums of up to a hundred numbers of magnitude 1. */
    private static final double ROUNDING = 1e-14;

    @Test
    void softmax_alongAnAxis_sumsToOne() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            Node y = Activations.softmax(Ops.multiply(x, Ops.constant(100)), 1);
            assertClose(Tensor.filled(Shape.of(x.shape().extent(0)), 1), Reductions.sum(y, 1));
        });
    }

    @Test
    void softmax_ofShiftedLogits_isTheSame() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            Node shifted = Ops.add(x, Ops.constant(random.nextInt(100)));
            assertClose(Activations.softmax(x, 1).value(), Activations.softmax(shifted, 1));
        });
    }

    @Test
    void logSoftmax_ofLogits_isTheLogarithmOfTheSoftmax() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            assertClose(Ops.log(Activations.softmax(x, 0)).value(), Activations.logSoftmax(x, 0));
        });
    }

    @Test
    void concat_ofSlices_isTheWhole() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            int axis = random.nextInt(2);
            int n = x.shape().extent(axis);
            int cut = random.nextInt(n + 1);
            Node again = Layouts.concat(axis, Layouts.slice(x, axis, 0, cut), Layouts.slice(x, axis, cut, n - cut));
            assertEquals(x.value(), again.value());
        });
    }

    @Test
    void transpose_byTheInverseOrder_isTheIdentity() {
        Cases.forEachSeed(50, random -> {
            Node x = someOf(random, Shape.of(2, 3, 4));
            Node y = Layouts.transpose(x, 1, 2, 0);
            assertNotEquals(x.shape(), y.shape());
            assertEquals(x.value(), Layouts.transpose(y, 2, 0, 1).value());
        });
    }

    @Test
    void cumsum_inReverse_isTheReverseOfTheCumsumOfTheReverse() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            int n = x.shape().extent(1);
            Node backward = Ops.constant(Tensor.vector(
                    IntStream.range(0, n).mapToDouble(i -> n - 1 - i).toArray()));
            Node reversed = Layouts.gather(x, backward, 1);
            Node expected = Layouts.gather(Layouts.cumsum(reversed, 1), backward, 1);
            assertEquals(expected.value(), Layouts.cumsum(x, 1, false, true).value());
        });
    }

    @Test
    void transposes_ofLinearOperations_areTheirAdjoints() {
        Cases.forEachSeed(50, random -> {
            Node x = someMatrix(random);
            int rows = x.shape().extent(0);
            double[] chosen = random.ints(5, 0, rows).asDoubleStream().toArray();
            Node indices = Ops.constant(Tensor.vector(chosen));
            Node picked = Layouts.gather(x, indices, 0);
            Node slices = someOf(random, picked.shape());
            assertInnerProducts(picked, slices, x, Layouts.scatterAdd(slices, indices, 0, rows));

            List<Integer> begin = List.of(1, 2);
            Node padded = Layouts.pad(x, begin, Shape.of(rows + 2, x.shape().extent(1) + 3));
            Node large = someOf(random, padded.shape());
            assertInnerProducts(padded, large, x, Layouts.slice(large, begin, x.shape()));

            Node summed = Layouts.cumsum(x, 0);
            Node other = someOf(random, x.shape());
            assertInnerProducts(summed, other, x, Layouts.cumsum(other, 0, false, true));
        });
    }

    @Test
    void conv2d_ofOneByOneFilters_isTheMatrixProduct() {
        Cases.forEachSeed(20, random -> {
            Node image = someOf(random, Shape.of(2, 3, 4, 2));
            Node weights = someOf(random, Shape.of(2, 3));
            Node expected =
                    Layouts.reshape(Ops.matmul(Layouts.reshape(image, Shape.of(24, 2)), weights), Shape.of(2, 3, 4, 3));
            for (Padding padding : Padding.values()) {
                Node filters = Layouts.reshape(weights, Shape.of(1, 1, 2, 3));
                assertEquals(
                        expected.value(),
                        Convolutions.conv2d(image, filters, 1, padding).value());
            }
        });
    }

    @Test
    void conv2d_ofOneColumn_isConv1d() {
        Cases.forEachSeed(20, random -> {
            Node signal = someOf(random, Shape.of(2, 5, 2));
            Node filters = someOf(random, Shape.of(3, 2, 4));
            Node image = Layouts.reshape(signal, Shape.of(2, 5, 1, 2));
            Node square = Layouts.reshape(filters, Shape.of(3, 1, 2, 4));
            for (Padding padding : Padding.values()) {
                Node expected = Convolutions.conv1d(signal, filters, 2, padding);
                assertArrayEquals(
                        expected.value().toArray(),
                        Convolutions.conv2d(image, square, 2, padding).value().toArray());
            }
        });
    }

    @Test
    void dropout_inAProgram_drawsAnewForEachCountAndTheSameForTheSame() {
        Node count = Ops.input("count", Shape.SCALAR);
        Node ones = Ops.literal(Tensor.filled(Shape.of(10_000), 1));
        Node y = Activations.dropout(ones, 0.25, Key.of(1), count);
        Program program = Program.of(List.of(count), List.of(y));
        program.run(new double[] {0});
        Tensor first = program.value(y);
        program.run(new double[] {1});
        assertNotEquals(first, program.value(y));
        program.run(new double[] {0});
        assertEquals(first, program.value(y));
        // The mean of 10,000 numbers of variance 1/3: 0.0058 is one standard deviation.
        assertEquals(1, Ops.mean(Ops.constant(first)).value().item(), 4 * 0.0058);
    }

    @Test
    void values_ofTensorFlowsDocumentation_areOurs() {
        Node row = Ops.constant(Tensor.vector(2, 4, 6, 8));
        assertEquals("[2, 6, 12, 20]", text(Layouts.cumsum(row, 0)), "tf.math.cumsum");
        assertEquals("[0, 2, 6, 12]", text(Layouts.cumsum(row, 0, true, false)), "tf.math.cumsum");
        assertEquals("[20, 18, 14, 8]", text(Layouts.cumsum(row, 0, false, true)), "tf.math.cumsum");

        Node square = Ops.constant(Tensor.matrix(new double[][] {{1, 2}, {3, 4}}));
        assertEquals("24", text(Reductions.prod(square)), "tf.math.reduce_prod");
        assertEquals("[3, 8]", text(Reductions.prod(square, 0)), "tf.math.reduce_prod");
        assertEquals("[2, 12]", text(Reductions.prod(square, 1)), "tf.math.reduce_prod");
        assertEquals("1.25", text(Reductions.variance(square)), "tf.math.reduce_variance");
        assertEquals("[1, 1]", text(Reductions.variance(square, 0)), "tf.math.reduce_variance");
        assertEquals("[0.25, 0.25]", text(Reductions.variance(square, 1)), "tf.math.reduce_variance");

        Node zeros = Ops.constant(Tensor.filled(Shape.of(2, 3), 0));
        assertEquals(Math.log(6), Reductions.logSumExp(zeros).value().item(), ROUNDING, "tf.math.reduce_logsumexp");
        assertEquals("[[1.09861], [1.09861]]", text(Reductions.logSumExp(zeros, true, 1)), "tf.math.reduce_logsumexp");

        Node logits = Ops.constant(Tensor.vector(-1, 0, 1));
        assertEquals("[0.0900306, 0.244728, 0.665241]", text(Activations.softmax(logits, 0)), "tf.nn.softmax");
        assertEquals("0.842701", text(Ops.erf(Ops.constant(1))), "tf.math.erf");

        Node indices = Ops.constant(Tensor.vector(0, 2, -1, 1));
        assertEquals("[[1, 0, 0], [0, 0, 1], [0, 0, 0], [0, 1, 0]]", text(Layouts.oneHot(indices, 3)), "tf.one_hot");
        Node wide = Ops.constant(Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertEquals(
                "[[0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 2, 3, 0, 0], [0, 0, 4, 5, 6, 0, 0], [0, 0, 0, 0, 0, 0, 0]]",
                text(Layouts.pad(wide, List.of(1, 2), Shape.of(4, 7))),
                "tf.pad");
        Node more = Ops.constant(Tensor.matrix(new double[][] {{7, 8, 9}, {10, 11, 12}}));
        assertEquals("[[1, 2, 3, 7, 8, 9], [4, 5, 6, 10, 11, 12]]", text(Layouts.concat(1, wide, more)), "tf.concat");
    }

    @Test
    void conv1d_samePadding_isAsWorkedByHand() {
        // 1 2 3 4 under the filter 1 10 100, with a zero before and behind: 0+10+200, 1+20+300, 2+30+400, 3+40+0.
        Node signal = Ops.constant(Tensor.of(Shape.of(1, 4, 1), new double[] {1, 2, 3, 4}, 0));
        Node filter = Ops.constant(Tensor.of(Shape.of(3, 1, 1), new double[] {1, 10, 100}, 0));
        assertEquals("[[[210], [321], [432], [43]]]", text(Convolutions.conv1d(signal, filter, 1, Padding.SAME)));
        assertEquals("[[[321], [432]]]", text(Convolutions.conv1d(signal, filter, 1, Padding.VALID)));
        // Strides of 2 need one zero, and it goes behind.
        assertEquals("[[[321], [43]]]", text(Convolutions.conv1d(signal, filter, 2, Padding.SAME)));
    }

    /** ⟨Ax, y⟩ = ⟨x, Aᵀy⟩. */
    private static void assertInnerProducts(Node ax, Node y, Node x, Node aty) {
        double left = Ops.sum(Ops.multiply(ax, y)).value().item();
        double right = Ops.sum(Ops.multiply(x, aty)).value().item();
        assertEquals(left, right, 10 * ROUNDING);
    }

    private static void assertClose(Tensor expected, Node actual) {
        assertEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.toArray(), actual.value().toArray(), ROUNDING);
    }

    private static String text(Node node) {
        return node.value().text(6);
    }

    private static Node someMatrix(Random random) {
        return someOf(random, Shape.of(RandomShapes.extent(random), RandomShapes.extent(random)));
    }

    private static Node someOf(Random random, Shape shape) {
        return Ops.constant(Tensor.of(shape, random.doubles(shape.size(), -1, 1).toArray(), 0));
    }
}
