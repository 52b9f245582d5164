package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * The matrix product {@code (m, k), (k, n) → (m, n)}: {@code y[i,j] = Σₚ a[i,p] · b[p,j]}, summed in the order of p.
 *
 * <p>Derivatives: {@code ȳ bᵀ} and {@code aᵀ ȳ}. Source: M. B. Giles, <i>Collected Matrix Derivative Results for Forward and
 * Reverse Mode Algorithmic Differentiation</i>, 2008, section 2.2.2.
 */
public record MatMul() implements Op {
    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public Notation notation() {
        return Notation.infix(" @ ", Notation.PRODUCT);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 2);
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        if (a.rank() != 2 || b.rank() != 2 || a.extent(1) != b.extent(0)) {
            throw new IllegalArgumentException("matmul: the shapes " + a + " and " + b + " must be (m, k) and (k, n)");
        }
        return Shape.of(a.extent(0), b.extent(1));
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int m = shapes[0].extent(0);
        int inner = shapes[0].extent(1);
        int n = shapes[1].extent(1);
        int y = out;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int a = in[0] + i * inner;
                int b = in[1] + j;
                double sum = 0;
                for (int p = 0; p < inner; p++) {
                    sum += memory[a] * memory[b];
                    a++;
                    b += n;
                }
                memory[y++] = sum;
            }
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.matmul(yBar, Ops.transpose(y.input(1))), Ops.matmul(Ops.transpose(y.input(0)), yBar));
    }
}
