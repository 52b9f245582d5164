package org.fallline.web.bench;

import java.util.List;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Walker;
import org.fallline.optim.Optimizer;
import org.fallline.problem.CompiledObjective;
import org.fallline.problem.Problem;

/** An optimizer on a problem without data to pass over, as the page runs it. A count is a count of steps. */
final class FunctionDescent implements Loop {
    private final CompiledObjective objective;
    private final ValueAndGradient function;
    private final Optimizer optimizer;
    private final double[] start;
    private final double[] gradient;
    private double loss;

    FunctionDescent(Problem problem, Optimizer optimizer) {
        List<Double> from = problem.start();
        this.objective = problem.objective();
        this.function = objective.function();
        this.optimizer = optimizer;
        this.start = new double[from.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = from.get(i);
        }
        this.gradient = new double[start.length];
    }

    @Override
    public void run(int count) {
        Walker walker = new Walker(objective, optimizer, start);
        for (int i = 0; i < count; i++) {
            walker.advance();
        }
        loss = walker.loss();
    }

    @Override
    public void forward(int count) {
        for (int i = 0; i < count; i++) {
            loss = function.value(start);
        }
    }

    @Override
    public void gradient(int count) {
        for (int i = 0; i < count; i++) {
            loss = function.valueAndGradient(start, gradient);
        }
    }

    @Override
    public double loss() {
        return loss;
    }
}
