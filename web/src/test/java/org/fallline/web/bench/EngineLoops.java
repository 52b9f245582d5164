package org.fallline.web.bench;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Walker;
import org.fallline.optim.Adam;
import org.fallline.optim.Objective;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Sgd;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.teavm.jso.JSExport;

/** The loops that are measured, as exports: each makes steps from its start and returns the loss at the end. */
public final class EngineLoops {
    private static final Problem ROSENBROCK = new ProblemSpec.Function("rosenbrock", "", Map.of()).problem();
    private static final Problem LINEAR = new ProblemSpec.Linear(
                    Tensor.matrix(new double[][] {{1, 2}}),
                    Tensor.matrix(new double[][] {{1}}),
                    Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                    Tensor.vector(0.3))
            .problem();

    private static final Objective ROSENBROCK_OBJECTIVE = ROSENBROCK.objective();
    private static final Objective LINEAR_OBJECTIVE = LINEAR.objective();

    private EngineLoops() {}

    public static void main(String[] args) {}

    /** Adam on Rosenbrock's function. */
    @JSExport
    public static double rosenbrockByAdam(int steps) {
        return walk(ROSENBROCK_OBJECTIVE, new Adam(0.001, 0.9, 0.999, 1e-7), ROSENBROCK.start(), steps);
    }

    /** Plain gradient descent on the chapter's linear model. */
    @JSExport
    public static double linearBySgd(int steps) {
        return walk(LINEAR_OBJECTIVE, new Sgd(0.01, 0, false), LINEAR.start(), steps);
    }

    private static double walk(Objective objective, Optimizer optimizer, List<Double> from, int steps) {
        double[] start = new double[from.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = from.get(i);
        }
        Walker walker = new Walker(objective, optimizer, start);
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        return walker.loss();
    }
}
