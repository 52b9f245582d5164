package org.fallline.autodiff;

import java.util.List;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * The vocabulary, continued: filters that slide over a signal or an image, the channels last.
 *
 * <pre>
 * y[n, i, j, f] = Σ over p, q, c of x[n, s·i + p, s·j + q, c] · filters[p, q, c, f]
 * </pre>
 *
 * <p>The patches under the filter are gathered, and a matrix product weighs them all at once; so the derivatives are
 * those of {@link Layouts#gather} and {@link Ops#matmul}, and so are the edges: an ∞ or NaN reaches all places whose
 * filter covers it, also by a weight of 0, and so does a weight of ∞ or NaN in the padding. As everywhere in machine
 * learning the filter is not mirrored, which makes this a cross-correlation. Source: TensorFlow API, {@code
 * tf.nn.conv1d} and {@code tf.nn.conv2d}; for {@link Padding} its guide to {@code tf.nn}, <i>Notes on padding</i>.
 */
public final class Convolutions {
    private Convolutions() {}

    /** What lies beyond the edge. */
    public enum Padding {
        /** Nothing: the filter stays inside, and the result has {@code ⌊(n − k) / s⌋ + 1} places. */
        VALID,
        /** Zeros, as many before as after or one less: the result has {@code ⌈n / s⌉} places. */
        SAME
    }

    /**
     * {@code (batch, length, channels), (k, channels, filters) → (batch, places, filters)}: {@link Convolutions} has the formula,
     * derivative and edges.
     *
     * @param stride how far the filters move from place to place
     */
    public static Node conv1d(Node x, Node filters, int stride, Padding padding) {
        Shape signal = x.shape();
        Shape kernel = filters.shape();
        if (signal.rank() != 3 || kernel.rank() != 3 || signal.extent(2) != kernel.extent(1)) {
            throw new IllegalArgumentException("conv1d: the shapes " + signal + " and " + kernel
                    + " must be (batch, length, channels) and (k, channels, filters)");
        }
        Sliding along = Sliding.of("conv1d", signal, kernel, 1, stride, padding);
        Node padded = Layouts.pad(x, List.of(0, along.before(), 0), signal.withExtent(1, along.padded()));
        Node patches = Layouts.gather(padded, Ops.constant(along.indices()), 1);
        return weighed(patches, filters, Shape.of(signal.extent(0), along.places(), kernel.extent(2)));
    }

    /**
     * {@code (batch, height, width, channels), (kₕ, kᵥ, channels, filters) → (batch, rows, columns, filters)}:
     * {@link Convolutions} has the formula, derivative and edges.
     *
     * @param stride how far the filters move from place to place, down and across
     */
    public static Node conv2d(Node x, Node filters, int stride, Padding padding) {
        Shape image = x.shape();
        Shape kernel = filters.shape();
        if (image.rank() != 4 || kernel.rank() != 4 || image.extent(3) != kernel.extent(2)) {
            throw new IllegalArgumentException("conv2d: the shapes " + image + " and " + kernel
                    + " must be (batch, height, width, channels) and (height, width, channels, filters)");
        }
        Sliding down = Sliding.of("conv2d", image, kernel, 1, stride, padding);
        Sliding across = Sliding.of("conv2d", image, kernel, 2, stride, padding);
        Shape large = image.withExtent(1, down.padded()).withExtent(2, across.padded());
        Node padded = Layouts.pad(x, List.of(0, down.before(), across.before(), 0), large);
        Shape flat = Shape.of(image.extent(0), down.padded() * across.padded(), image.extent(3));
        Node patches = Layouts.gather(Layouts.reshape(padded, flat), Ops.constant(down.indices(across)), 1);
        return weighed(patches, filters, Shape.of(image.extent(0), down.places(), across.places(), kernel.extent(3)));
    }

    /** Each patch, weighed by each filter. */
    private static Node weighed(Node patches, Node filters, Shape result) {
        int weights = filters.shape().size() / Math.max(1, filters.shape().extent(-1));
        int places = result.size() / Math.max(1, result.extent(-1));
        Node rows = Layouts.reshape(patches, Shape.of(places, weights));
        Node columns = Layouts.reshape(filters, Shape.of(weights, result.extent(-1)));
        return Layouts.reshape(Ops.matmul(rows, columns), result);
    }

    /**
     * How a filter slides along one axis.
     *
     * @param extent of the filter
     * @param stride from place to place
     * @param places where it comes to lie
     * @param before zeros before the axis
     * @param padded the axis's extent with the zeros on both sides
     */
    private record Sliding(int extent, int stride, int places, int before, int padded) {
        static Sliding of(String name, Shape signal, Shape kernel, int axis, int stride, Padding padding) {
            int n = signal.extent(axis);
            int k = kernel.extent(axis - 1);
            if (stride < 1) {
                throw new IllegalArgumentException(name + ": the stride " + stride + " must be at least 1");
            }
            if (k < 1 || (padding == Padding.VALID && k > n)) {
                throw new IllegalArgumentException(
                        name + ": a filter of shape " + kernel + " does not fit into the shape " + signal);
            }
            if (padding == Padding.VALID) {
                return new Sliding(k, stride, (n - k) / stride + 1, 0, n);
            }
            int places = (n + stride - 1) / stride;
            int zeros = Math.max((places - 1) * stride + k - n, 0);
            return new Sliding(k, stride, places, zeros / 2, n + zeros);
        }

        /** For each place, the indices under the filter. */
        Tensor indices() {
            double[] indices = new double[places * extent];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = i / extent * stride + i % extent;
            }
            return Tensor.of(Shape.of(places, extent), indices, 0);
        }

        /** For each place, down and across, the row-major indices under the filter. */
        Tensor indices(Sliding across) {
            double[] rows = indices().toArray();
            double[] columns = across.indices().toArray();
            double[] indices = new double[rows.length * columns.length];
            int next = 0;
            for (int i = 0; i < places; i++) {
                for (int j = 0; j < across.places; j++) {
                    for (int p = 0; p < extent; p++) {
                        for (int q = 0; q < across.extent; q++) {
                            indices[next++] = rows[i * extent + p] * across.padded + columns[j * across.extent + q];
                        }
                    }
                }
            }
            return Tensor.of(Shape.of(places * across.places, extent * across.extent), indices, 0);
        }
    }
}
