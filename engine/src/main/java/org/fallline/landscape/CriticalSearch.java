package org.fallline.landscape;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Real;

/**
 * A search for {@link CriticalPoints} that is done piece by piece: first the gradients on a grid, in loss a cell, then what
 * each place of it leads to.
 *
 * <p>Like the functions that it is given, not safe for use by several threads at once.
 */
public final class CriticalSearch implements CriticalPoints.Search {
    private static final int MOST_POINTS = 256;

    /** Two results this close, in cells, are one point. */
    private static final double SAME = 0.01;

    /** Degenerate points as close as this share of the window are of one line. */
    private static final double LINE = 1.0 / 8;

    private final Surface surface;
    private final PlaneDerivatives derivatives;
    private final Window window;
    private final int cells;
    private final int side;
    private final int mostEvaluations;
    private final double[] alongU;
    private final double[] alongV;
    private final double[] norms;
    private final double[] gradient = new double[2];
    private final NewtonRefinement refinement;
    private final List<CriticalPoint> points = new ArrayList<>();
    private int sampled;
    private int searched;
    private boolean plateau;
    private boolean complete = true;

    /**
     * A search that has not begun.
     *
     * @param cells of the grid, a side, from 2 to 1024
     * @param mostEvaluations after so many derivatives beside the grid's no other place is followed
     */
    public CriticalSearch(
            Surface surface, PlaneDerivatives derivatives, Window window, int cells, int mostEvaluations) {
        if (cells < 2 || cells > 1024) {
            throw new IllegalArgumentException(
                    "critical points need a grid of 2 to 1024 cells a side, but got " + cells);
        }
        this.surface = surface;
        this.derivatives = derivatives;
        this.window = window;
        this.cells = cells;
        this.side = cells + 1;
        this.mostEvaluations = mostEvaluations;
        this.alongU = new double[side * side];
        this.alongV = new double[side * side];
        this.norms = new double[side * side];
        this.refinement = new NewtonRefinement(derivatives, window, cells);
    }

    /** Takes one gradient of the grid, or looks at one place of it; false when all is done. */
    @Override
    public boolean advance() {
        if (sampled < side * side) {
            sample(sampled++);
        } else if (searched < side * side) {
            int column = searched % side;
            int row = searched / side;
            searched++;
            if (row < cells && column < cells) {
                cell(column, row);
            }
            corner(column, row);
        }
        return searched < side * side;
    }

    @Override
    public CriticalPoints found() {
        List<CriticalPoint> ordered = new ArrayList<>(points);
        ordered.sort((a, b) -> a.loss() != b.loss()
                ? Double.compare(a.loss(), b.loss())
                : a.u() != b.u() ? Double.compare(a.u(), b.u()) : Double.compare(a.v(), b.v()));
        boolean isDone = searched == side * side;
        return new CriticalPoints(ordered, plateau, complete && isDone, sampled + refinement.evaluations());
    }

    private void sample(int i) {
        double u = Grid.along(window.uMin(), window.uMax(), i % side, side);
        double v = Grid.along(window.vMin(), window.vMax(), i / side, side);
        derivatives.gradientAt(u, v, gradient);
        alongU[i] = gradient[0] * (window.width() / cells);
        alongV[i] = gradient[1] * (window.height() / cells);
        norms[i] = Real.hypot(alongU[i], alongV[i]);
    }

    private void cell(int column, int row) {
        int corner = row * side + column;
        double around = largestAround(column, row, column + 1, row + 1);
        if (around == 0) {
            plateau = true;
        } else if (around < Double.POSITIVE_INFINITY && changesSign(alongU, corner) && changesSign(alongV, corner)) {
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

    private void corner(int column, int row) {
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
        if (points.size() >= MOST_POINTS || refinement.evaluations() >= mostEvaluations) {
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
