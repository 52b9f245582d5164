package org.fallline.landscape;

import java.util.List;

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
 * <p>The work is bounded: (cells + 1)² gradients and {@value #MOST_EVALUATIONS} more, at most about half of them with
 * Hessian, or a few hundred more; {@link CriticalSearch} does it piece by piece, within other bounds.
 *
 * @param points by ascending loss
 * @param plateau whether there is a region where the gradient is zero
 * @param complete false if the search was cut short: 256 points, or the work's bound, were reached
 * @param evaluations how many gradients, with or without Hessian, were computed
 */
public record CriticalPoints(List<CriticalPoint> points, boolean plateau, boolean complete, int evaluations) {
    private static final int MOST_EVALUATIONS = 40_000;

    /** A search that is done piece by piece, so that other work can be done in between. */
    public interface Search {
        /** Does a piece; false when all is done. */
        boolean advance();

        /** What has been found so far; all there is once {@link #advance} has said false. */
        CriticalPoints found();
    }

    public CriticalPoints {
        points = List.copyOf(points);
    }

    /** The critical points of {@code surface} in {@code window} that a grid of {@code cells × cells} shows. */
    public static CriticalPoints find(Surface surface, PlaneDerivatives derivatives, Window window, int cells) {
        CriticalSearch search = new CriticalSearch(surface, derivatives, window, cells, MOST_EVALUATIONS);
        while (search.advance()) {
            // It knows itself when it is done.
        }
        return search.found();
    }
}
