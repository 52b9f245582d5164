package org.fallline.survey;

import org.fallline.autodiff.HessianVectorProduct;
import org.fallline.landscape.SymmetricOperator;

/** The Hessian of a loss at a point, by its products with vectors. */
final class HessianAt implements SymmetricOperator {
    private final HessianVectorProduct product;
    private final double[] params;

    /** The Hessian at {@code params}, which are not modified. */
    HessianAt(HessianVectorProduct product, double[] params) {
        this.product = product;
        this.params = params;
    }

    @Override
    public int size() {
        return params.length;
    }

    @Override
    public void times(double[] x, double[] into) {
        product.times(params, x, into, 0);
    }
}
