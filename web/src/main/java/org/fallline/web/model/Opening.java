package org.fallline.web.model;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.problem.ProblemSpec;

/** What a visitor sees who brings nothing along: one start on Himmelblau's function from which three optimizers find three valleys. */
public final class Opening {
    private static final int STEPS = 150;

    private static final Experiment EXPERIMENT = Experiment.of(new ProblemSpec.Function("himmelblau", "", Map.of()))
            .withStart(List.of(-0.2, 0.7))
            .withSteps(STEPS)
            .withOptimizers(List.of(
                    OptimizerSpec.of("sgd").with("learningRate", 0.005),
                    OptimizerSpec.of("sgd").with("learningRate", 0.005).with("momentum", 0.9),
                    OptimizerSpec.of("adam").with("learningRate", 0.1)));

    private Opening() {}

    public static Experiment experiment() {
        return EXPERIMENT;
    }
}
