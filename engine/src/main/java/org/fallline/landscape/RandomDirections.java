package org.fallline.landscape;

import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Key;

/**
 * Two random directions through parameter space, Gaussian and filter-normalized:
 * {@code dᵢⱼ ← dᵢⱼ / ‖dᵢⱼ‖ · ‖θᵢⱼ‖} for filter j of parameter i, so that a step of 1 changes every filter by its own
 * length and flat looks flat whatever the scale of the weights.
 *
 * <p>Filters whose weights are all zero have a direction of zero. A problem without any weight matrix, as the variables
 * of a formula, has no filters to speak of: its directions are an orthonormal pair, evenly distributed.
 *
 * <p>Filter-normalized directions are nearly orthogonal where there are many numbers. Where there are few they may
 * come out nearly parallel; so the second is drawn again until it is 60° or more from the first, and after
 * {@value #DRAWS} draws the best one is taken.
 *
 * <p>Source: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, "Visualizing the Loss Landscape of Neural Nets", NeurIPS
 * 2018, arXiv:1712.09913, section 4.
 */
public final class RandomDirections {
    /** What becomes of biases and the parameters of normalizations. */
    public enum Biases {
        /** They stay as they are: the authors' code, which made the paper's figures, sets their directions to zero. */
        FIXED,
        /** They move too: a bias vector is scaled to its own length, as if it were one filter. */
        SCALED
    }

    private static final int DRAWS = 32;

    private static final double LARGEST_COSINE = 0.5;

    /** 1 − |cos| below this counts as parallel, as for a {@link Plane}, whose sine is then below 10⁻⁶. */
    private static final double PARALLEL = 0.5e-12;

    private final double[] u;
    private final double[] v;

    private RandomDirections(double[] u, double[] v) {
        this.u = u;
        this.v = v;
    }

    /**
     * Directions around {@code params} (not modified), whose numbers are those of {@code filters}, one after the other.
     *
     * @throws IllegalArgumentException if the numbers do not fit, or if fewer than two directions exist: all weights are
     *     zero, or a single number is free to move
     */
    public static RandomDirections around(double[] params, List<Filters> filters, Biases biases, Key key) {
        int size = 0;
        boolean network = false;
        for (Filters filter : filters) {
            size += filter.size();
            network |= filter.weights();
        }
        if (size != params.length) {
            throw new IllegalArgumentException(
                    "the filters are of " + size + " numbers, but there are " + params.length + " parameters");
        }
        return network ? normalized(params, filters, biases, key) : orthonormal(params.length, key);
    }

    private static RandomDirections orthonormal(int n, Key key) {
        if (n < 2) {
            throw new IllegalArgumentException("two directions need two parameters at least, but there is " + n);
        }
        double[] u = gaussian(n, key.split(0));
        Vectors.normalize(u);
        double[] v = new double[n];
        double rest = 0;
        // With probability one the first draw will do; a rest this small would be mostly rounding error.
        for (int draw = 0; rest < 1e-3; draw++) {
            v = gaussian(n, key.split(1 + draw));
            Vectors.normalize(v);
            rest = Vectors.orthogonalize(v, u);
        }
        return new RandomDirections(u, v);
    }

    private static RandomDirections normalized(double[] params, List<Filters> filters, Biases biases, Key key) {
        double[] u = draw(params, filters, biases, key.split(0));
        double length = Vectors.norm(u);
        if (!(length > 0 && Double.isFinite(length))) {
            throw new IllegalArgumentException("filter-normalized directions are as long as the weights, "
                    + (length == 0 ? "but these are all zero" : "but these have the length " + Decimal.text(length))
                    + ": choose another plane, start or step");
        }
        double[] best = u;
        double least = 1;
        for (int draw = 1; draw <= DRAWS && least > LARGEST_COSINE; draw++) {
            double[] v = draw(params, filters, biases, key.split(draw));
            double cosine = cosine(u, v);
            if (cosine < least) {
                best = v;
                least = cosine;
            }
        }
        if (!(1 - least > PARALLEL)) {
            throw new IllegalArgumentException("two directions need two numbers that may move, but all " + DRAWS
                    + " draws were parallel: let the biases move too, or choose plain axes");
        }
        return new RandomDirections(u, best);
    }

    private static double cosine(double[] u, double[] v) {
        double[] a = u.clone();
        double[] b = v.clone();
        Vectors.normalize(a);
        Vectors.normalize(b);
        return Math.abs(Vectors.dot(a, b));
    }

    private static double[] draw(double[] params, List<Filters> filters, Biases biases, Key key) {
        double[] direction = gaussian(params.length, key);
        int offset = 0;
        for (Filters filter : filters) {
            for (int column = 0; column < filter.columns(); column++) {
                boolean fixed = !filter.weights() && biases == Biases.FIXED;
                scale(direction, params, offset + column, filter.rows(), filter.columns(), fixed);
            }
            offset += filter.size();
        }
        return direction;
    }

    /** Scales one filter, every {@code stride}-th number from {@code first}, to its length in {@code params}, or to zero. */
    private static void scale(double[] direction, double[] params, int first, int count, int stride, boolean fixed) {
        double[] d = new double[count];
        double[] theta = new double[count];
        for (int i = 0; i < count; i++) {
            d[i] = direction[first + i * stride];
            theta[i] = params[first + i * stride];
        }
        double length = Vectors.norm(d);
        double factor = fixed || length == 0 ? 0 : Vectors.norm(theta) / length;
        for (int i = 0; i < count; i++) {
            direction[first + i * stride] = factor == 0 ? 0 : factor * d[i];
        }
    }

    private static double[] gaussian(int n, Key key) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = key.normal(i);
        }
        return x;
    }

    /** The first direction; a copy. */
    public double[] u() {
        return u.clone();
    }

    /** The second direction; a copy. */
    public double[] v() {
        return v.clone();
    }

    /** The plane along them through {@code origin}, which is not modified. */
    public Plane through(double[] origin) {
        return new Plane(origin, u, v);
    }
}
