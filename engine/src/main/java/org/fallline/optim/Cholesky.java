package org.fallline.optim;

/**
 * The Cholesky factorisation {@code A = L·Lᵀ} of a symmetric matrix, which exists if and only if the matrix is positive
 * definite: the cheapest test of that.
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, <i>Matrix Computations</i>, 4th edition, 2013, algorithm 4.2.1 (by inner products).
 */
final class Cholesky {
    private Cholesky() {}

    /**
     * Factorises {@code A + damping·I}.
     *
     * @param memory holds A, n × n, row-major, of which the lower triangle is read; receives L, the rest of whose square is
     *     left alone; modified
     * @param from where A begins
     * @param into where L begins
     * @return whether the matrix is positive definite; if not, L is not complete
     */
    static boolean factorise(double[] memory, int from, int into, int n, double damping) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double rest = memory[from + i * n + k] - Vectors.dot(memory, into + i * n, memory, into + k * n, k);
                if (k < i) {
                    memory[into + i * n + k] = rest / memory[into + k * n + k];
                } else if (rest + damping > 0 && rest + damping < Double.POSITIVE_INFINITY) {
                    memory[into + i * n + i] = Math.sqrt(rest + damping);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Solves {@code L·Lᵀ·x = b}.
     *
     * @param memory holds L, n × n, row-major, and b, which becomes x; modified
     * @param factor where L begins
     * @param at where b begins
     */
    static void solve(double[] memory, int factor, int at, int n) {
        for (int i = 0; i < n; i++) {
            double rest = memory[at + i] - Vectors.dot(memory, factor + i * n, memory, at, i);
            memory[at + i] = rest / memory[factor + i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double rest = memory[at + i];
            for (int k = i + 1; k < n; k++) {
                rest -= memory[factor + k * n + i] * memory[at + k];
            }
            memory[at + i] = rest / memory[factor + i * n + i];
        }
    }
}
