package org.fallline.optim;

import java.util.List;

/** An update rule. */
public interface Optimizer {
    /** What decides how long a step is, and so what a good learning rate is like. */
    enum StepLength {
        /** The slope: the learning rate is a distance for each unit of it, and suits one problem only. */
        SLOPE,
        /** The learning rate: a step is about as long, however steep the slope. */
        RATE,
        /** The rule: the learning rate is the share that is taken of a length it finds itself, and 1 suits any problem. */
        OWN
    }

    /** The learning rate as it is set, before any schedule. */
    double learningRate();

    /** What the rule remembers of a walk with so many parameters, in the order in which it lies in the state. */
    List<Slot> slots(int parameters);

    /** The state before the first step: a new array, slot by slot; zeros but where a rule says otherwise. */
    default double[] initialState(int parameters) {
        return new double[Slot.total(slots(parameters))];
    }

    /** The update as it is executed with these hyper-parameters, in plain text. */
    String formula();

    /** What decides how long a step is. */
    default StepLength stepLength() {
        return StepLength.SLOPE;
    }

    /**
     * Makes one step. Allocates nothing.
     *
     * @param t the number of the step, from 1
     * @param rate the learning rate of this step, at least 0
     * @param params the parameters; modified
     * @param gradient the gradient at the parameters, equally long; not modified
     * @param state begins with the rule's slots, as {@link #initialState} and the steps before left them; modified
     * @param objective what is descended, for rules that look at it again
     */
    void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective);
}
