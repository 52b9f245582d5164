package org.fallline.landscape;

/**
 * A plane through parameter space: {@code point(u, v) = origin + u·a + v·b} for two directions a and b, which need not be
 * orthogonal or of unit length but must not be parallel.
 */
public final class Plane {
    /** Directions whose angle has a squared sine below this count as parallel. */
    private static final double SMALLEST_SQUARED_SINE = 1e-12;

    private final double[] origin;
    private final double[] a;
    private final double[] b;
    private final double aa;
    private final double ab;
    private final double bb;

    /** The plane through {@code origin} along {@code u} and {@code v}, all of the same length; copied, not modified. */
    public Plane(double[] origin, double[] u, double[] v) {
        if (u.length != origin.length || v.length != origin.length) {
            throw new IllegalArgumentException("a plane needs directions as long as its origin: origin has "
                    + origin.length + " numbers, u has " + u.length + ", v has " + v.length);
        }
        this.origin = origin.clone();
        this.a = u.clone();
        this.b = v.clone();
        this.aa = dot(a, a);
        this.ab = dot(a, b);
        this.bb = dot(b, b);
        if (!(aa * bb - ab * ab > SMALLEST_SQUARED_SINE * aa * bb)) {
            throw new IllegalArgumentException("the directions of a plane must not be zero or parallel");
        }
    }

    /**
     * The plane whose coordinates <em>are</em> the parameters {@code i} and {@code j}; all others stay as in
     * {@code origin}, which is not modified.
     */
    public static Plane axes(double[] origin, int i, int j) {
        if (i == j || i < 0 || j < 0 || i >= origin.length || j >= origin.length) {
            throw new IllegalArgumentException("a plane along two axes needs two different parameters of "
                    + origin.length + ", but got " + i + " and " + j);
        }
        double[] base = origin.clone();
        base[i] = 0;
        base[j] = 0;
        double[] u = new double[origin.length];
        double[] v = new double[origin.length];
        u[i] = 1;
        v[j] = 1;
        return new Plane(base, u, v);
    }

    /** The number of parameters. */
    public int dimension() {
        return origin.length;
    }

    /** Writes the parameters at plane coordinates (u, v) to {@code out}, which is modified. */
    public void point(double u, double v, double[] out) {
        if (out.length != origin.length) {
            throw new IllegalArgumentException(
                    "a point of this plane has " + origin.length + " numbers, but there is room for " + out.length);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = origin[i] + u * a[i] + v * b[i];
        }
    }

    /**
     * The coordinates (u, v) of the point of this plane nearest to {@code params} (not modified): the solution of the
     * normal equations {@code [a·a a·b; a·b b·b] (u, v) = (a·d, b·d)} with {@code d = params − origin}.
     */
    public double[] project(double[] params) {
        if (params.length != origin.length) {
            throw new IllegalArgumentException(
                    "a point of this plane has " + origin.length + " numbers, but this one has " + params.length);
        }
        double ad = 0;
        double bd = 0;
        for (int i = 0; i < params.length; i++) {
            // An exact zero must not meet an infinite parameter: 0·∞ would spoil the finite coordinates.
            double d = params[i] - origin[i];
            ad += a[i] == 0 ? 0 : a[i] * d;
            bd += b[i] == 0 ? 0 : b[i] * d;
        }
        if (ab == 0) {
            return new double[] {ad / aa, bd / bb};
        }
        double determinant = aa * bb - ab * ab;
        return new double[] {(bb * ad - ab * bd) / determinant, (aa * bd - ab * ad) / determinant};
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
