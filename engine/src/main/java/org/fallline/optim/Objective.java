package org.fallline.optim;

/**
 * The loss of some parameters, for rules that look at it again from other places than where the gradient was taken.
 *
 * <p>Equal parameters give equal bits. Evaluating allocates nothing, but for the first {@link #hessian}, which may compile.
 */
public interface Objective {
    /**
     * How many numbers each parameter tensor is, in the order in which they lie; the sum is the number of parameters.
     *
     * @return the array itself: read it, do not write it
     */
    int[] segments();

    /**
     * The loss.
     *
     * @param params not modified
     */
    double value(double[] params);

    /**
     * The loss and its gradient.
     *
     * @param params not modified
     * @param into receives the gradient, as long as the parameters; modified
     * @param from where in it the gradient begins
     */
    double valueAndGradient(double[] params, double[] into, int from);

    /**
     * The second derivatives of the loss.
     *
     * @param params n numbers; not modified
     * @param into receives the Hessian, n × n, row-major; modified
     * @param from where in it the Hessian begins
     */
    void hessian(double[] params, double[] into, int from);
}
