package org.fallline.landscape;

/**
 * The eigensystem of the symmetric matrix [a b; b c]: {@code first} belongs to (cos, −sin), {@code second} to (sin, cos).
 *
 * <p>One Jacobi rotation, as in {@link SymmetricEigen}.
 */
record SymmetricTwo(double first, double second, double cos, double sin) {
    static SymmetricTwo of(double a, double b, double c) {
        if (b == 0) {
            return new SymmetricTwo(a, c, 1, 0);
        }
        double theta = (c * 0.5 - a * 0.5) / b;
        double magnitude = Math.abs(theta);
        // Beyond 1e150 the square would overflow.
        double t = magnitude > 1e150 ? 0.5 / magnitude : 1 / (magnitude + Math.sqrt(magnitude * magnitude + 1));
        t = theta < 0 ? -t : t;
        double cos = 1 / Math.sqrt(t * t + 1);
        return new SymmetricTwo(a - t * b, c + t * b, cos, t * cos);
    }

    double largest() {
        return first >= second ? first : second;
    }

    double smallest() {
        return first >= second ? second : first;
    }
}
