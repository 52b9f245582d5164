package org.fallline.survey;

import org.fallline.autodiff.HessianVectorProduct;
import org.fallline.landscape.SymmetricOperator;

/** The Hessian of a loss at a point, by its products with vectors. */
final class HessianAt implements SymmetricOperator {
    private final HessianVectorProduct product;
    private final double[] params;
    private final Runnable beforeEach;

    /** The Hessian at {@code params}, which are not modified; {@code beforeEach} product something is called. */
    HessianAt(HessianVectorProduct product, double[] params, Runnable beforeEach) {
        this.product = product;
        this.params = params;
        this.beforeEach = beforeEach;
    }

    @Override
    public int size() {
        return params.length;
    }

    @Override
    public void times(double[] x, double[] into) {
        beforeEach.run();
        product.times(params, x, into, 0);
    }
}
