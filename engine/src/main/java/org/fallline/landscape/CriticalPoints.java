package org.fallline.landscape;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Real;

/**
 * The minima, maxima and saddle points of a surface in a window.
 *
 * <p>Candidates are the cells of a coarse grid over which both components of the gradient change sign, and the grid's
 * points where the gradient's norm is least among their neighbours; from each, {@link NewtonRefinement} goes on to the
 * point itself. So what lies wholly within a cell and does not show at its corners may be missed; a finer grid finds it.
 *
 * <p>A point is degenerate where the smaller of its Hessian's eigenvalues, in magnitude and measured in cells of the grid,
 * is at most 10⁻⁶ of the larger one or of the curvature around. Where such points make up a line, as on the floor of a
 * level valley, those at least an eighth of the window apart stand for all. A region where the gradient is exactly zero
 * is a plateau and has no points.
 *
 * <p>The work is bounded: (cells + 1)² gradients and {@value #MOST_EVALUATIONS} Hessians, or a few hundred more.
 *
 * @param points by ascending loss
 * @param plateau whether there is a region where the gradient is zero
 * @param complete false if the search was cut short: {@value #MOST_POINTS} points, or the work's bound, were reached
 * @param evaluations how many gradients, with or without Hessian, were computed
 */
public record CriticalPoints(List<CriticalPoint> points, boolean plateau, boolean complete, int evaluations) {
    private static final int MOST_POINTS = 256;

    private static final int MOST_EVALUATIONS = 40_000;

    /** Two results this close, in cells, are one point. */
    private static final double SAME = 0.01;

    /** Degenerate points as close as this share of the window are of one line. */
    private static final double LINE = 1.0 / 8;

    public CriticalPoints {
        points = List.copyOf(points);
    }

    /** The critical points of {@code surface} in {@code window} that a grid of {@code cells × cells} shows. */
    public static CriticalPoints find(Surface surface, PlaneDerivatives derivatives, Window window, int cells) {
        if (cells < 2 || cells > 1024) {
            throw new IllegalArgumentException(
                    "critical points need a grid of 2 to 1024 cells a side, but got " + cells);
        }
        return new Search(surface, derivatives, window, cells).run();
    }

    /** The grid of gradients, in loss a cell, and what has been found from it. */
    private static final class Search {
        private final Surface surface;
        private final Window window;
        private final int cells;
        private final int side;
        private final double[] alongU;
        private final double[] alongV;
        private final double[] norms;
        private final NewtonRefinement refinement;
        private final List<CriticalPoint> points = new ArrayList<>();
        private boolean plateau;
        private boolean complete = true;

        Search(Surface surface, PlaneDerivatives derivatives, Window window, int cells) {
            this.surface = surface;
            this.window = window;
            this.cells = cells;
            this.side = cells + 1;
            this.alongU = new double[side * side];
            this.alongV = new double[side * side];
            this.norms = new double[side * side];
            this.refinement = new NewtonRefinement(derivatives, window, cells);
            double[] gradient = new double[2];
            for (int i = 0; i < side * side; i++) {
                double u = Grid.along(window.uMin(), window.uMax(), i % side, side);
                double v = Grid.along(window.vMin(), window.vMax(), i / side, side);
                derivatives.gradientAt(u, v, gradient);
                alongU[i] = gradient[0] * (window.width() / cells);
                alongV[i] = gradient[1] * (window.height() / cells);
                norms[i] = Real.hypot(alongU[i], alongV[i]);
            }
        }

        CriticalPoints run() {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    if (row < cells && column < cells) {
                        cell(column, row);
                    }
                    sample(column, row);
                }
            }
            points.sort((a, b) -> a.loss() != b.loss()
                    ? Double.compare(a.loss(), b.loss())
                    : a.u() != b.u() ? Double.compare(a.u(), b.u()) : Double.compare(a.v(), b.v()));
            return new CriticalPoints(points, plateau, complete, side * side + refinement.evaluations());
        }

        private void cell(int column, int row) {
            int corner = row * side + column;
            double around = largestAround(column, row, column + 1, row + 1);
            if (around == 0) {
                plateau = true;
            } else if (around < Double.POSITIVE_INFINITY
                    && changesSign(alongU, corner)
                    && changesSign(alongV, corner)) {
                refine(column + 0.5, row + 0.5, around);
            }
        }

        /** Whether a component is not of one sign at the corners of a cell. */
        private boolean changesSign(double[] component, int corner) {
            double a = component[corner];
            double b = component[corner + 1];
            double c = component[corner + side];
            double d = component[corner + side + 1];
            double least = Real.min(Real.min(a, b), Real.min(c, d));
            double most = Real.max(Real.max(a, b), Real.max(c, d));
            return least <= 0 && most >= 0;
        }

        private void sample(int column, int row) {
            double norm = norms[row * side + column];
            double around = largestAround(column - 1, row - 1, column + 1, row + 1);
            boolean least = Double.isFinite(norm) && around > 0 && around < Double.POSITIVE_INFINITY;
            for (int r = Math.max(row - 1, 0); r <= Math.min(row + 1, cells); r++) {
                for (int c = Math.max(column - 1, 0); c <= Math.min(column + 1, cells); c++) {
                    least &= norm <= norms[r * side + c];
                }
            }
            if (least) {
                refine(column, row, around);
            }
        }

        /** The largest norm of the gradient in a block of samples; infinite when one is not finite. */
        private double largestAround(int fromColumn, int fromRow, int toColumn, int toRow) {
            double largest = 0;
            for (int r = Math.max(fromRow, 0); r <= Math.min(toRow, cells); r++) {
                for (int c = Math.max(fromColumn, 0); c <= Math.min(toColumn, cells); c++) {
                    double norm = norms[r * side + c];
                    largest = Double.isFinite(norm) ? Real.max(largest, norm) : Double.POSITIVE_INFINITY;
                }
            }
            return largest;
        }

        private void refine(double s, double t, double around) {
            if (points.size() >= MOST_POINTS || refinement.evaluations() >= MOST_EVALUATIONS) {
                complete = false;
                return;
            }
            CriticalPoint point = refinement.from(s, t, around, surface);
            if (point != null && !isKnown(point)) {
                points.add(point);
            }
        }

        private boolean isKnown(CriticalPoint point) {
            for (CriticalPoint known : points) {
                double du = (point.u() - known.u()) / window.width();
                double dv = (point.v() - known.v()) / window.height();
                boolean line = isDegenerate(point) && isDegenerate(known);
                if (Real.hypot(du, dv) < (line ? LINE : SAME / cells)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isDegenerate(CriticalPoint point) {
            return point.kind() == CriticalPoint.Kind.DEGENERATE;
        }
    }
}
