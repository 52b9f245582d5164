package org.fallline.survey;

import org.fallline.landscape.PlaneDerivatives;
import org.fallline.landscape.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Gradient {@code Dᵀ∇L} and Hessian {@code DᵀHD} of a loss within a slice: a gradient, and a product with the
 * Hessian for each direction. What a line does not have is 0.
 */
final class SliceDerivatives implements PlaneDerivatives {
    private final Derivatives derivatives;
    private final Slice slice;
    private final double[] right;
    private final double @Nullable [] up;
    private final double[] params;
    private final double[] full;

    SliceDerivatives(Derivatives derivatives, Slice slice) {
        this.derivatives = derivatives;
        this.slice = slice;
        this.right = slice.u();
        this.up = slice.v();
        this.params = new double[slice.dimension()];
        this.full = new double[slice.dimension()];
    }

    @Override
    public void at(double u, double v, double[] gradient, double[] hessian) {
        gradientAt(u, v, gradient);
        derivatives.second().times(params, right, full, 0);
        hessian[0] = Vectors.dot(right, full);
        hessian[1] = up == null ? 0 : Vectors.dot(up, full);
        hessian[2] = 0;
        if (up != null) {
            derivatives.second().times(params, up, full, 0);
            hessian[2] = Vectors.dot(up, full);
        }
    }

    @Override
    public void gradientAt(double u, double v, double[] gradient) {
        slice.point(u, v, params);
        derivatives.function().valueAndGradient(params, full);
        gradient[0] = Vectors.dot(right, full);
        gradient[1] = up == null ? 0 : Vectors.dot(up, full);
    }
}
