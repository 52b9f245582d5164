package org.fallline.landscape;

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
        GradientField field =
                new GradientField(window, columns, rows, new double[columns * rows], new double[columns * rows]);
        double[] params = new double[plane.dimension()];
        double[] gradient = new double[plane.dimension()];
        for (int i = 0; i < columns * rows; i++) {
            plane.point(field.u(i % columns), field.v(i / columns), params);
            gradients.at(params, gradient);
            double[] arrow = plane.coordinates(gradient);
            boolean finite = Double.isFinite(arrow[0]) && Double.isFinite(arrow[1]);
            field.du[i] = finite ? -arrow[0] : Double.NaN;
            field.dv[i] = finite ? -arrow[1] : Double.NaN;
        }
        return field;
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
