package org.fallline.autodiff;

import java.util.Arrays;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Tensors by the index of each element, one at a time: slow, and too plain to be wrong. */
final class Naive {
    private Naive() {}

    /** An element by its place along every axis. */
    interface Element {
        double at(int... index);
    }

    /** The row-major elements of a tensor that is defined by its elements. */
    static double[] table(Shape shape, Element element) {
        double[] values = new double[shape.size()];
        int[] index = new int[shape.rank()];
        for (int i = 0; i < values.length; i++) {
            int rest = i;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                index[axis] = rest % shape.extent(axis);
                rest /= shape.extent(axis);
            }
            values[i] = element.at(index);
        }
        return values;
    }

    /** An element of a tensor; leading indices that it has no axis for, and indices along axes of extent 1, are ignored. */
    static double at(Tensor tensor, int... index) {
        Shape shape = tensor.shape();
        int place = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int i = index[index.length - shape.rank() + axis];
            place = place * shape.extent(axis) + (shape.extent(axis) == 1 ? 0 : i);
        }
        return tensor.at(place);
    }

    /** The elements from which a place of a reduced shape comes, in row-major order. */
    static double[] reducedTo(Tensor tensor, Shape small, int... place) {
        int lead = tensor.shape().rank() - small.rank();
        double[] found = new double[tensor.shape().size()];
        int[] count = new int[1];
        table(tensor.shape(), index -> {
            boolean ours = true;
            for (int axis = 0; axis < small.rank(); axis++) {
                ours &= small.extent(axis) == 1 || index[lead + axis] == place[axis];
            }
            if (ours) {
                found[count[0]++] = at(tensor, index);
            }
            return 0;
        });
        return Arrays.copyOf(found, count[0]);
    }
}
