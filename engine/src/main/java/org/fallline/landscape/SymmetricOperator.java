package org.fallline.landscape;

/** A symmetric matrix that is known only by its products with vectors, as a Hessian is. */
public interface SymmetricOperator {
    /** The dimension. */
    int size();

    /** Writes the product with {@code x} (not modified) to {@code into}, another array of the same length. */
    void times(double[] x, double[] into);

    /** The dense matrix, row-major, of {@code size} products with unit vectors; symmetric to within rounding. */
    default double[] dense() {
        int n = size();
        double[] matrix = new double[n * n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1;
            times(unit, column);
            unit[i] = 0;
            System.arraycopy(column, 0, matrix, i * n, n);
        }
        return matrix;
    }
}
