package org.fallline.landscape;

import org.fallline.math.Decimal;

/** A line through parameter space: {@code point(t) = origin + t·direction}, the direction of any length but zero. */
public final class Line {
    private final double[] origin;
    private final double[] direction;
    private final double[] unit;
    private final double length;

    /** The line through {@code origin} along {@code direction}, of the same length; copied, not modified. */
    public Line(double[] origin, double[] direction) {
        Vectors.requireLength("the direction of this line", origin.length, direction.length);
        this.origin = origin.clone();
        this.direction = direction.clone();
        this.unit = direction.clone();
        this.length = Vectors.normalize(unit);
        if (!(length > 0 && Double.isFinite(length))) {
            throw new IllegalArgumentException(
                    "the direction of a line needs a finite length above zero, but has " + Decimal.text(length));
        }
    }

    /** The line through two points, which are not modified: {@code p} at 0 and, to within rounding, {@code q} at 1. */
    public static Line through(double[] p, double[] q) {
        Vectors.requireLength("each of the two points of a line", p.length, q.length);
        double[] direction = Vectors.difference(q, p);
        double length = Vectors.norm(direction);
        if (!(length > 0 && Double.isFinite(length))) {
            throw new IllegalArgumentException("a line needs two different, finite points, but the second is "
                    + Decimal.text(length) + " away from the first");
        }
        return new Line(p, direction);
    }

    /** The line whose coordinate <em>is</em> parameter {@code i}; the others stay as in {@code origin}, not modified. */
    public static Line axis(double[] origin, int i) {
        if (i < 0 || i >= origin.length) {
            throw new IllegalArgumentException(
                    "a line along an axis needs one of " + origin.length + " parameters, but got " + i);
        }
        double[] base = origin.clone();
        double[] direction = new double[origin.length];
        base[i] = 0;
        direction[i] = 1;
        return new Line(base, direction);
    }

    /** The number of parameters. */
    public int dimension() {
        return origin.length;
    }

    /** The parameters at 0; a copy. */
    public double[] origin() {
        return origin.clone();
    }

    /** The way from 0 to 1; a copy. */
    public double[] direction() {
        return direction.clone();
    }

    /** Writes the parameters at {@code t} to {@code out}, which is modified. */
    public void point(double t, double[] out) {
        Vectors.requireLength("a point of this line", origin.length, out.length);
        for (int i = 0; i < out.length; i++) {
            out[i] = origin[i] + t * direction[i];
        }
    }

    /** The coordinate of the point of this line nearest to {@code params} (not modified). */
    public double project(double[] params) {
        Vectors.requireLength("a point of this line", origin.length, params.length);
        return Vectors.dot(unit, Vectors.difference(params, origin)) / length;
    }

    /**
     * The Euclidean distance of {@code params} (not modified) from the nearest point of this line; infinite when a
     * parameter is, unless the line runs along its axis; NaN when one is NaN.
     */
    public double distance(double[] params) {
        Vectors.requireLength("a point of this line", origin.length, params.length);
        return Vectors.distance(Vectors.difference(params, origin), unit);
    }

    /** The coordinate of the part of a displacement (not modified) along this line: the t for which {@code t·direction} is nearest. */
    public double coordinate(double[] displacement) {
        Vectors.requireLength("a displacement in this space", origin.length, displacement.length);
        return Vectors.dot(unit, displacement) / length;
    }
}
