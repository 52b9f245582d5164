package org.fallline.landscape;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Real;

/**
 * A search for the minima and maxima of a loss along a line, as {@link CriticalPoints} with {@code v = 0}, done piece by piece:
 * first the slopes at evenly spaced places, in loss a cell, then each change of sign by bisection.
 *
 * <p>A point where the slope only touches zero, as of a level inflection, is found where a place falls on it. Where the sign
 * changes in a leap, as at a kink or a pole, no slope vanishes and there is no point.
 */
public final class TurningPoints implements CriticalPoints.Search {
    /** What is left of the slope at a zero, as a share of the slopes at the cell's ends: a leap leaves all of it. */
    private static final double VANISHING = 1e-4;

    /** Halvings of a cell down to two neighbouring numbers; more only next to zero. */
    private static final int MOST_HALVINGS = 64;

    private final Surface surface;
    private final PlaneDerivatives derivatives;
    private final Window window;
    private final int cells;
    private final double[] slopes;
    private final double[] gradient = new double[2];
    private final double[] hessian = new double[3];
    private final List<CriticalPoint> points = new ArrayList<>();
    private int sampled;
    private int searched;
    private int evaluations;
    private boolean plateau;

    /**
     * A search that has not begun.
     *
     * @param derivatives of which those by u are asked for, at v = 0
     * @param window of which the extent along u counts
     */
    public TurningPoints(Surface surface, PlaneDerivatives derivatives, Window window, int cells) {
        if (cells < 2) {
            throw new IllegalArgumentException("turning points need 2 cells at least, but got " + cells);
        }
        this.surface = surface;
        this.derivatives = derivatives;
        this.window = window;
        this.cells = cells;
        this.slopes = new double[cells + 1];
    }

    @Override
    public boolean advance() {
        if (sampled <= cells) {
            slopes[sampled] = slope(place(sampled));
            sampled++;
        } else if (searched <= cells) {
            search(searched++);
        }
        return searched <= cells;
    }

    @Override
    public CriticalPoints found() {
        List<CriticalPoint> ordered = new ArrayList<>(points);
        ordered.sort(
                (a, b) -> a.loss() != b.loss() ? Double.compare(a.loss(), b.loss()) : Double.compare(a.u(), b.u()));
        return new CriticalPoints(ordered, plateau, searched > cells, evaluations);
    }

    private double place(int i) {
        return Grid.along(window.uMin(), window.uMax(), i, cells + 1);
    }

    private double cell() {
        return window.width() / cells;
    }

    private double slope(double u) {
        evaluations++;
        derivatives.gradientAt(u, 0, gradient);
        return gradient[0] * cell();
    }

    /** Looks at a place, and at the cell after it. */
    private void search(int i) {
        double here = slopes[i];
        double before = i > 0 ? slopes[i - 1] : Double.NaN;
        double after = i < cells ? slopes[i + 1] : Double.NaN;
        if (here == 0) {
            plateau |= after == 0;
            if (before != 0 && after != 0) {
                add(place(i), 0, Real.max(magnitude(before), magnitude(after)));
            }
        } else if ((here < 0 && after > 0) || (here > 0 && after < 0)) {
            bisect(place(i), here, place(i + 1), after);
        }
    }

    private static double magnitude(double slope) {
        return Double.isFinite(slope) ? Math.abs(slope) : 0;
    }

    private void bisect(double from, double fromSlope, double to, double toSlope) {
        double low = from;
        double lowSlope = fromSlope;
        double high = to;
        double highSlope = toSlope;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            double slope = slope(middle);
            if (Double.isNaN(slope) || middle <= low || middle >= high) {
                break;
            }
            if ((slope < 0) == (lowSlope < 0) && slope != 0) {
                low = middle;
                lowSlope = slope;
            } else {
                high = middle;
                highSlope = slope;
            }
        }
        boolean isLow = Math.abs(lowSlope) < Math.abs(highSlope);
        double around = Real.max(Math.abs(fromSlope), Math.abs(toSlope));
        if (Real.min(Math.abs(lowSlope), Math.abs(highSlope)) <= VANISHING * around) {
            add(isLow ? low : high, isLow ? lowSlope : highSlope, around);
        }
    }

    private void add(double u, double slope, double around) {
        evaluations++;
        derivatives.at(u, 0, gradient, hessian);
        double curvature = hessian[0];
        double inCells = curvature * cell() * cell();
        boolean isBent = Math.abs(inCells) > NewtonRefinement.DEGENERATE * around;
        CriticalPoint.Kind kind = !isBent
                ? CriticalPoint.Kind.DEGENERATE
                : curvature > 0 ? CriticalPoint.Kind.MINIMUM : CriticalPoint.Kind.MAXIMUM;
        points.add(new CriticalPoint(u, 0, surface.at(u, 0), Math.abs(slope) / cell(), curvature, curvature, kind));
    }
}
