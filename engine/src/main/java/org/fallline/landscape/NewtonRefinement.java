package org.fallline.landscape;

import org.fallline.math.Real;
import org.jspecify.annotations.Nullable;

/**
 * Damped Newton iteration on the in-plane gradient: from a place near a critical point to that point.
 *
 * <p>It works in cells, the steps of the grid that proposed the place, so that windows of any size and aspect are alike. A
 * full step is halved until the gradient's norm falls; along an eigenvector without curvature there is no step. It gives
 * up when it is led away, when nothing falls any more, and in any case after {@value #MOST_STEPS} steps.
 */
final class NewtonRefinement {
    /** At a degenerate point the error shrinks by a third or a half a step: enough for ten digits. */
    private static final int MOST_STEPS = 60;

    private static final int MOST_HALVINGS = 12;

    /** Farther away, in cells, other starts are nearer. */
    private static final double LEASH = 4;

    /** A step this short, in cells, cannot be seen; rounding errors of a gradient under deep zoom allow no more. */
    private static final double SHORT = 1e-4;

    /** A curvature below this share of the curvature around is none. */
    private static final double NO_CURVATURE = 1e-10;

    /** An eigenvalue below this share of the larger one, or of the curvature around, decides nothing. */
    static final double DEGENERATE = 1e-6;

    private final PlaneDerivatives derivatives;
    private final Window window;
    private final double cellU;
    private final double cellV;
    private final double[] gradient = new double[2];
    private final double[] hessian = new double[3];
    private int evaluations;

    NewtonRefinement(PlaneDerivatives derivatives, Window window, int cells) {
        this.derivatives = derivatives;
        this.window = window;
        this.cellU = window.width() / cells;
        this.cellV = window.height() / cells;
    }

    /** How many gradients, with or without Hessian, have been asked for. */
    int evaluations() {
        return evaluations;
    }

    /**
     * The critical point that is found from (s, t), in cells from the window's lower left corner; null when there is none.
     *
     * @param around the gradient's norm, in loss a cell, about a cell away
     */
    @Nullable CriticalPoint from(double s0, double t0, double around, Surface surface) {
        double s = s0;
        double t = t0;
        double norm = evaluate(s, t);
        double step = Double.POSITIVE_INFINITY;
        SymmetricTwo eigen = SymmetricTwo.of(hessian[0], hessian[1], hessian[2]);
        for (int i = 0; i < MOST_STEPS && Double.isFinite(norm); i++) {
            eigen = SymmetricTwo.of(hessian[0], hessian[1], hessian[2]);
            double least = NO_CURVATURE * Real.max(around, Real.max(Math.abs(eigen.first()), Math.abs(eigen.second())));
            double first = along(eigen.cos() * gradient[0] - eigen.sin() * gradient[1], eigen.first(), least);
            double second = along(eigen.sin() * gradient[0] + eigen.cos() * gradient[1], eigen.second(), least);
            step = Real.hypot(first, second);
            if (!Double.isFinite(step) || step == 0) {
                break;
            }
            double factor = step > 1 ? 1 / step : 1;
            double ds = (eigen.cos() * first + eigen.sin() * second) * factor;
            double dt = (eigen.cos() * second - eigen.sin() * first) * factor;
            double moved = search(s, t, ds, dt, norm);
            if (moved == 0) {
                // Nothing falls any more: back to the best place.
                norm = evaluate(s, t);
                break;
            }
            s += moved * ds;
            t += moved * dt;
            norm = Real.hypot(gradient[0], gradient[1]);
            if (Real.hypot(s - s0, t - t0) > LEASH) {
                return null;
            }
        }
        boolean arrived = step <= SHORT && norm <= SHORT * around;
        return arrived ? point(s, t, around, eigen, surface) : null;
    }

    /** The step along an eigenvector. */
    private static double along(double slope, double curvature, double least) {
        return Math.abs(curvature) > least ? -slope / curvature : 0;
    }

    /** The share of the step that makes the gradient's norm fall, evaluated there; 0 when there is none. */
    private double search(double s, double t, double ds, double dt, double norm) {
        double share = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, share *= 0.5) {
            double here = slope(s + share * ds, t + share * dt);
            if (here < norm * (1 - 1e-4 * share)) {
                evaluate(s + share * ds, t + share * dt);
                return share;
            }
        }
        return 0;
    }

    /** Writes the gradient alone, in cells, since most trials are in vain; returns its norm. */
    private double slope(double s, double t) {
        evaluations++;
        derivatives.gradientAt(window.uMin() + s * cellU, window.vMin() + t * cellV, gradient);
        return Real.hypot(gradient[0] * cellU, gradient[1] * cellV);
    }

    /** Writes gradient and Hessian in cells; returns the gradient's norm. */
    private double evaluate(double s, double t) {
        evaluations++;
        derivatives.at(window.uMin() + s * cellU, window.vMin() + t * cellV, gradient, hessian);
        gradient[0] *= cellU;
        gradient[1] *= cellV;
        hessian[0] *= cellU * cellU;
        hessian[1] *= cellU * cellV;
        hessian[2] *= cellV * cellV;
        return Real.hypot(gradient[0], gradient[1]);
    }

    private @Nullable CriticalPoint point(double s, double t, double around, SymmetricTwo cells, Surface surface) {
        double u = window.uMin() + s * cellU;
        double v = window.vMin() + t * cellV;
        // A point on the very edge is in the picture, rounding or not.
        double slackU = cellU * SHORT;
        double slackV = cellV * SHORT;
        if (u < window.uMin() - slackU
                || u > window.uMax() + slackU
                || v < window.vMin() - slackV
                || v > window.vMax() + slackV) {
            return null;
        }
        // In the plane's own coordinates, cells undone one at a time: their squares may not be numbers.
        SymmetricTwo eigen =
                SymmetricTwo.of(hessian[0] / cellU / cellU, hessian[1] / cellU / cellV, hessian[2] / cellV / cellV);
        double norm = Real.hypot(gradient[0] / cellU, gradient[1] / cellV);
        return new CriticalPoint(u, v, surface.at(u, v), norm, eigen.largest(), eigen.smallest(), kind(cells, around));
    }

    private static CriticalPoint.Kind kind(SymmetricTwo cells, double around) {
        double first = Math.abs(cells.first());
        double second = Math.abs(cells.second());
        double most = Real.max(around, Real.max(first, second));
        if (!(Real.min(first, second) > DEGENERATE * most)) {
            return CriticalPoint.Kind.DEGENERATE;
        }
        if (cells.smallest() > 0) {
            return CriticalPoint.Kind.MINIMUM;
        }
        return cells.largest() < 0 ? CriticalPoint.Kind.MAXIMUM : CriticalPoint.Kind.SADDLE;
    }
}
