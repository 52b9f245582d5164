package org.fallline.landscape;

import org.fallline.math.Real;

/**
 * How much a grid differs from the interpolant of the grid of half its resolution, and so whether a still finer one would
 * be seen.
 *
 * <p>At each sample that only the finer grid has, {@code Δ = |unit(interpolant) − unit(sample)|}, a share of the scale. An
 * isoline there is displaced by the d that solves {@code Δ = g·d + κ·d²/2}, with g the slope and κ the curvature of the
 * unit a pixel: {@code d = 2Δ / (g + √(g² + 2κΔ))}. On a slope that is Δ/g; at a critical point, where an isoline is
 * not determined to first order, √(2Δ/κ). Both come from differences of the finer grid.
 *
 * <p>The interpolant's error falls by eight from level to level where the loss is smooth (Catmull-Rom reproduces
 * quadratics) and by two at a kink; so that of the finer grid is taken to be a quarter of what is measured.
 *
 * @param deviation the largest Δ, in [0, 1]
 * @param pixels the largest d, on a picture of the size asked for
 * @param holes samples at which one of the two is finite and the other is not; they count for neither
 */
public record Refinement(double deviation, double pixels, int holes) {
    /** A sixteenth of a colour's step of 1/256: on ground as level as that, nothing can be seen and no isoline is fixed. */
    private static final double UNSEEN = 1.0 / 4096;

    private static final double NEXT_LEVEL = 4;

    private static final double VISIBLE_PIXELS = 0.5;

    /**
     * Compares two grids of one window.
     *
     * @param fine of {@code 2n − 1} samples along each axis where {@code coarse} has n
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     */
    public static Refinement between(Grid coarse, Grid fine, LossScale scale, double width, double height) {
        boolean sameWindow = coarse.window().equals(fine.window());
        if (!sameWindow || fine.columns() != 2 * coarse.columns() - 1 || fine.rows() != 2 * coarse.rows() - 1) {
            throw new IllegalArgumentException("the finer grid of one with " + coarse.columns() + " × " + coarse.rows()
                    + " samples has " + (2 * coarse.columns() - 1) + " × " + (2 * coarse.rows() - 1)
                    + " in the same window, but got " + fine.columns() + " × " + fine.rows()
                    + (sameWindow ? "" : " in another one"));
        }
        Grid guess = coarse.resample(fine.window(), fine.columns(), fine.rows());
        double[] units = new double[fine.values().length];
        for (int i = 0; i < units.length; i++) {
            units[i] = scale.unit(fine.values()[i]);
        }
        double stepU = width / (fine.columns() - 1);
        double stepV = height / (fine.rows() - 1);
        double deviation = 0;
        double pixels = 0;
        int holes = 0;
        for (int row = 0; row < fine.rows(); row++) {
            for (int column = 0; column < fine.columns(); column++) {
                int i = row * fine.columns() + column;
                boolean isNew = row % 2 == 1 || column % 2 == 1;
                boolean sampled = Double.isFinite(fine.values()[i]);
                boolean guessed = Double.isFinite(guess.values()[i]);
                if (isNew && sampled && guessed) {
                    double delta = Math.abs(scale.unit(guess.values()[i]) - units[i]);
                    deviation = Real.max(deviation, delta);
                    if (delta > UNSEEN) {
                        double[] u = differences(units, i, column, fine.columns(), 1, stepU);
                        double[] v = differences(units, i, row, fine.rows(), fine.columns(), stepV);
                        double slope = Real.hypot(u[0], v[0]);
                        double root = Math.sqrt(slope * slope + 2 * Real.max(u[1], v[1]) * delta);
                        // Farther than the picture is wide there is nothing to be displaced.
                        pixels = Real.max(pixels, Real.min(2 * delta / (slope + root), Real.max(width, height)));
                    }
                } else if (isNew && sampled != guessed) {
                    holes++;
                }
            }
        }
        return new Refinement(deviation, pixels, holes);
    }

    /** Slope and magnitude of the second derivative a pixel at sample {@code i}, number {@code place} of its line. */
    private static double[] differences(double[] units, int i, int place, int count, int stride, double step) {
        double here = units[i];
        double before = place == 0 ? Double.NaN : units[i - stride];
        double after = place == count - 1 ? Double.NaN : units[i + stride];
        if (Double.isNaN(before) && Double.isNaN(after)) {
            return new double[] {0, 0};
        }
        if (Double.isNaN(before) || Double.isNaN(after)) {
            return new double[] {(Double.isNaN(before) ? after - here : here - before) / step, 0};
        }
        return new double[] {(after - before) / (2 * step), Math.abs(after - 2 * here + before) / (step * step)};
    }

    /** Whether a still finer grid would move an isoline of the picture by more than half a pixel. */
    public boolean isNextLevelVisible() {
        return pixels / NEXT_LEVEL > VISIBLE_PIXELS;
    }
}
