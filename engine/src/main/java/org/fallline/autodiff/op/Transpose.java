package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * The transpose {@code (m, n) → (n, m)}; elements are copied as they are. Derivative: {@code ȳᵀ}. Source: TensorFlow
 * API, {@code tf.linalg.matrix_transpose}.
 */
public record Transpose() implements Op {
    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public Notation notation() {
        return Notation.postfix("ᵀ");
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        Shape x = inputs.get(0);
        if (x.rank() != 2) {
            throw new IllegalArgumentException("transpose: the shape " + x + " must be (m, n)");
        }
        return x.transposed();
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int rows = shapes[0].extent(0);
        int columns = shapes[0].extent(1);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                memory[out + j * rows + i] = memory[in[0] + i * columns + j];
            }
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.transpose(yBar));
    }
}
