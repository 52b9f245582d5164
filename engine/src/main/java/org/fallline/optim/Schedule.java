package org.fallline.optim;

import java.util.List;

/** A rule for the learning rate of each step. */
public interface Schedule {
    /** The names of the numbers that the rule remembers of a walk; most remember none. The same list each time. */
    default List<String> slots() {
        return List.of();
    }

    /**
     * The learning rate of a step. Allocates nothing.
     *
     * @param step how many steps were made before, from 0, as Keras counts them; in a walk one after the other
     * @param base the learning rate that the optimizer is set to
     * @param loss where the step begins
     * @param state holds one number a slot, all 0 before the first step; modified if there are any
     * @param from where in it they begin
     */
    double rate(int step, double base, double loss, double[] state, int from);
}
