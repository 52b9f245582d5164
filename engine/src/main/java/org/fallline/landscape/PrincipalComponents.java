package org.fallline.landscape;

import java.util.Arrays;
import org.fallline.math.Real;

/**
 * The two directions in which the states of a path differ most, orthonormal, with the share of the whole variance that
 * each explains.
 *
 * <p>The states are centred on the last one, {@code M = [θ₀ − θₙ; …; θₙ₋₁ − θₙ]}, as in the source, not on their mean: the
 * plane then goes through the point where the path is now, and the share is one of squared distances from it. The
 * directions are the leading eigenvectors of {@code MᵀM}, found from whichever is smaller of {@code MᵀM} (parameters ×
 * parameters) and {@code MMᵀ} (states × states), of which {@code Mᵀx / ‖Mᵀx‖} are the same. Each points away from
 * the last state toward where the first one lies.
 *
 * <p>States with a number that is not finite are left out; the last finite one is then the centre. Of a longer path than
 * {@value #MOST_STATES} states so many are used, evenly spaced, first and last included. A path along a line, or one that
 * does not move, has a second direction (or both) of share 0: an axis made orthogonal to the first.
 *
 * <p>Source: H. Li et al., "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018, arXiv:1712.09913, section 7.
 */
public final class PrincipalComponents {
    /** What the eigen-solver does in some tens of milliseconds. */
    private static final int MOST_STATES = 128;

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
        boolean byStates = moves.length < n;
        SymmetricEigen eigen = byStates
                ? SymmetricEigen.of(productOfRows(moves), moves.length)
                : SymmetricEigen.of(productOfColumns(moves, n), n);
        double whole = 0;
        for (double[] move : moves) {
            whole += Vectors.dot(move, move);
        }
        double[] u = direction(eigen, 0, moves, byStates, n);
        double shareV = eigen.size() > 1 ? eigen.value(1) / whole : 0;
        double[] v = shareV > NOTHING ? direction(eigen, 1, moves, byStates, n) : orthogonalAxis(u);
        Vectors.orthogonalize(v, u);
        return new PrincipalComponents(
                origin,
                pointing(u, moves[0]),
                pointing(v, moves[0]),
                Real.min(1, eigen.value(0) / whole),
                shareV > NOTHING ? shareV : 0);
    }

    /** MMᵀ. */
    private static double[] productOfRows(double[][] moves) {
        int m = moves.length;
        double[] product = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                product[i * m + j] = Vectors.dot(moves[i], moves[j]);
                product[j * m + i] = product[i * m + j];
            }
        }
        return product;
    }

    /** MᵀM. */
    private static double[] productOfColumns(double[][] moves, int n) {
        double[] product = new double[n * n];
        for (double[] move : moves) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += move[i] * move[j];
                }
            }
        }
        return product;
    }

    private static double[] direction(SymmetricEigen eigen, int k, double[][] moves, boolean byStates, int n) {
        double[] vector = eigen.vector(k);
        if (!byStates) {
            return vector;
        }
        double[] direction = new double[n];
        for (int i = 0; i < moves.length; i++) {
            Vectors.add(vector[i], moves[i], direction);
        }
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

    private static double[] pointing(double[] direction, double[] move) {
        if (Vectors.dot(direction, move) < 0) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -direction[i];
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
