package org.fallline.optim;

import java.util.List;

/** An update rule. */
public interface Optimizer {
    /** The names of what the rule remembers for each parameter, such as {@code velocity}; empty if nothing. */
    List<String> slots();

    /** The update as it is executed with these hyper-parameters, in plain text. */
    String formula();

    /**
     * Whether a step is about as long as the learning rate, however steep the slope: such a rate is a distance, any other
     * is a distance per slope.
     */
    default boolean isScaleFree() {
        return false;
    }

    /**
     * Makes one step. Allocates nothing.
     *
     * @param t the number of the step, from 1
     * @param params the parameters; modified
     * @param gradient the gradient at the parameters, equally long; not modified
     * @param state slot by slot as long as the parameters, all 0 before the first step; modified
     */
    void step(int t, double[] params, double[] gradient, double[] state);
}
