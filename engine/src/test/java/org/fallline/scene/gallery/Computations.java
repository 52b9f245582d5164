package org.fallline.scene.gallery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Moment;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding.Group;
import org.fallline.nn.Dense;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.ComputationFigure;
import org.fallline.scene.ComputationGroups;
import org.fallline.scene.ComputationPlan;
import org.fallline.scene.Scene;
import org.fallline.scene.TensorFigure;
import org.fallline.scene.Theme;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The gallery's figures of computations. */
public final class Computations {
    private static final double WIDTH = 720;

    private Computations() {}

    static ProblemSpec rosenbrock() {
        return new ProblemSpec.Function("", "(1-x)^2+100*(y-x^2)^2", Map.of());
    }

    /** The chapter's model: prediction 0.8, loss 0.04, gradients (−0.4, −0.8) and −0.4. */
    static ProblemSpec tiny() {
        return new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3));
    }

    static ProblemSpec network() {
        return Models.generated("circle", 0, Dense.of(8, "tanh"), Dense.of(8, "tanh"), Dense.of(1, "tanh"));
    }

    /** A computation at the problem's start, or at a place of its own. */
    public static ComputationFigure figure(ProblemSpec spec, @Nullable Moment moment, Theme theme, double... at) {
        Problem problem = spec.problem(1);
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(
                at.length > 0
                        ? at
                        : problem.start().stream().mapToDouble(value -> value).toArray());
        List<Group> groups = ComputationGroups.of(spec, explanation.graph());
        Set<Integer> open = ComputationGroups.usuallyOpen(groups, explanation.graph());
        ComputationPlan plan = ComputationPlan.of(explanation, groups, open, WIDTH);
        return new ComputationFigure(theme, plan, new Progress(explanation, moment), ComputationFigure.NOTHING);
    }

    static Scene tensor(Theme theme) {
        return new TensorFigure(theme, 320, "∂L/∂W", Tensor.matrix(new double[][] {{-0.4, 0.25, 1e-7}, {-0.8, 0, 12.5}
                }))
                .scene();
    }
}
