package org.fallline.landscape;

import org.fallline.math.Decimal;

/**
 * A plane through parameter space: {@code point(u, v) = origin + u·a + v·b} for two directions a and b, which need not be
 * orthogonal or of unit length but must not be parallel.
 *
 * <p>Projection goes by way of the orthonormal pair {@code e₁ = a/‖a‖}, {@code e₂ ∝ b − (b·e₁)e₁}: so its error does not
 * grow with the square of the directions' condition, as that of the normal equations does, and lengths may differ by any
 * factor. A parameter that is infinite spoils only the coordinates in whose direction it lies.
 */
public final class Plane {
    /** Directions whose angle has a sine below this count as parallel. */
    private static final double SMALLEST_SINE = 1e-6;

    private final double[] origin;
    private final double[] a;
    private final double[] b;
    private final double[] e1;
    private final double[] e2;
    private final double lengthA;
    /** b·e₁ and b·e₂. */
    private final double along;

    private final double across;

    /** The plane through {@code origin} along {@code u} and {@code v}, all of the same length; copied, not modified. */
    public Plane(double[] origin, double[] u, double[] v) {
        if (u.length != origin.length || v.length != origin.length) {
            throw new IllegalArgumentException("a plane needs directions as long as its origin: origin has "
                    + origin.length + " numbers, u has " + u.length + ", v has " + v.length);
        }
        this.origin = origin.clone();
        this.a = u.clone();
        this.b = v.clone();
        this.e1 = u.clone();
        this.e2 = v.clone();
        this.lengthA = Vectors.normalize(e1);
        double lengthB = Vectors.normalize(e2);
        double cosine = orthogonalize();
        double sine = Vectors.normalize(e2);
        if (!(lengthA > 0 && lengthB > 0 && sine > SMALLEST_SINE && lengthA + lengthB < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the directions of a plane must not be zero, infinite or parallel,"
                    + " but their lengths are " + Decimal.text(lengthA) + " and " + Decimal.text(lengthB)
                    + ", the sine of their angle is " + Decimal.text(sine));
        }
        this.along = cosine * lengthB;
        this.across = sine * lengthB;
    }

    /** Takes e₁ out of e₂, twice, so that nothing of it is left; returns how much there was. */
    private double orthogonalize() {
        double first = Vectors.dot(e1, e2);
        Vectors.add(-first, e1, e2);
        double second = Vectors.dot(e1, e2);
        Vectors.add(-second, e1, e2);
        return first + second;
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

    /**
     * The plane through three points, none of them modified: {@code p} at (0, 0), {@code q} at (1, 0) and {@code r} at
     * (0, 1), the last two to within rounding.
     *
     * @throws IllegalArgumentException if they lie on one line
     */
    public static Plane through(double[] p, double[] q, double[] r) {
        Vectors.requireLength("each of the three points of a plane", p.length, q.length);
        Vectors.requireLength("each of the three points of a plane", p.length, r.length);
        double[] u = Vectors.difference(q, p);
        double[] v = Vectors.difference(r, p);
        double lengthU = Vectors.norm(u);
        double lengthV = Vectors.norm(v);
        if (lengthU > 0 && Double.isFinite(lengthU) && Double.isFinite(lengthV)) {
            Line line = new Line(p, u);
            if (!(line.distance(r) > SMALLEST_SINE * lengthV)) {
                throw new IllegalArgumentException("a plane needs three points that are not on one line, but the third"
                        + " is on the line through the first two, at " + Ticks.text(line.project(r), 4)
                        + " of the way from the first to the second");
            }
        } else {
            throw new IllegalArgumentException("a plane needs three different, finite points, but the second is "
                    + Decimal.text(lengthU) + " and the third " + Decimal.text(lengthV) + " away from the first");
        }
        return new Plane(p, u, v);
    }

    /** The number of parameters. */
    public int dimension() {
        return origin.length;
    }

    /** The parameters at (0, 0); a copy. */
    public double[] origin() {
        return origin.clone();
    }

    /** The direction of the first coordinate; a copy. */
    public double[] u() {
        return a.clone();
    }

    /** The direction of the second coordinate; a copy. */
    public double[] v() {
        return b.clone();
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

    /** The coordinates (u, v) of the point of this plane nearest to {@code params} (not modified). */
    public double[] project(double[] params) {
        Vectors.requireLength("a point of this plane", origin.length, params.length);
        return coordinates(Vectors.difference(params, origin));
    }

    /**
     * The Euclidean distance of {@code params} (not modified) from the nearest point of this plane; infinite when a
     * parameter is, unless its axis lies in the plane; NaN when one is NaN.
     */
    public double distance(double[] params) {
        Vectors.requireLength("a point of this plane", origin.length, params.length);
        return Vectors.distance(Vectors.difference(params, origin), e1, e2);
    }

    /**
     * The coordinates of the in-plane part of a displacement (not modified), as a gradient, a Newton step or a momentum: the
     * (u, v) for which {@code u·a + v·b} is nearest to it.
     */
    public double[] coordinates(double[] displacement) {
        Vectors.requireLength("a displacement in this space", origin.length, displacement.length);
        double v = Vectors.dot(e2, displacement) / across;
        double first = Vectors.dot(e1, displacement);
        // A skew of exactly zero must not meet an infinite coordinate.
        return new double[] {(along == 0 ? first : first - v * along) / lengthA, v};
    }
}
