package org.fallline.landscape;

/**
 * A point of a plane where the in-plane gradient vanishes.
 *
 * @param u its first coordinate
 * @param v its second coordinate
 * @param loss there
 * @param gradientNorm what is left of the in-plane gradient, {@code ‖Dᵀ∇L‖} in the plane's coordinates
 * @param largest eigenvalue of the in-plane Hessian {@code DᵀHD}
 * @param smallest eigenvalue of it
 * @param kind by the signs of the two; within the plane: a minimum in it may be a saddle of the whole space
 */
public record CriticalPoint(
        double u, double v, double loss, double gradientNorm, double largest, double smallest, Kind kind) {

    /** What the loss does around the point. */
    public enum Kind {
        /** Both eigenvalues are positive. */
        MINIMUM,
        /** Both are negative. */
        MAXIMUM,
        /** One is positive, one negative. */
        SADDLE,
        /** One or both are as good as zero, so the second derivatives do not tell. */
        DEGENERATE
    }
}
