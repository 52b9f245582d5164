package org.fallline.problem;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;

/**
 * What a step sees of a loss: the loss of other data at every step, as of a batch of examples, or with other units dropped.
 *
 * @param data what changes from step to step
 * @param loss from one node a parameter, then one a datum, to the loss of the step, a scalar
 * @param feed makes a source of the data of each step; it may keep what it computed, so each user has one of its own
 */
public record Sampling(ParameterLayout data, Function<List<Node>, Node> loss, Supplier<Feed> feed) {
    /** The data of each step. */
    public interface Feed {
        /**
         * Writes the data of a step: they depend on the number of the step alone.
         *
         * @param step from 0: the step that leads away from the start
         * @param data by the layout; modified
         */
        void fill(int step, double[] data);
    }

    /** The loss of a step and its gradient, compiled. */
    public ValueAndGradient valueAndGradient(ParameterLayout parameters) {
        return ValueAndGradient.of(parameters, data, loss);
    }
}
