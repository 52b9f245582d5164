package org.fallline.autodiff;

import java.util.List;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Runs one op on concrete nodes, by the kernel that a {@link Program} runs too. */
final class Eager {
    private Eager() {}

    static Tensor compute(Op op, List<Node> inputs, Shape shape) {
        int size = shape.size();
        int[] in = new int[inputs.size()];
        Shape[] shapes = new Shape[inputs.size() + 1];
        for (int i = 0; i < in.length; i++) {
            in[i] = size;
            shapes[i] = inputs.get(i).shape();
            size += shapes[i].size();
        }
        shapes[in.length] = shape;
        double[] memory = new double[size];
        for (int i = 0; i < in.length; i++) {
            inputs.get(i).value().copyTo(memory, in[i]);
        }
        op.forward(memory, in, 0, shapes);
        return Tensor.of(shape, memory, 0);
    }
}
