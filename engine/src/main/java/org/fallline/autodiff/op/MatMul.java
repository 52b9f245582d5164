package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * The matrix product {@code (m, k), (k, n) → (m, n)}: {@code y[i,j] = Σₚ a[i,p] · b[p,j]}, summed in the order of p from 0.
 *
 * <p>Either matrix may be given transposed, {@code (k, m)} or {@code (n, k)}: {@link org.fallline.autodiff.Simplify} puts a
 * transpose into the product, which then computes the same bits without it. For k = 0 the product is 0; no factor of 0 is
 * skipped, so {@code 0 · ∞} and NaN make NaN of every sum they are in.
 *
 * <p>Derivatives, of a plain product: {@code ȳ bᵀ} and {@code aᵀ ȳ}. Source: M. B. Giles, <i>Collected Matrix Derivative Results
 * for Forward and Reverse Mode Algorithmic Differentiation</i>, 2008, section 2.2.2.
 *
 * @param transposedA whether the first input is read as its transpose
 * @param transposedB whether the second input is read as its transpose
 */
public record MatMul(boolean transposedA, boolean transposedB) implements Op {
    /** The product of two matrices as they are. */
    public MatMul() {
        this(false, false);
    }

    @Override
    public String name() {
        return transposedA || transposedB ? "matmul" + (transposedA ? "T" : "N") + (transposedB ? "T" : "N") : "matmul";
    }

    @Override
    public Notation notation() {
        return transposedA || transposedB ? Notation.function(name()) : Notation.infix(" @ ", Notation.PRODUCT);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 2);
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        if (a.rank() != 2 || b.rank() != 2 || a.extent(transposedA ? 0 : 1) != b.extent(transposedB ? 1 : 0)) {
            throw new IllegalArgumentException(name() + ": the shapes " + a + " and " + b + " must be "
                    + (transposedA ? "(k, m)" : "(m, k)") + " and " + (transposedB ? "(n, k)" : "(k, n)"));
        }
        return Shape.of(a.extent(transposedA ? 1 : 0), b.extent(transposedB ? 0 : 1));
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int m = shapes[2].extent(0);
        int n = shapes[2].extent(1);
        int inner = shapes[0].extent(transposedA ? 0 : 1);
        int aRow = transposedA ? 1 : inner;
        int aNext = transposedA ? m : 1;
        int bColumn = transposedB ? inner : 1;
        int bNext = transposedB ? 1 : n;
        int blocked = n - n % 4;
        for (int j = 0; j < blocked; j += 4) {
            fourColumns(memory, in[0], aRow, aNext, in[1] + j * bColumn, bColumn, bNext, out + j, m, n, inner);
        }
        for (int j = blocked; j < n; j++) {
            oneColumn(memory, in[0], aRow, aNext, in[1] + j * bColumn, bNext, out + j, m, n, inner);
        }
    }

    // Several sums at once, each in its own order: an addition need not wait for the one before it.

    private static void fourColumns(
            double[] memory,
            int aStart,
            int aRow,
            int aNext,
            int bStart,
            int bColumn,
            int bNext,
            int out,
            int m,
            int n,
            int inner) {
        int i = 0;
        for (; i + 1 < m; i += 2) {
            int a = aStart + i * aRow;
            int b = bStart;
            double sum00 = 0;
            double sum01 = 0;
            double sum02 = 0;
            double sum03 = 0;
            double sum10 = 0;
            double sum11 = 0;
            double sum12 = 0;
            double sum13 = 0;
            for (int p = 0; p < inner; p++) {
                double a0 = memory[a];
                double a1 = memory[a + aRow];
                double b0 = memory[b];
                double b1 = memory[b + bColumn];
                double b2 = memory[b + 2 * bColumn];
                double b3 = memory[b + 3 * bColumn];
                sum00 += a0 * b0;
                sum01 += a0 * b1;
                sum02 += a0 * b2;
                sum03 += a0 * b3;
                sum10 += a1 * b0;
                sum11 += a1 * b1;
                sum12 += a1 * b2;
                sum13 += a1 * b3;
                a += aNext;
                b += bNext;
            }
            int y = out + i * n;
            memory[y] = sum00;
            memory[y + 1] = sum01;
            memory[y + 2] = sum02;
            memory[y + 3] = sum03;
            memory[y + n] = sum10;
            memory[y + n + 1] = sum11;
            memory[y + n + 2] = sum12;
            memory[y + n + 3] = sum13;
        }
        if (i < m) {
            int a = aStart + i * aRow;
            int b = bStart;
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            for (int p = 0; p < inner; p++) {
                double a0 = memory[a];
                sum0 += a0 * memory[b];
                sum1 += a0 * memory[b + bColumn];
                sum2 += a0 * memory[b + 2 * bColumn];
                sum3 += a0 * memory[b + 3 * bColumn];
                a += aNext;
                b += bNext;
            }
            int y = out + i * n;
            memory[y] = sum0;
            memory[y + 1] = sum1;
            memory[y + 2] = sum2;
            memory[y + 3] = sum3;
        }
    }

    private static void oneColumn(
            double[] memory, int aStart, int aRow, int aNext, int bStart, int bNext, int out, int m, int n, int inner) {
        int i = 0;
        for (; i + 3 < m; i += 4) {
            int a = aStart + i * aRow;
            int b = bStart;
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            for (int p = 0; p < inner; p++) {
                double b0 = memory[b];
                sum0 += memory[a] * b0;
                sum1 += memory[a + aRow] * b0;
                sum2 += memory[a + 2 * aRow] * b0;
                sum3 += memory[a + 3 * aRow] * b0;
                a += aNext;
                b += bNext;
            }
            int y = out + i * n;
            memory[y] = sum0;
            memory[y + n] = sum1;
            memory[y + 2 * n] = sum2;
            memory[y + 3 * n] = sum3;
        }
        for (; i < m; i++) {
            int a = aStart + i * aRow;
            int b = bStart;
            double sum = 0;
            for (int p = 0; p < inner; p++) {
                sum += memory[a] * memory[b];
                a += aNext;
                b += bNext;
            }
            memory[out + i * n] = sum;
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node a = transposedA ? Ops.transpose(y.input(0)) : y.input(0);
        Node b = transposedB ? Ops.transpose(y.input(1)) : y.input(1);
        Node aBar = Ops.matmul(yBar, Ops.transpose(b));
        Node bBar = Ops.matmul(Ops.transpose(a), yBar);
        return List.of(transposedA ? Ops.transpose(aBar) : aBar, transposedB ? Ops.transpose(bBar) : bBar);
    }
}
