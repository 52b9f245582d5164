package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fallline.tensor.Shape;

/** The operations of {@link Reductions}, along chosen axes and along all. */
final class ReductionCases {
    static final List<OpRow> ROWS = List.of(
            row("sum", Reductions::sum, ProductCases::total, "v1 (2, 1) = sumTo(a); v2 (2) = reshape(v1)"),
            row(
                    "mean",
                    Reductions::mean,
                    ReductionCases::mean,
                    "v1 (2, 1) = sumTo(a); v2 (2, 1) = constant [[3], [3]]; v3 (2, 1) = divide(v1, v2); "
                            + "v4 (2) = reshape(v3)"),
            row(
                    "max",
                    Reductions::max,
                    x -> Arrays.stream(x).max().orElseThrow(),
                    "v1 (2, 1) = maxTo(a); v2 (2) = reshape(v1)"),
            row(
                    "min",
                    Reductions::min,
                    x -> Arrays.stream(x).min().orElseThrow(),
                    "v1 (2, 3) = negate(a); v2 (2, 1) = maxTo(v1); v3 (2, 1) = negate(v2); " + "v4 (2) = reshape(v3)"),
            row(
                    "variance",
                    Reductions::variance,
                    ReductionCases::variance,
                    "v1 (2, 1) = sumTo(a); v2 (2, 1) = constant [[3], [3]]; v3 (2, 1) = divide(v1, v2); "
                            + "v4 (2, 3) = broadcast(v3); v5 (2, 3) = subtract(a, v4); v6 (2, 3) = square(v5); "
                            + "v7 (2, 1) = sumTo(v6); v8 (2, 1) = constant [[3], [3]]; v9 (2, 1) = divide(v7, v8); "
                            + "v10 (2) = reshape(v9)"),
            row(
                    "logSumExp",
                    Reductions::logSumExp,
                    ReductionCases::logSumExp,
                    "v1 (2, 1) = maxTo(a); v2 (2, 1) = stopGradient(v1); v3 (2, 1) = abs(v2); "
                            + "v4 (2, 1) = constant [[Infinity], [Infinity]]; v5 (2, 1) = less(v3, v4); "
                            + "v6 (2, 1) = constant [[0], [0]]; v7 (2, 1) = where(v5, v2, v6); "
                            + "v8 (2, 3) = broadcast(v7); v9 (2, 3) = subtract(a, v8); v10 (2, 3) = exp(v9); "
                            + "v11 (2, 1) = sumTo(v10); v12 (2, 1) = log(v11); v13 (2, 1) = add(v12, v7); "
                            + "v14 (2) = reshape(v13)"));

    private ReductionCases() {}

    private interface AlongAxes {
        Node of(Node x, boolean keepDims, int... axes);
    }

    private static OpRow row(String name, AlongAxes build, ToDoubleFunction<double[]> reference, String text) {
        return new OpRow(reduced(name, Shape.of(2, 3), build, reference, false, 1), text, random -> {
            Shape shape = RandomShapes.withAxes(random);
            Shape notEmpty = shape.size() == 0 ? Shape.of(2, 1, 3) : shape;
            return reduced(name, notEmpty, build, reference, random.nextBoolean(), RandomShapes.axes(random, notEmpty));
        });
    }

    private static OpCase reduced(
            String name,
            Shape shape,
            AlongAxes build,
            ToDoubleFunction<double[]> reference,
            boolean keepDims,
            int... axes) {
        Shape small = kept(shape, axes);
        return OpCase.of(
                "Reductions." + name,
                shape,
                ANY,
                a -> build.of(a, keepDims, axes),
                a -> Naive.table(small, place -> reference.applyAsDouble(Naive.reducedTo(a, small, place))));
    }

    private static Shape kept(Shape shape, int... axes) {
        Shape kept = shape;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int ours = axis;
            boolean named = Arrays.stream(axes).anyMatch(number -> shape.axis(number) == ours);
            kept = named || axes.length == 0 ? kept.withExtent(axis, 1) : kept;
        }
        return kept;
    }

    private static double mean(double[] x) {
        return ProductCases.total(x) / x.length;
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        return mean(Arrays.stream(x).map(each -> (each - mean) * (each - mean)).toArray());
    }

    private static double logSumExp(double[] x) {
        return Math.log(Arrays.stream(x).map(Math::exp).sum());
    }
}
