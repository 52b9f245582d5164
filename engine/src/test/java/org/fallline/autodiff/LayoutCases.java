package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The operations of {@link Layouts}. */
final class LayoutCases {
    static final List<OpRow> ROWS = List.of(
            new OpRow(reshape(Shape.of(2, 3), Shape.of(3, 2)), "v1 (3, 2) = reshape(a)", random -> {
                Shape shape = RandomShapes.any(random);
                return reshape(shape, random.nextBoolean() ? Shape.of(shape.size()) : Shape.of(1, shape.size(), 1));
            }),
            new OpRow(transpose(Shape.of(2, 3, 4), 2, 0, 1), "v1 (4, 2, 3) = permute(a)", random -> {
                Shape shape = RandomShapes.any(random);
                List<Integer> order =
                        new ArrayList<>(IntStream.range(0, shape.rank()).boxed().toList());
                Collections.shuffle(order, random);
                return transpose(shape, order.stream().mapToInt(axis -> axis).toArray());
            }),
            new OpRow(
                    concat(1, Shape.of(2, 1), Shape.of(2, 3), Shape.of(2, 2)),
                    "v1 (2, 6) = concat(a, b, c)",
                    LayoutCases::concat),
            new OpRow(slice(Shape.of(3, 4), List.of(1, 2), Shape.of(2, 2)), "v1 (2, 2) = slice(a)", random -> {
                Shape shape = RandomShapes.any(random);
                Shape size = within(random, shape);
                return slice(shape, beginOf(random, size, shape), size);
            }),
            new OpRow(slice(Shape.of(2, 4), -1, 1, 2), "v1 (2, 2) = slice(a)", random -> {
                Shape shape = RandomShapes.withAxes(random);
                int axis = anyAxis(random, shape);
                int begin = random.nextInt(shape.extent(axis) + 1);
                return slice(shape, axis, begin, random.nextInt(shape.extent(axis) - begin + 1));
            }),
            new OpRow(pad(Shape.of(2, 2), List.of(1, 0), Shape.of(3, 4)), "v1 (3, 4) = pad(a)", random -> {
                Shape shape = RandomShapes.any(random);
                Shape size = within(random, shape);
                return pad(size, beginOf(random, size, shape), shape);
            }),
            new OpRow(
                    gather(Shape.of(3, 2), Tensor.vector(2, 0, 2), 0),
                    "v1 (3) = constant [2, 0, 2]; v2 (3, 2) = gather(a, v1)",
                    LayoutCases::gather),
            new OpRow(
                    scatterAdd(Shape.of(3, 2), Tensor.vector(2, 0, 2), 0, 4),
                    "v1 (3) = constant [2, 0, 2]; v2 (4, 2) = scatterAdd(a, v1)",
                    LayoutCases::scatterAdd),
            new OpRow(
                    oneHot(Shape.of(2), 3),
                    "v1 (2, 1) = reshape(a); v2 (2, 3) = broadcast(v1); v3 (2, 3) = constant [[0, 1, 2], [0, 1, 2]]; "
                            + "v4 (2, 3) = equal(v2, v3)",
                    random -> oneHot(RandomShapes.any(random), RandomShapes.extent(random))),
            new OpRow(cumsum(Shape.of(2, 3), 1, false, false), "v1 (2, 3) = cumsum(a)", random -> {
                Shape shape = RandomShapes.withAxes(random);
                return cumsum(shape, anyAxis(random, shape), random.nextBoolean(), random.nextBoolean());
            }));

    private LayoutCases() {}

    private static int anyAxis(Random random, Shape shape) {
        return random.nextInt(2 * shape.rank()) - shape.rank();
    }

    private static OpCase reshape(Shape from, Shape to) {
        return OpCase.of("Layouts.reshape", from, ANY, a -> Layouts.reshape(a, to), Tensor::toArray);
    }

    private static OpCase transpose(Shape shape, int... order) {
        Shape target = Shape.of(Arrays.stream(order).map(shape::extent).toArray());
        return OpCase.of(
                "Layouts.transpose",
                shape,
                ANY,
                a -> Layouts.transpose(a, order),
                a -> Naive.table(target, index -> {
                    int[] source = new int[order.length];
                    for (int i = 0; i < order.length; i++) {
                        source[order[i]] = index[i];
                    }
                    return Naive.at(a, source);
                }));
    }

    private static OpCase concat(Random random) {
        Shape shape = RandomShapes.withAxes(random);
        int axis = anyAxis(random, shape);
        return concat(
                axis,
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> shape.withExtent(axis, random.nextInt(4)))
                        .toArray(Shape[]::new));
    }

    private static OpCase concat(int axis, Shape... shapes) {
        int total = Arrays.stream(shapes).mapToInt(shape -> shape.extent(axis)).sum();
        return new OpCase(
                "Layouts.concat",
                List.of(shapes),
                ANY,
                in -> Layouts.concat(axis, in.toArray(new Node[0])),
                in -> Naive.table(shapes[0].withExtent(axis, total), index -> {
                    int[] source = index.clone();
                    int part = 0;
                    int along = shapes[0].axis(axis);
                    while (source[along] >= shapes[part].extent(axis)) {
                        source[along] -= shapes[part++].extent(axis);
                    }
                    return Naive.at(in.get(part), source);
                }));
    }

    private static Shape within(Random random, Shape shape) {
        return Shape.of(IntStream.range(0, shape.rank())
                .map(axis -> random.nextInt(shape.extent(axis) + 1))
                .toArray());
    }

    private static List<Integer> beginOf(Random random, Shape box, Shape shape) {
        return IntStream.range(0, shape.rank())
                .mapToObj(axis -> random.nextInt(shape.extent(axis) - box.extent(axis) + 1))
                .toList();
    }

    private static OpCase slice(Shape shape, List<Integer> begin, Shape size) {
        return OpCase.of(
                "Layouts.slice",
                shape,
                ANY,
                a -> Layouts.slice(a, begin, size),
                a -> Naive.table(size, index -> Naive.at(a, moved(index, begin, 1))));
    }

    private static OpCase slice(Shape shape, int axis, int begin, int count) {
        return OpCase.of(
                "Layouts.slice",
                shape,
                ANY,
                a -> Layouts.slice(a, axis, begin, count),
                a -> Naive.table(shape.withExtent(axis, count), index -> {
                    int[] source = index.clone();
                    source[shape.axis(axis)] += begin;
                    return Naive.at(a, source);
                }));
    }

    private static OpCase pad(Shape box, List<Integer> begin, Shape large) {
        return OpCase.of(
                "Layouts.pad",
                box,
                ANY,
                a -> Layouts.pad(a, begin, large),
                a -> Naive.table(large, index -> {
                    int[] source = moved(index, begin, -1);
                    for (int axis = 0; axis < source.length; axis++) {
                        if (source[axis] < 0 || source[axis] >= box.extent(axis)) {
                            return 0;
                        }
                    }
                    return Naive.at(a, source);
                }));
    }

    private static int[] moved(int[] index, List<Integer> by, int sign) {
        return IntStream.range(0, index.length)
                .map(axis -> index[axis] + sign * by.get(axis))
                .toArray();
    }

    private static OpCase gather(Random random) {
        Shape shape = RandomShapes.withAxes(random);
        int axis = anyAxis(random, shape);
        Shape some = shape.extent(axis) == 0 ? shape.withExtent(axis, 2) : shape;
        return gather(some, indices(random, some.extent(axis)), axis);
    }

    private static Tensor indices(Random random, int extent) {
        Shape shape = RandomShapes.any(random);
        double[] indices = random.ints(shape.size(), 0, extent).asDoubleStream().toArray();
        return Tensor.of(shape, indices, 0);
    }

    private static OpCase gather(Shape shape, Tensor indices, int axis) {
        int along = shape.axis(axis);
        return OpCase.of(
                "Layouts.gather",
                shape,
                ANY,
                a -> Layouts.gather(a, Ops.constant(indices), axis),
                a -> Naive.table(replaced(shape, along, indices.shape()), index -> {
                    int rank = indices.shape().rank();
                    int[] chosen = Arrays.copyOfRange(index, along, along + rank);
                    int[] source = IntStream.range(0, shape.rank())
                            .map(i -> i < along
                                    ? index[i]
                                    : i == along ? (int) Naive.at(indices, chosen) : index[i + rank - 1])
                            .toArray();
                    return Naive.at(a, source);
                }));
    }

    private static OpCase scatterAdd(Random random) {
        Shape shape = RandomShapes.withAxes(random);
        int axis = random.nextInt(shape.rank());
        int extent = RandomShapes.extent(random);
        Tensor indices = indices(random, extent);
        return scatterAdd(replaced(shape, axis, indices.shape()), indices, axis, extent);
    }

    private static OpCase scatterAdd(Shape slices, Tensor indices, int axis, int extent) {
        int rank = indices.shape().rank();
        int[] target = IntStream.range(0, slices.rank() - rank + 1)
                .map(i -> i < axis ? slices.extent(i) : i == axis ? extent : slices.extent(i + rank - 1))
                .toArray();
        return OpCase.of(
                "Layouts.scatterAdd",
                slices,
                ANY,
                a -> Layouts.scatterAdd(a, Ops.constant(indices), axis, extent),
                a -> Naive.table(Shape.of(target), place -> {
                    double[] sum = new double[1];
                    Naive.table(slices, index -> {
                        int[] chosen = Arrays.copyOfRange(index, axis, axis + rank);
                        boolean ours = Naive.at(indices, chosen) == place[axis];
                        for (int i = 0; i < place.length; i++) {
                            ours &= i == axis || place[i] == index[i < axis ? i : i + rank - 1];
                        }
                        sum[0] += ours ? Naive.at(a, index) : 0;
                        return 0;
                    });
                    return sum[0];
                }));
    }

    private static Shape replaced(Shape shape, int axis, Shape by) {
        IntStream before = IntStream.range(0, axis).map(shape::extent);
        IntStream middle = IntStream.range(0, by.rank()).map(by::extent);
        IntStream after = IntStream.range(axis + 1, shape.rank()).map(shape::extent);
        return Shape.of(
                IntStream.concat(IntStream.concat(before, middle), after).toArray());
    }

    /** Of inputs that are no whole numbers, so that differences see no jump: the ones are in the table of edges. */
    private static OpCase oneHot(Shape shape, int depth) {
        return OpCase.of(
                "Layouts.oneHot",
                shape,
                OpCase.between(0.1, 0.9),
                a -> Layouts.oneHot(a, depth),
                a -> new double[shape.size() * depth]);
    }

    private static OpCase cumsum(Shape shape, int axis, boolean exclusive, boolean reverse) {
        int along = shape.axis(axis);
        return OpCase.of(
                "Layouts.cumsum",
                shape,
                ANY,
                a -> Layouts.cumsum(a, axis, exclusive, reverse),
                a -> Naive.table(shape, index -> {
                    double sum = 0;
                    int[] source = index.clone();
                    for (int i = 0; i < shape.extent(along); i++) {
                        source[along] = i;
                        boolean before = reverse ? i > index[along] : i < index[along];
                        sum += before || (i == index[along] && !exclusive) ? Naive.at(a, source) : 0;
                    }
                    return sum;
                }));
    }
}
