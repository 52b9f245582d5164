package org.fallline.landscape;

import org.fallline.math.Decimal;

/**
 * Eigenvalues, in descending order, and orthonormal eigenvectors of a dense symmetric matrix, by cyclic Jacobi rotations;
 * meant for dimensions up to about 128.
 *
 * <p>The error of an eigenvalue is a small multiple of 10⁻¹⁶ of the largest one's magnitude; small ones of matrices that
 * are nearly diagonal come out better than that. A vector's sign is such that its component of largest magnitude is
 * positive, so that equal matrices give equal pictures.
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, section 8.5 (algorithms 8.5.1 and 8.5.3).
 */
public final class SymmetricEigen {
    /** Convergence is quadratic: six to ten sweeps do for any matrix of these sizes. */
    private static final int MOST_SWEEPS = 60;

    private final int n;
    private final double[] values;
    /** Row k is the eigenvector of value k. */
    private final double[] vectors;

    private SymmetricEigen(int n, double[] values, double[] vectors) {
        this.n = n;
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * The eigensystem of the {@code n × n} matrix (row-major, not modified); of its symmetric part, should it differ from
     * its transpose.
     *
     * @throws IllegalArgumentException if its length is not n² or a number is not finite
     */
    public static SymmetricEigen of(double[] matrix, int n) {
        Vectors.requireLength("a matrix of " + n + " × " + n, n * n, matrix.length);
        double largest = Vectors.largest(matrix);
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException(
                    "eigenvalues need finite numbers, but the matrix holds " + Decimal.text(largest));
        }
        // Scaled by a power of two, exactly, so that no square overflows or vanishes.
        double scale = powerOfTwoNear(largest);
        double[] a = new double[n * n];
        double[] q = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = 0.5 * (matrix[i * n + j] / scale) + 0.5 * (matrix[j * n + i] / scale);
            }
            q[i * n + i] = 1;
        }
        int sweep = 0;
        while (sweep < MOST_SWEEPS && sweep(a, q, n)) {
            sweep++;
        }
        return sorted(a, q, n, scale);
    }

    private static double powerOfTwoNear(double x) {
        double power = 1;
        if (x > 0) {
            while (power < x && power < 0x1p1000) {
                power *= 2;
            }
            while (power > x && power > 0x1p-1000) {
                power *= 0.5;
            }
        }
        return power;
    }

    /** One rotation for each element above the diagonal that still counts; whether there was any. */
    private static boolean sweep(double[] a, double[] q, int n) {
        boolean rotated = false;
        for (int p = 0; p < n - 1; p++) {
            for (int r = p + 1; r < n; r++) {
                double off = Math.abs(a[p * n + r]);
                double diagonal = Math.sqrt(Math.abs(a[p * n + p])) * Math.sqrt(Math.abs(a[r * n + r]));
                // Relative to its own two rows, so that small eigenvalues of graded matrices keep their digits
                // (J. Demmel, K. Veselić, 1992); the second bound is for zeros on the diagonal.
                if (off > 0x1p-54 * diagonal && off > 0x1p-200) {
                    rotate(a, q, n, p, r);
                    rotated = true;
                } else {
                    a[p * n + r] = 0;
                    a[r * n + p] = 0;
                }
            }
        }
        return rotated;
    }

    /** The rotation in the plane (p, r) that makes that element zero: A ← JᵀAJ, Q ← QJ (the rows of {@code q}). */
    private static void rotate(double[] a, double[] q, int n, int p, int r) {
        double theta = (a[r * n + r] - a[p * n + p]) / (2 * a[p * n + r]);
        double magnitude = Math.abs(theta);
        // The smaller root, for the smaller angle; beyond 1e150 its square would overflow.
        double t = magnitude > 1e150 ? 0.5 / magnitude : 1 / (magnitude + Math.sqrt(magnitude * magnitude + 1));
        t = theta < 0 ? -t : t;
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        a[p * n + p] -= t * a[p * n + r];
        a[r * n + r] += t * a[p * n + r];
        a[p * n + r] = 0;
        a[r * n + p] = 0;
        for (int i = 0; i < n; i++) {
            if (i != p && i != r) {
                double ip = a[i * n + p];
                double ir = a[i * n + r];
                a[i * n + p] = c * ip - s * ir;
                a[i * n + r] = s * ip + c * ir;
                a[p * n + i] = a[i * n + p];
                a[r * n + i] = a[i * n + r];
            }
            double qp = q[p * n + i];
            double qr = q[r * n + i];
            q[p * n + i] = c * qp - s * qr;
            q[r * n + i] = s * qp + c * qr;
        }
    }

    private static SymmetricEigen sorted(double[] a, double[] q, int n, double scale) {
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        boolean[] taken = new boolean[n];
        for (int k = 0; k < n; k++) {
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!taken[i] && (next < 0 || a[i * n + i] > a[next * n + next])) {
                    next = i;
                }
            }
            taken[next] = true;
            values[k] = a[next * n + next] * scale;
            double sign = sign(q, next * n, n);
            for (int i = 0; i < n; i++) {
                vectors[k * n + i] = sign * q[next * n + i];
            }
        }
        return new SymmetricEigen(n, values, vectors);
    }

    /** The sign of the number of largest magnitude; of the first of them when several are as large but for rounding. */
    private static double sign(double[] numbers, int from, int count) {
        int largest = from;
        for (int i = from; i < from + count; i++) {
            if (Math.abs(numbers[i]) > Math.abs(numbers[largest]) * (1 + 1e-9)) {
                largest = i;
            }
        }
        return numbers[largest] < 0 ? -1 : 1;
    }

    /** The dimension. */
    public int size() {
        return n;
    }

    /** The {@code k}-th largest eigenvalue, from 0. */
    public double value(int k) {
        return values[k];
    }

    /** All eigenvalues, descending; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The unit eigenvector of {@link #value}{@code (k)}; a copy. */
    public double[] vector(int k) {
        double[] vector = new double[n];
        System.arraycopy(vectors, k * n, vector, 0, n);
        return vector;
    }
}
