package org.fallline.landscape;

/** Products and lengths of plain vectors of equal length; nothing is modified but what a method's name says. */
public final class Vectors {
    /** A parameter's axis lies along directions if the square of its distance from them is below this. */
    private static final double ALONG = 1e-12;

    private Vectors() {}

    /** x·y; a zero of {@code x} hides what stands beside it, even ∞ and NaN. */
    public static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] == 0 ? 0 : x[i] * y[i];
        }
        return sum;
    }

    /** ‖x‖, without overflow or underflow on the way; NaN if a number is. */
    public static double norm(double[] x) {
        double largest = largest(x);
        if (!(largest > 0) || largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double number : x) {
            double share = number / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }

    /** The largest magnitude; NaN if a number is. */
    static double largest(double[] x) {
        double largest = 0;
        for (double number : x) {
            double magnitude = Math.abs(number);
            // Written so that NaN, once met, stays.
            largest = largest >= magnitude ? largest : Double.isNaN(largest) ? largest : magnitude;
        }
        return largest;
    }

    /** Adds {@code factor · x} to {@code y}. */
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** Makes {@code x} a unit vector and returns its length; leaves it as it is when that is zero or not finite. */
    public static double normalize(double[] x) {
        double length = norm(x);
        if (length > 0 && Double.isFinite(length)) {
            for (int i = 0; i < x.length; i++) {
                x[i] /= length;
            }
        }
        return length;
    }

    /**
     * Takes the unit vector {@code e} out of the unit vector {@code x}, twice, so that nothing of it is left, and makes the
     * rest a unit vector again; returns the rest's length, the sine of their angle.
     */
    public static double orthogonalize(double[] x, double[] e) {
        add(-dot(e, x), e, x);
        add(-dot(e, x), e, x);
        return normalize(x);
    }

    /** x − y, a new vector. */
    static double[] difference(double[] x, double[] y) {
        double[] result = x.clone();
        add(-1, y, result);
        return result;
    }

    /**
     * The distance of a point from a line or plane through the origin: the length of what {@code rest} has beside the orthonormal
     * {@code directions}. Infinite when a number of it is, unless that axis lies along the directions; NaN when one is NaN.
     *
     * @param rest the point; modified
     */
    static double distance(double[] rest, double[]... directions) {
        for (double number : rest) {
            if (Double.isNaN(number)) {
                return Double.NaN;
            }
        }
        for (int i = 0; i < rest.length; i++) {
            if (Double.isInfinite(rest[i])) {
                double beside = 1;
                for (double[] direction : directions) {
                    beside -= direction[i] * direction[i];
                }
                if (beside > ALONG) {
                    return Double.POSITIVE_INFINITY;
                }
                rest[i] = 0;
            }
        }
        for (double[] direction : directions) {
            add(-dot(direction, rest), direction, rest);
        }
        return norm(rest);
    }

    /** Refuses vectors of another length than {@code expected}. */
    static void requireLength(String what, int expected, int actual) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + " has " + expected + " numbers, but this one has " + actual);
        }
    }
}
