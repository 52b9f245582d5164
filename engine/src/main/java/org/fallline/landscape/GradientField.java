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
 * <p>On a line there is one row, at {@code v = 0}: {@code du = −dᵀ∇L / dᵀd} for the direction d, and {@code dv} is 0.
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

    /** What directions are looked at in: a plane, or a line. */
    private interface Section {
        void point(double u, double v, double[] out);

        double[] coordinates(double[] displacement);
    }

    private record Planar(Plane plane) implements Section {
        @Override
        public void point(double u, double v, double[] out) {
            plane.point(u, v, out);
        }

        @Override
        public double[] coordinates(double[] displacement) {
            return plane.coordinates(displacement);
        }
    }

    private record Linear(Line line) implements Section {
        @Override
        public void point(double u, double v, double[] out) {
            line.point(u, out);
        }

        @Override
        public double[] coordinates(double[] displacement) {
            return new double[] {line.coordinate(displacement), 0};
        }
    }

    /** A field that is computed arrow by arrow. */
    public static final class Sampling {
        private final Gradients gradients;
        private final Section section;
        private final GradientField field;
        private final double[] params;
        private final double[] gradient;
        private int sampled;

        public Sampling(Gradients gradients, Plane plane, Window window, int columns, int rows) {
            this(gradients, new Planar(plane), plane.dimension(), window, columns, rows);
        }

        /** Along a line; of the window, the extent along u counts. */
        public Sampling(Gradients gradients, Line line, Window window, int columns) {
            this(gradients, new Linear(line), line.dimension(), window, columns, 1);
        }

        private Sampling(Gradients gradients, Section section, int dimension, Window window, int columns, int rows) {
            this.gradients = gradients;
            this.section = section;
            double[] du = new double[columns * rows];
            double[] dv = new double[columns * rows];
            Arrays.fill(du, Double.NaN);
            Arrays.fill(dv, Double.NaN);
            this.field = new GradientField(window, columns, rows, du, dv);
            this.params = new double[dimension];
            this.gradient = new double[dimension];
        }

        /** Computes one arrow; false when there are no more. */
        public boolean advance() {
            if (sampled < field.du.length) {
                int i = sampled++;
                section.point(field.u(i % field.columns), field.v(i / field.columns), params);
                gradients.at(params, gradient);
                double[] arrow = section.coordinates(gradient);
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
