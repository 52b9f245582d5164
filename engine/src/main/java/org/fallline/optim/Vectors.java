package org.fallline.optim;

/** Products of parts of flat arrays. */
final class Vectors {
    private Vectors() {}

    /** {@code Σ aᵢ·bᵢ} over n numbers from an index in each. */
    static double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    /** {@code into ← −a} over n numbers. */
    static void negate(double[] a, double[] into, int from, int n) {
        for (int i = 0; i < n; i++) {
            into[from + i] = -a[i];
        }
    }
}
