package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;

import java.util.List;
import java.util.Random;
import org.fallline.autodiff.Convolutions.Padding;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The operations of {@link Convolutions}. */
final class ConvolutionCases {
    static final List<OpRow> ROWS = List.of(
            new OpRow(
                    conv1d(Shape.of(1, 4, 1), Shape.of(3, 1, 1), 1, Padding.VALID),
                    "v1 (2, 3) = constant [[0, 1, 2], [1, 2, 3]]; v2 (1, 2, 3, 1) = gather(a, v1); "
                            + "v3 (2, 3) = reshape(v2); v4 (3, 1) = reshape(b); v5 (2, 1) = matmul(v3, v4); "
                            + "v6 (1, 2, 1) = reshape(v5)",
                    random -> conv1d(
                            Shape.of(RandomShapes.extent(random), 3 + random.nextInt(4), 1 + random.nextInt(2)),
                            random)),
            new OpRow(
                    conv2d(Shape.of(1, 2, 3, 1), Shape.of(2, 2, 1, 1), 1, Padding.SAME),
                    "v1 (1, 3, 4, 1) = pad(a); v2 (1, 12, 1) = reshape(v1); "
                            + "v3 (6, 4) = constant [[0, 1, 4, 5], [1, 2, 5, 6], [2, 3, 6, 7], [4, 5, 8, 9], [5, 6, 9, 10], [6, 7, 10, 11]]; "
                            + "v4 (1, 6, 4, 1) = gather(v2, v3); v5 (6, 4) = reshape(v4); v6 (4, 1) = reshape(b); "
                            + "v7 (6, 1) = matmul(v5, v6); v8 (1, 2, 3, 1) = reshape(v7)",
                    random -> conv2d(
                            Shape.of(
                                    1 + random.nextInt(2),
                                    3 + random.nextInt(3),
                                    3 + random.nextInt(3),
                                    1 + random.nextInt(2)),
                            random)));

    private ConvolutionCases() {}

    private static OpCase conv1d(Shape signal, Random random) {
        Shape kernel = Shape.of(1 + random.nextInt(3), signal.extent(2), 1 + random.nextInt(3));
        return conv1d(signal, kernel, 1 + random.nextInt(3), padding(random));
    }

    private static OpCase conv2d(Shape image, Random random) {
        Shape kernel = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(3), image.extent(3), 1 + random.nextInt(3));
        return conv2d(image, kernel, 1 + random.nextInt(3), padding(random));
    }

    private static Padding padding(Random random) {
        return random.nextBoolean() ? Padding.VALID : Padding.SAME;
    }

    private static OpCase conv1d(Shape signal, Shape kernel, int stride, Padding padding) {
        Shape result = Shape.of(
                signal.extent(0), places(signal.extent(1), kernel.extent(0), stride, padding), kernel.extent(2));
        return new OpCase(
                "Convolutions.conv1d",
                List.of(signal, kernel),
                ANY,
                in -> Convolutions.conv1d(in.get(0), in.get(1), stride, padding),
                in -> Naive.table(result, index -> {
                    double sum = 0;
                    for (int p = 0; p < kernel.extent(0); p++) {
                        int i = from(index[1], signal.extent(1), kernel.extent(0), stride, padding) + p;
                        for (int c = 0; c < kernel.extent(1); c++) {
                            sum += orZero(in.get(0), index[0], i, c) * Naive.at(in.get(1), p, c, index[2]);
                        }
                    }
                    return sum;
                }));
    }

    private static OpCase conv2d(Shape image, Shape kernel, int stride, Padding padding) {
        Shape result = Shape.of(
                image.extent(0),
                places(image.extent(1), kernel.extent(0), stride, padding),
                places(image.extent(2), kernel.extent(1), stride, padding),
                kernel.extent(3));
        return new OpCase(
                "Convolutions.conv2d",
                List.of(image, kernel),
                ANY,
                in -> Convolutions.conv2d(in.get(0), in.get(1), stride, padding),
                in -> Naive.table(result, index -> {
                    double sum = 0;
                    for (int p = 0; p < kernel.extent(0); p++) {
                        for (int q = 0; q < kernel.extent(1); q++) {
                            int i = from(index[1], image.extent(1), kernel.extent(0), stride, padding) + p;
                            int j = from(index[2], image.extent(2), kernel.extent(1), stride, padding) + q;
                            for (int c = 0; c < kernel.extent(2); c++) {
                                sum += orZero(in.get(0), index[0], i, j, c) * Naive.at(in.get(1), p, q, c, index[3]);
                            }
                        }
                    }
                    return sum;
                }));
    }

    private static int places(int n, int k, int stride, Padding padding) {
        return padding == Padding.SAME ? (int) Math.ceil((double) n / stride) : (n - k) / stride + 1;
    }

    /** Where a place begins in the signal; before 0 it is padding. Source: TensorFlow's guide, <i>Notes on padding</i>. */
    private static int from(int place, int n, int k, int stride, Padding padding) {
        int zeros = n % stride == 0 ? Math.max(k - stride, 0) : Math.max(k - n % stride, 0);
        return place * stride - (padding == Padding.SAME ? zeros / 2 : 0);
    }

    private static double orZero(Tensor tensor, int... index) {
        for (int axis = 1; axis < index.length - 1; axis++) {
            if (index[axis] < 0 || index[axis] >= tensor.shape().extent(axis)) {
                return 0;
            }
        }
        int place = 0;
        for (int axis = 0; axis < index.length; axis++) {
            place = place * tensor.shape().extent(axis) + index[axis];
        }
        return tensor.at(place);
    }
}
