package org.fallline.problem;

import org.fallline.autodiff.HessianVectorProduct;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.optim.Objective;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** A problem's loss as optimizers see it. The Hessian is compiled when it is first asked for: few rules do. */
public final class CompiledObjective implements Objective {
    private final Problem problem;
    private final ValueAndGradient function;
    private final int[] segments;
    private final double[] gradient;
    private @Nullable HessianVectorProduct second;

    CompiledObjective(Problem problem) {
        this.problem = problem;
        this.function = problem.valueAndGradient();
        this.segments = problem.layout().shapes().stream().mapToInt(Shape::size).toArray();
        this.gradient = new double[function.size()];
    }

    /** The loss and its gradient, compiled. */
    public ValueAndGradient function() {
        return function;
    }

    @Override
    public int[] segments() {
        return segments;
    }

    @Override
    public double value(double[] params) {
        return function.value(params);
    }

    @Override
    public double valueAndGradient(double[] params, double[] into, int from) {
        double value = function.valueAndGradient(params, gradient);
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
