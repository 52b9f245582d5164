package org.fallline.landscape;

import org.fallline.math.Key;
import org.fallline.math.Real;
import org.jspecify.annotations.Nullable;

/**
 * The eigenvalues of a Hessian at a point, and what follows from them.
 *
 * <p>Up to dimension {@value #DENSE} all of them are computed, from the dense Hessian; beyond, only the largest and the
 * smallest, by at most {@value #MOST_PRODUCTS} products of {@link Lanczos}: how large the others are in magnitude, and so
 * the condition number of an indefinite or nearly singular Hessian, is then not known.
 *
 * @param dimension of the Hessian
 * @param known eigenvalues, descending; all {@code dimension} of them, or {largest, smallest}, or none where the Hessian
 *     is not finite. The curvature's own array, not to be modified.
 * @param sharpest the unit eigenvector of the eigenvalue of largest magnitude, empty where none is known; the curvature's
 *     own array
 * @param error the bound of the error of the known ones: some eigenvalue lies within this distance of each
 * @param converged whether that bound is at most 10⁻⁶ of the largest magnitude
 * @param products with the Hessian that were computed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record Curvature(
        int dimension,
        double[] known,
        double[] sharpest,
        double error,
        boolean converged,
        int products,
        @Nullable SymmetricEigen eigen) {
    /** The dimension up to which all eigenvalues are computed. */
    public static final int DENSE = 64;

    private static final int MOST_PRODUCTS = 100;

    private static final double TOLERANCE = 1e-6;

    /** An eigenvalue of a magnitude below this share of the largest is zero to within rounding. */
    static final double SINGULAR = 1e-13;

    /** The curvature of {@code hessian}; {@code key} starts the search in more than {@value #DENSE} dimensions. */
    public static Curvature of(SymmetricOperator hessian, Key key) {
        return hessian.size() <= DENSE ? dense(hessian) : extremes(hessian, key);
    }

    private static Curvature dense(SymmetricOperator hessian) {
        int n = hessian.size();
        double[] matrix = hessian.dense();
        double largest = Vectors.largest(matrix);
        if (!Double.isFinite(largest)) {
            return undefined(n, n);
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
        double[] values = eigen.values();
        int sharpest = Math.abs(values[0]) >= Math.abs(values[n - 1]) ? 0 : n - 1;
        double error = SINGULAR * Math.abs(values[sharpest]);
        return new Curvature(n, values, eigen.vector(sharpest), error, true, n, eigen);
    }

    private static Curvature extremes(SymmetricOperator hessian, Key key) {
        int n = hessian.size();
        Lanczos.Result result = Lanczos.extremes(hessian, 1, 1, TOLERANCE, MOST_PRODUCTS, false, key);
        if (result.end() == Lanczos.End.NOT_FINITE) {
            return undefined(n, result.products());
        }
        Lanczos.Pair top = result.largest().get(0);
        Lanczos.Pair bottom = result.smallest().get(0);
        Lanczos.Pair sharpest = Math.abs(top.value()) >= Math.abs(bottom.value()) ? top : bottom;
        return new Curvature(
                n,
                new double[] {top.value(), bottom.value()},
                sharpest.vector(),
                Real.max(top.residual(), bottom.residual()),
                result.end() == Lanczos.End.CONVERGED,
                result.products(),
                null);
    }

    private static Curvature undefined(int dimension, int products) {
        return new Curvature(dimension, new double[0], new double[0], Double.NaN, false, products, null);
    }

    /** Whether all eigenvalues are known. */
    public boolean isComplete() {
        return known.length == dimension;
    }

    /** λmax, the sharpness; NaN where nothing is known. */
    public double largest() {
        return known.length == 0 ? Double.NaN : known[0];
    }

    /** λmin, negative where the loss bends down; NaN where nothing is known. */
    public double smallest() {
        return known.length == 0 ? Double.NaN : known[known.length - 1];
    }

    /** Whether the loss bends both up and down here, beyond rounding. */
    public boolean isIndefinite() {
        return largest() > error && smallest() < -error;
    }

    /**
     * |λ|max / |λ|min: how much longer the valley is than wide, squared; infinite where the Hessian is singular to within
     * rounding; NaN where it is not known: of an incomplete curvature that is not clearly definite.
     */
    public double condition() {
        if (known.length == 0) {
            return Double.NaN;
        }
        double most = Real.max(Math.abs(largest()), Math.abs(smallest()));
        double least = most;
        for (double value : known) {
            least = Real.min(least, Math.abs(value));
        }
        if (isComplete()) {
            return least <= SINGULAR * most ? Double.POSITIVE_INFINITY : most / least;
        }
        boolean definite = smallest() > 10 * error || largest() < -10 * error;
        return definite ? most / least : Double.NaN;
    }

    /**
     * 2 / λmax: gradient descent with a larger rate moves away from here along the sharpest direction; infinite where
     * the loss bends up nowhere, NaN where that is not known.
     *
     * <p>Source: for a quadratic, {@code θ ← θ − ηλθ} shrinks exactly if |1 − ηλ| < 1.
     */
    public double largestStableRate() {
        return largest() <= 0 ? Double.POSITIVE_INFINITY : 2 / largest();
    }
}
