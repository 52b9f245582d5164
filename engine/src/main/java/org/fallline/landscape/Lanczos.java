package org.fallline.landscape;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Key;
import org.fallline.math.Real;

/**
 * The extreme eigenpairs of a {@link SymmetricOperator} by the Lanczos process with full re-orthogonalization.
 *
 * <p>From a random start an orthonormal basis grows by one vector a product; in it the operator is a tridiagonal matrix T,
 * whose extreme eigenvalues θ approach those of the operator. The residual norm of a pair is {@code ‖Ax − θx‖ = β|s|} with
 * s the last component of T's eigenvector; an eigenvalue lies within that distance of θ. Every new vector is
 * orthogonalized against all others twice, which is enough. Where the basis spans an invariant subspace (β = 0) it goes
 * on with a random vector orthogonal to it, so a matrix with few different eigenvalues is no trap.
 *
 * <p>From one start the process sees one vector of each eigenspace. With {@code copies} it therefore begins again
 * orthogonally to the pairs it has found, until nothing it finds would be among the wanted ones; that takes about as many
 * products again.
 *
 * <p>Sources: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, sections 10.1 to 10.3; B. N. Parlett,
 * "The Symmetric Eigenvalue Problem", 1980, section 6-9 ("twice is enough").
 */
public final class Lanczos {
    /** How the search ended. */
    public enum End {
        /** All wanted pairs have residuals within the tolerance. */
        CONVERGED,
        /** The products that were allowed have been used up; the pairs are the best so far. */
        OUT_OF_PRODUCTS,
        /** A product was not finite: there are no pairs. */
        NOT_FINITE
    }

    /** A β below this share of the largest eigenvalue's magnitude is rounding error: the subspace is invariant. */
    private static final double INVARIANT = 1e-14;

    /**
     * An eigenvalue, its unit eigenvector (the pair's own array, not to be modified) and the norm of {@code Ax − λx}.
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    public record Pair(double value, double[] vector, double residual) {}

    /**
     * What a search found.
     *
     * @param largest pairs, values descending
     * @param smallest pairs, values ascending; together with the largest they are at most as many as the dimension
     * @param products how many were computed
     */
    public record Result(List<Pair> largest, List<Pair> smallest, int products, End end) {}

    private final SymmetricOperator operator;
    private final int n;
    private final double tolerance;
    private final int mostProducts;
    private final Key key;
    private int products;
    private int draws;
    private boolean finite = true;

    private Lanczos(SymmetricOperator operator, double tolerance, int mostProducts, Key key) {
        this.operator = operator;
        this.n = operator.size();
        this.tolerance = tolerance;
        this.mostProducts = mostProducts;
        this.key = key;
    }

    /**
     * The {@code largest} algebraically largest and {@code smallest} algebraically smallest eigenpairs.
     *
     * @param tolerance of a residual, relative to the largest magnitude of an eigenvalue seen
     * @param mostProducts that may be computed, one at least
     * @param copies whether eigenvalues are wanted as often as they occur
     * @param key of the random start
     */
    public static Result extremes(
            SymmetricOperator operator,
            int largest,
            int smallest,
            double tolerance,
            int mostProducts,
            boolean copies,
            Key key) {
        int n = operator.size();
        if (n < 1 || largest < 0 || smallest < 0 || largest + smallest < 1 || largest + smallest > n) {
            throw new IllegalArgumentException("of an operator of dimension " + n + " there are 1 to " + n
                    + " eigenpairs, but " + largest + " largest and " + smallest + " smallest are asked for");
        }
        if (!(tolerance > 0) || mostProducts < 1) {
            throw new IllegalArgumentException(
                    "a search needs a tolerance above zero and one product at least, but got " + tolerance + " and "
                            + mostProducts);
        }
        Lanczos search = new Lanczos(operator, tolerance, mostProducts, key);
        return search.run(largest, smallest, copies);
    }

    private Result run(int largest, int smallest, boolean copies) {
        Sweep first = sweep(List.of(), largest, smallest);
        List<Pair> top = new ArrayList<>(first.largest);
        List<Pair> bottom = new ArrayList<>(first.smallest);
        boolean converged = first.converged;
        boolean more = copies;
        while (more && converged && finite && top.size() + bottom.size() < n) {
            List<Pair> known = new ArrayList<>(top);
            known.addAll(bottom);
            int rest = n - known.size();
            int up = largest > 0 ? 1 : 0;
            int down = smallest > 0 && rest > up ? 1 : 0;
            Sweep again = sweep(known, up, down);
            converged = again.converged;
            boolean higher = take(again.largest, top, largest, 1);
            boolean lower = take(again.smallest, bottom, smallest, -1);
            more = higher || lower;
        }
        End end = !finite ? End.NOT_FINITE : converged ? End.CONVERGED : End.OUT_OF_PRODUCTS;
        return finite
                ? new Result(List.copyOf(top), List.copyOf(bottom), products, end)
                : new Result(List.of(), List.of(), products, end);
    }

    /** Puts a pair in its place among the best {@code most}; whether one had to make room for it. */
    private boolean take(List<Pair> found, List<Pair> best, int most, int sign) {
        boolean taken = false;
        for (Pair pair : found) {
            int place = 0;
            while (place < best.size() && sign * best.get(place).value() >= sign * pair.value()) {
                place++;
            }
            double last = best.get(best.size() - 1).value();
            // Better by no more than its residual is no better: that ends the search.
            if (best.size() < most || sign * (pair.value() - last) > 2 * pair.residual()) {
                best.add(place, pair);
                if (best.size() > most) {
                    best.remove(most);
                }
                taken = true;
            }
        }
        return taken;
    }

    private record Sweep(List<Pair> largest, List<Pair> smallest, boolean converged) {}

    /** One basis, orthogonal to the {@code known} eigenvectors, until the wanted pairs in it have converged. */
    private Sweep sweep(List<Pair> known, int largest, int smallest) {
        int most = n - known.size();
        List<double[]> basis = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        known.forEach(pair -> all.add(pair.vector()));
        double[] diagonal = new double[Math.min(most, mostProducts)];
        double[] beside = new double[diagonal.length];
        double[] next = random(all);
        double size = 0;
        int nextLook = Math.min(most, Math.max(2 * (largest + smallest), 4));
        while (true) {
            int j = basis.size();
            basis.add(next);
            all.add(next);
            double[] w = new double[n];
            operator.times(next, w);
            products++;
            if (!Double.isFinite(Vectors.largest(w))) {
                finite = false;
                return new Sweep(List.of(), List.of(), false);
            }
            diagonal[j] = Vectors.dot(next, w);
            orthogonalize(w, all);
            double beta = Vectors.normalize(w);
            size = Real.max(size, Real.max(Math.abs(diagonal[j]), beta));
            boolean invariant = beta <= INVARIANT * size;
            beside[j] = invariant ? 0 : beta;
            int m = j + 1;
            boolean last = m == most || products >= mostProducts;
            if (last || m >= nextLook) {
                Sweep sweep = pairs(basis, diagonal, beside, largest, smallest, m == most);
                if (sweep.converged || last) {
                    return sweep;
                }
                // An eigenproblem costs m³, so looks become rarer.
                nextLook = m + 1 + m / 8;
            }
            next = invariant ? random(all) : w;
        }
    }

    /** The wanted eigenpairs of T, as vectors of the operator's space. */
    private Sweep pairs(
            List<double[]> basis, double[] diagonal, double[] beside, int largest, int smallest, boolean complete) {
        int m = basis.size();
        double[] t = new double[m * m];
        for (int i = 0; i < m; i++) {
            t[i * m + i] = diagonal[i];
            if (i + 1 < m) {
                t[i * m + i + 1] = beside[i];
                t[(i + 1) * m + i] = beside[i];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(t, m);
        double size = Real.max(Math.abs(eigen.value(0)), Math.abs(eigen.value(m - 1)));
        int up = Math.min(largest, m);
        int down = Math.min(smallest, m - up);
        // A subspace that is invariant by luck holds pairs without residual, but not yet all that are wanted; and one
        // of
        // β = 0 has not looked outside: only a basis of the whole space, or a coupling that was seen, convinces.
        boolean converged = up == largest && down == smallest && (complete || beside[m - 1] > 0);
        double beta = complete ? 0 : beside[m - 1];
        List<Pair> top = new ArrayList<>();
        List<Pair> bottom = new ArrayList<>();
        for (int k = 0; k < up + down; k++) {
            int index = k < up ? k : m - 1 - (k - up);
            double[] s = eigen.vector(index);
            double[] x = new double[n];
            for (int i = 0; i < m; i++) {
                Vectors.add(s[i], basis.get(i), x);
            }
            double residual = beta * Math.abs(s[m - 1]);
            converged &= residual <= tolerance * size;
            (k < up ? top : bottom).add(new Pair(eigen.value(index), x, residual));
        }
        return new Sweep(top, bottom, converged);
    }

    /** A random unit vector orthogonal to {@code others}, of which there are fewer than dimensions. */
    private double[] random(List<double[]> others) {
        double[] x = new double[n];
        double length = 0;
        while (!(length > 0)) {
            Key draw = key.split(draws++);
            for (int i = 0; i < n; i++) {
                x[i] = draw.normal(i);
            }
            Vectors.normalize(x);
            orthogonalize(x, others);
            length = Vectors.normalize(x);
        }
        // Once more at unit length: little may have been left.
        orthogonalize(x, others);
        Vectors.normalize(x);
        return x;
    }

    private static void orthogonalize(double[] x, List<double[]> others) {
        for (int round = 0; round < 2; round++) {
            for (double[] other : others) {
                Vectors.add(-Vectors.dot(other, x), other, x);
            }
        }
    }
}
