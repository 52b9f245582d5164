package org.fallline.landscape;

import java.util.Arrays;

/**
 * Directions of steepest descent within a plane, at the centres of the cells of a lattice over a window: row-major, row 0
 * lowest.
 *
 * <p>An arrow is the in-plane part of {@code −∇L}, the orthogonal projection of the parameters' gradient onto the plane, in
 * the plane's coordinates: {@code −(DᵀD)⁻¹Dᵀ∇L}. For orthonormal directions that is the negative gradient by coordinates;
 * for others the metric makes it the way that is really steepest. Where the gradient is not finite so that the arrow is
 * not either, both of its components are NaN.
 *
 * @param du the arrows' first components
 * @param dv the arrows' second components; both arrays are the field's own, not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record GradientField(Window window, int columns, int rows, double[] du, double[] dv) {
    /** The gradient of a loss by its parameters. */
    @FunctionalInterface
    public interface Gradients {
        /** Writes the gradient at {@code params} (not modified) to {@code gradient}, of the same length. */
        void at(double[] params, double[] gradient);
    }

    public GradientField {
        if (columns < 1 || rows < 1 || du.length != columns * rows || dv.length != columns * rows) {
            throw new IllegalArgumentException("a field of " + columns + " × " + rows
                    + " arrows needs so many components along u and along v, but got " + du.length + " and "
                    + dv.length);
        }
    }

    /** The arrows of a loss's gradients at {@code columns × rows} points of the plane. */
    public static GradientField sample(Gradients gradients, Plane plane, Window window, int columns, int rows) {
        Sampling sampling = new Sampling(gradients, plane, window, columns, rows);
        while (sampling.advance()) {
            // One arrow after the other.
        }
        return sampling.field();
    }

    /** A field that is computed arrow by arrow. */
    public static final class Sampling {
        private final Gradients gradients;
        private final Plane plane;
        private final GradientField field;
        private final double[] params;
        private final double[] gradient;
        private int sampled;

        public Sampling(Gradients gradients, Plane plane, Window window, int columns, int rows) {
            this.gradients = gradients;
            this.plane = plane;
            double[] du = new double[columns * rows];
            double[] dv = new double[columns * rows];
            Arrays.fill(du, Double.NaN);
            Arrays.fill(dv, Double.NaN);
            this.field = new GradientField(window, columns, rows, du, dv);
            this.params = new double[plane.dimension()];
            this.gradient = new double[plane.dimension()];
        }

        /** Computes one arrow; false when there are no more. */
        public boolean advance() {
            if (sampled < field.du.length) {
                int i = sampled++;
                plane.point(field.u(i % field.columns), field.v(i / field.columns), params);
                gradients.at(params, gradient);
                double[] arrow = plane.coordinates(gradient);
                if (Double.isFinite(arrow[0]) && Double.isFinite(arrow[1])) {
                    field.du[i] = -arrow[0];
                    field.dv[i] = -arrow[1];
                }
            }
            return sampled < field.du.length;
        }

        /** The field; arrows that have not been computed are NaN. */
        public GradientField field() {
            return field;
        }
    }

    /** The coordinate of a column's arrows. */
    public double u(int column) {
        return window.uMin() + window.width() * ((column + 0.5) / columns);
    }

    /** The coordinate of a row's arrows. */
    public double v(int row) {
        return window.vMin() + window.height() * ((row + 0.5) / rows);
    }
}
