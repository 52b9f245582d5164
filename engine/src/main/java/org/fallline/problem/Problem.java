package org.fallline.problem;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.jspecify.annotations.Nullable;

/**
 * A loss to descend.
 *
 * @param layout the parameters
 * @param loss from one node a parameter to the loss, a scalar
 * @param start where a descent begins if nothing else is said, by the layout
 * @param domain the part of each parameter's axis that a picture shows, by the layout
 * @param minima the known global minima, by the layout; empty if they are not known
 * @param learningRate at which plain gradient descent from the start goes down well
 * @param sampling what a step sees of the loss, if not the whole of it; else null
 * @param frozen the parameters that no descent moves, by their numbers in the layout, in ascending order; the loss is a
 *     function of them all the same
 * @param sketchedLoss the loss of some of the data, which differs by chance; null if that of all is quick enough for a first look
 */
public record Problem(
        ParameterLayout layout,
        Function<List<Node>, Node> loss,
        List<Double> start,
        List<Interval> domain,
        List<List<Double>> minima,
        double learningRate,
        @Nullable Sampling sampling,
        List<Integer> frozen,
        @Nullable Function<List<Node>, Node> sketchedLoss) {

    /** A problem of which every step sees the loss itself. */
    public Problem(
            ParameterLayout layout,
            Function<List<Node>, Node> loss,
            List<Double> start,
            List<Interval> domain,
            List<List<Double>> minima,
            double learningRate) {
        this(layout, loss, start, domain, minima, learningRate, null, List.of(), null);
    }

    public Problem {
        start = List.copyOf(start);
        domain = List.copyOf(domain);
        minima = List.copyOf(minima);
        frozen = List.copyOf(frozen);
        if (start.size() != layout.size() || domain.size() != layout.size()) {
            throw new IllegalArgumentException("a problem of " + layout.size() + " parameters has " + start.size()
                    + " start values and " + domain.size() + " intervals");
        }
    }

    /** The same problem with the loss of some of the data, for a first look; null if this one is quick enough for it. */
    public @Nullable Problem sketch() {
        return sketchedLoss == null
                ? null
                : new Problem(layout, sketchedLoss, start, domain, minima, learningRate, sampling, frozen, null);
    }

    /** Where the numbers that a descent moves lie in the flat array of all, in ascending order. */
    public int[] moved() {
        int[] moved = new int[layout.size()];
        int count = 0;
        for (int i = 0; i < layout.shapes().size(); i++) {
            int from = layout.offset(i);
            for (int k = 0; k < layout.shapes().get(i).size() && !frozen.contains(i); k++) {
                moved[count++] = from + k;
            }
        }
        return Arrays.copyOf(moved, count);
    }

    /** The loss and its gradient, compiled. */
    public ValueAndGradient valueAndGradient() {
        return ValueAndGradient.of(layout, loss);
    }

    /** The loss as optimizers see it, compiled. */
    public CompiledObjective objective() {
        return new CompiledObjective(this);
    }
}
