package org.fallline.web.model;

import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.fallline.web.words.Phrase;

/** Changing the numbers of the linear model; where the problem is another, nothing changes. */
public final class LinearIntents {
    private LinearIntents() {}

    /**
     * Another number of what the model is given or is to give.
     *
     * @param isInput whether it is one of x, else of y
     * @param index row-major
     */
    public static Intent set(boolean isInput, int index, double value) {
        return new Intent(
                Phrase.of("intent.data"),
                state -> state.experiment().problem() instanceof ProblemSpec.Linear linear
                        ? Renewal.of(
                                state,
                                new ProblemSpec.Linear(
                                        isInput ? with(linear.x(), index, value) : linear.x(),
                                        isInput ? linear.y() : with(linear.y(), index, value),
                                        linear.w(),
                                        linear.b()))
                        : state);
    }

    private static Tensor with(Tensor tensor, int index, double value) {
        double[] values = tensor.toArray();
        values[index] = value;
        return Tensor.of(tensor.shape(), values, 0);
    }
}
