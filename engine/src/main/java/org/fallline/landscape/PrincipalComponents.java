package org.fallline.landscape;

import java.util.Arrays;
import java.util.List;
import org.fallline.math.Key;
import org.fallline.math.Real;

/**
 * The two directions in which the states of a path differ most, orthonormal, with the share of the whole variance that
 * each explains.
 *
 * <p>The states are centred on the last one, {@code M = [θ₀ − θₙ; …; θₙ₋₁ − θₙ]}, as in the source, not on their mean: the
 * plane then goes through the point where the path is now, and the share is one of squared distances from it. The
 * directions are the leading eigenvectors of {@code MᵀM}, found from whichever is smaller of {@code MᵀM} (parameters ×
 * parameters) and {@code MMᵀ} (states × states), of which {@code Mᵀx / ‖Mᵀx‖} are the same. Each points away from
 * the last state toward where the first one lies, or the first of those that do not lie across it.
 *
 * <p>States with a number that is not finite are left out; the last finite one is then the centre. Of a longer path than
 * {@value #MOST_STATES} states so many are used, evenly spaced, first and last included. A path along a line, or one that
 * does not move, has a second direction (or both) of share 0: an axis made orthogonal to the first.
 *
 * <p>Source: H. Li et al., "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018, arXiv:1712.09913, section 7.
 */
public final class PrincipalComponents {
    /** Enough states to know a path by; the search for its components takes a millisecond. */
    private static final int MOST_STATES = 128;

    /** The residual, as a share of the largest eigenvalue, with which an eigenvector is good: one of values is its square. */
    private static final double TOLERANCE = 1e-13;

    /** A move is across a direction if no more than this share of it is along. */
    private static final double ACROSS = 1e-9;

    /** Where the search begins: the same states give the same picture. */
    private static final Key START = Key.of(0);

    /** A share below this is rounding error: the eigenvalues of a product of matrices have no more digits. */
    private static final double NOTHING = 1e-13;

    private final double[] origin;
    private final double[] u;
    private final double[] v;
    private final double shareU;
    private final double shareV;

    private PrincipalComponents(double[] origin, double[] u, double[] v, double shareU, double shareV) {
        this.origin = origin;
        this.u = u;
        this.v = v;
        this.shareU = shareU;
        this.shareV = shareV;
    }

    /**
     * The components of a path.
     *
     * @param states row-major (states × parameters), in the order of the path; not modified
     * @param parameters how many numbers a state has, two at least
     * @throws IllegalArgumentException if there are fewer parameters or no finite state
     */
    public static PrincipalComponents of(double[] states, int parameters) {
        if (parameters < 2 || states.length % parameters != 0) {
            throw new IllegalArgumentException("principal components need states of two parameters or more, but got "
                    + states.length + " numbers for states of " + parameters);
        }
        int[] finite = finite(states, parameters);
        if (finite.length == 0) {
            throw new IllegalArgumentException(
                    "principal components need a finite state, but none of " + states.length / parameters + " is");
        }
        double[] origin = row(states, finite[finite.length - 1], parameters);
        int used = Math.min(finite.length, MOST_STATES);
        double[][] moves = new double[used - 1][];
        double largest = 0;
        for (int i = 0; i < used - 1; i++) {
            int state = finite[(int) ((long) i * (finite.length - 1) / (used - 1))];
            moves[i] = Vectors.difference(row(states, state, parameters), origin);
            largest = Real.max(largest, Vectors.largest(moves[i]));
        }
        return of(origin, moves, largest);
    }

    /** The numbers of the states that are finite. */
    private static int[] finite(double[] states, int parameters) {
        int[] finite = new int[states.length / parameters];
        int count = 0;
        for (int state = 0; state < finite.length; state++) {
            if (Double.isFinite(Vectors.largest(row(states, state, parameters)))) {
                finite[count++] = state;
            }
        }
        return Arrays.copyOf(finite, count);
    }

    private static double[] row(double[] states, int state, int parameters) {
        return Arrays.copyOfRange(states, state * parameters, (state + 1) * parameters);
    }

    private static PrincipalComponents of(double[] origin, double[][] moves, double largest) {
        int n = origin.length;
        if (!(largest > 0)) {
            double[] u = new double[n];
            u[0] = 1;
            return new PrincipalComponents(origin, u, orthogonalAxis(u), 0, 0);
        }
        // So that no square overflows or vanishes.
        for (double[] move : moves) {
            for (int i = 0; i < n; i++) {
                move[i] = move[i] / largest;
            }
        }
        double whole = 0;
        for (double[] move : moves) {
            whole += Vectors.dot(move, move);
        }
        boolean byStates = moves.length < n;
        Products product = new Products(byStates ? moves : transposed(moves, n));
        int wanted = Math.min(2, product.size());
        List<Lanczos.Pair> pairs = Lanczos.extremes(product, wanted, 0, TOLERANCE, 4 * product.size(), true, START)
                .largest();
        double[] u = direction(pairs.get(0).vector(), byStates, product);
        double shareV = wanted > 1 ? pairs.get(1).value() / whole : 0;
        double[] v = shareV > NOTHING ? direction(pairs.get(1).vector(), byStates, product) : orthogonalAxis(u);
        Vectors.orthogonalize(v, u);
        return new PrincipalComponents(
                origin,
                pointing(u, moves),
                pointing(v, moves),
                Real.min(1, pairs.get(0).value() / whole),
                shareV > NOTHING ? shareV : 0);
    }

    private static double[][] transposed(double[][] rows, int columns) {
        double[][] transposed = new double[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }

    /** RRᵀ: the products of all rows with each other. */
    private static final class Products implements SymmetricOperator {
        private final double[][] rows;

        Products(double[][] rows) {
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void times(double[] x, double[] into) {
            double[] sum = sum(x);
            for (int i = 0; i < rows.length; i++) {
                into[i] = Vectors.dot(rows[i], sum);
            }
        }

        /** Rᵀx. */
        double[] sum(double[] x) {
            double[] sum = new double[rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                Vectors.add(x[i], rows[i], sum);
            }
            return sum;
        }
    }

    private static double[] direction(double[] vector, boolean byStates, Products product) {
        double[] direction = byStates ? product.sum(vector) : vector.clone();
        Vectors.normalize(direction);
        return direction;
    }

    /** The axis that is least along {@code u}, made orthogonal to it. */
    private static double[] orthogonalAxis(double[] u) {
        int least = 0;
        for (int i = 1; i < u.length; i++) {
            least = Math.abs(u[i]) < Math.abs(u[least]) ? i : least;
        }
        double[] v = new double[u.length];
        v[least] = 1;
        Vectors.orthogonalize(v, u);
        return v;
    }

    private static double[] pointing(double[] direction, double[][] moves) {
        for (double[] move : moves) {
            double along = Vectors.dot(direction, move);
            if (Math.abs(along) > ACROSS * Vectors.norm(move)) {
                double sign = along < 0 ? -1 : 1;
                for (int i = 0; i < direction.length; i++) {
                    direction[i] = sign * direction[i];
                }
                return direction;
            }
        }
        return direction;
    }

    /** The last finite state, at (0, 0) of the plane; a copy. */
    public double[] origin() {
        return origin.clone();
    }

    /** The first component, a unit vector; a copy. */
    public double[] u() {
        return u.clone();
    }

    /** The second component, a unit vector orthogonal to the first; a copy. */
    public double[] v() {
        return v.clone();
    }

    /** The share, in [0, 1], of the squared distances from the last state that lies along the first component. */
    public double shareU() {
        return shareU;
    }

    /** The share, in [0, 1], that lies along the second component. */
    public double shareV() {
        return shareV;
    }

    /** The plane along the components through the last state. */
    public Plane plane() {
        return new Plane(origin, u, v);
    }
}
