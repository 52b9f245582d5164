package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;

import java.util.List;
import java.util.Random;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The matrix product and transpose, what broadcasting is made of, and the sums over everything, of {@link Ops}. */
final class ProductCases {
    static final List<OpRow> ROWS = List.of(
            new OpRow(
                    matmul(2, 3, 4),
                    "v1 (2, 4) = matmul(a, b)",
                    random -> matmul(
                            RandomShapes.extent(random), RandomShapes.extent(random), RandomShapes.extent(random))),
            new OpRow(
                    transpose(Shape.of(2, 3)),
                    "v1 (3, 2) = transpose(a)",
                    random -> transpose(Shape.of(RandomShapes.extent(random), RandomShapes.extent(random)))),
            new OpRow(broadcastTo(Shape.of(3, 1), Shape.of(2, 3, 2)), "v1 (2, 3, 2) = broadcast(a)", random -> {
                Shape large = RandomShapes.any(random);
                return broadcastTo(RandomShapes.broadcastingTo(random, large), large);
            }),
            new OpRow(sumTo(Shape.of(2, 3, 2), Shape.of(3, 1)), "v1 (3, 1) = sumTo(a)", random -> {
                Shape large = RandomShapes.any(random);
                return sumTo(large, RandomShapes.broadcastingTo(random, large));
            }),
            new OpRow(sum(Shape.of(2, 3)), "v1 () = sum(a)", random -> sum(RandomShapes.any(random))),
            new OpRow(mean(Shape.of(2, 3)), "v1 () = mean(a)", random -> mean(notEmpty(random))),
            new OpRow(
                    meanSquaredError(Shape.of(2, 2)),
                    "e (2, 2) = subtract(a, b); s (2, 2) = square(e); v1 () = mean(s)",
                    random -> meanSquaredError(notEmpty(random))));

    private ProductCases() {}

    private static OpCase matmul(int m, int inner, int n) {
        return new OpCase(
                "Ops.matmul",
                List.of(Shape.of(m, inner), Shape.of(inner, n)),
                ANY,
                in -> Ops.matmul(in.get(0), in.get(1)),
                in -> Naive.table(Shape.of(m, n), index -> {
                    double sum = 0;
                    for (int p = 0; p < inner; p++) {
                        sum += Naive.at(in.get(0), index[0], p) * Naive.at(in.get(1), p, index[1]);
                    }
                    return sum;
                }));
    }

    private static OpCase transpose(Shape shape) {
        return OpCase.of(
                "Ops.transpose",
                shape,
                ANY,
                Ops::transpose,
                a -> Naive.table(shape.transposed(), index -> Naive.at(a, index[1], index[0])));
    }

    private static OpCase broadcastTo(Shape small, Shape large) {
        return OpCase.of(
                "Ops.broadcastTo",
                small,
                ANY,
                a -> Ops.broadcastTo(a, large),
                a -> Naive.table(large, index -> Naive.at(a, index)));
    }

    private static OpCase sumTo(Shape large, Shape small) {
        return OpCase.of(
                "Ops.sumTo",
                large,
                ANY,
                a -> Ops.sumTo(a, small),
                a -> Naive.table(small, place -> total(Naive.reducedTo(a, small, place))));
    }

    private static OpCase sum(Shape shape) {
        return OpCase.of("Ops.sum", shape, ANY, Ops::sum, a -> new double[] {total(a.toArray())});
    }

    private static OpCase mean(Shape shape) {
        return OpCase.of("Ops.mean", shape, ANY, Ops::mean, a -> new double[] {total(a.toArray()) / shape.size()});
    }

    private static OpCase meanSquaredError(Shape shape) {
        return new OpCase(
                "Ops.meanSquaredError",
                List.of(shape, shape),
                ANY,
                in -> Ops.meanSquaredError(in.get(0), in.get(1)),
                in -> new double[] {total(squares(in.get(0), in.get(1))) / shape.size()});
    }

    private static double[] squares(Tensor a, Tensor b) {
        return Naive.table(a.shape(), index -> Math.pow(Naive.at(a, index) - Naive.at(b, index), 2));
    }

    /** Without an extent of 0: the mean of nothing is not a number. */
    private static Shape notEmpty(Random random) {
        Shape shape = RandomShapes.any(random);
        return shape.size() == 0 ? Shape.of(1) : shape;
    }

    static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
