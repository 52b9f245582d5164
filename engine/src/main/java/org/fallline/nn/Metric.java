package org.fallline.nn;

import org.fallline.tensor.Tensor;

/** A number that tells a reader how good predictions are; nothing is differentiated. */
public interface Metric {
    /**
     * The number.
     *
     * @param target (n, m)
     * @param prediction (n, m)
     * @return NaN if there are no examples
     */
    double of(Tensor target, Tensor prediction);
}
