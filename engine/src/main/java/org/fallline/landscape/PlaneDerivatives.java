package org.fallline.landscape;

/**
 * Gradient and Hessian of a {@link Surface} in the coordinates of its plane: {@code Dᵀ∇L} and {@code DᵀHD} with the plane's
 * directions as the columns of D. Numbers that are not finite are legal: there is nothing to be found at such a place.
 */
@FunctionalInterface
public interface PlaneDerivatives {
    /**
     * Writes the derivatives at (u, v).
     *
     * @param gradient becomes ∂/∂u, ∂/∂v
     * @param hessian becomes ∂²/∂u², ∂²/∂u∂v, ∂²/∂v²
     */
    void at(double u, double v, double[] gradient, double[] hessian);

    /** Writes the gradient alone: to be overridden where that costs less. */
    default void gradientAt(double u, double v, double[] gradient) {
        at(u, v, gradient, new double[3]);
    }
}
