package org.fallline.nn;

import org.fallline.math.Key;

/**
 * Weights whose rows or columns, whichever are fewer, are orthogonal to each other and of one length: the Q of the QR
 * decomposition of a matrix of normal numbers, with signs such that the diagonal of R is positive, which makes Q uniformly
 * distributed over all such matrices.
 *
 * <p>Q comes of Gram–Schmidt orthogonalization done twice, which leaves errors of rounding size ("twice is enough": L. Giraud, J.
 * Langou, M. Rozložník, <i>The loss of orthogonality in the Gram-Schmidt orthogonalization process</i>, 2005).
 *
 * <p>Source: A. M. Saxe, J. L. McClelland, S. Ganguli, <i>Exact solutions to the nonlinear dynamics of learning in deep linear
 * neural networks</i>, ICLR 2014.
 *
 * @param gain the length of the rows or columns
 */
record Orthogonal(double gain) implements Initializer {
    @Override
    public void fill(Key key, int fanIn, int fanOut, double[] into, int from) {
        int count = Math.min(fanIn, fanOut);
        int length = fanIn + fanOut - count;
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                vectors[i][k] = key.normal(k * count + i);
            }
            removeParallels(vectors, i);
            removeParallels(vectors, i);
            scale(vectors[i]);
        }
        for (int i = 0; i < fanIn; i++) {
            for (int j = 0; j < fanOut; j++) {
                into[from + i * fanOut + j] = gain * (fanIn < fanOut ? vectors[i][j] : vectors[j][i]);
            }
        }
    }

    /** Takes from a vector what is parallel to those before it, which are of length 1. */
    private static void removeParallels(double[][] vectors, int index) {
        double[] vector = vectors[index];
        for (int j = 0; j < index; j++) {
            double along = dot(vector, vectors[j]);
            for (int k = 0; k < vector.length; k++) {
                vector[k] -= along * vectors[j][k];
            }
        }
    }

    private static void scale(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
