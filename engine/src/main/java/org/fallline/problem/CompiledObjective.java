package org.fallline.problem;

import org.fallline.autodiff.HessianVectorProduct;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.optim.Objective;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A problem's loss as optimizers see it. The Hessian is compiled when it is first asked for: few rules do.
 *
 * <p>Where the problem is sampled, they see the loss of the data of one step: which, {@link #turnTo} says. Its Hessian is that of
 * all the data.
 */
public final class CompiledObjective implements Objective {
    private final Problem problem;
    private final ValueAndGradient function;
    private final ValueAndGradient seen;
    private final Sampling.@Nullable Feed feed;
    private final int[] segments;
    private final double[] gradient;
    private @Nullable HessianVectorProduct second;
    /** The step whose data are shown; −1 before any. */
    private int shown = -1;

    CompiledObjective(Problem problem) {
        this.problem = problem;
        Sampling sampling = problem.sampling();
        this.function = problem.valueAndGradient();
        this.seen = sampling == null ? function : sampling.valueAndGradient(problem.layout());
        this.feed = sampling == null ? null : sampling.feed().get();
        this.segments = problem.layout().shapes().stream().mapToInt(Shape::size).toArray();
        this.gradient = new double[function.size()];
    }

    /** What is descended. */
    public Problem problem() {
        return problem;
    }

    /** The loss of all the data and its gradient, compiled. */
    public ValueAndGradient function() {
        return function;
    }

    /** Whether what a step sees is not the whole loss. */
    public boolean isSampled() {
        return feed != null;
    }

    /** Shows the data of a step; those of step 0 lead away from the start. Allocates nothing; costs nothing where they are shown. */
    public void turnTo(int step) {
        if (feed != null && step != shown) {
            feed.fill(step, seen.data());
            shown = step;
        }
    }

    @Override
    public int[] segments() {
        return segments;
    }

    @Override
    public double value(double[] params) {
        return seen.value(params);
    }

    @Override
    public double valueAndGradient(double[] params, double[] into, int from) {
        double value = seen.valueAndGradient(params, gradient);
        System.arraycopy(gradient, 0, into, from, gradient.length);
        return value;
    }

    @Override
    public void hessian(double[] params, double[] into, int from) {
        if (second == null) {
            second = HessianVectorProduct.of(problem.layout(), problem.loss());
        }
        second.hessian(params, into, from);
    }
}
