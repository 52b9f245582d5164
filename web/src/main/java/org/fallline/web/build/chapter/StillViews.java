package org.fallline.web.build.chapter;

import java.util.List;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding.Group;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.probe.LayerGradients;
import org.fallline.problem.Problem;
import org.fallline.scene.ComputationFigure;
import org.fallline.scene.ComputationGroups;
import org.fallline.scene.ComputationPlan;
import org.fallline.scene.LayersFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.SlopeFigure;
import org.fallline.scene.StepCharts;
import org.fallline.scene.StepFigure;
import org.fallline.scene.Still;
import org.fallline.scene.Theme;

/** Views of an experiment as they stand still: by the same painters as in the page. */
final class StillViews {
    /** Steps whose gradients a chart of layers shows. */
    private static final int SAMPLES = 60;

    private StillViews() {}

    /** The first of the views that are named, separated by commas; the landscape where a view has nothing that stands still. */
    static Scene scene(Experiment experiment, String views, double width, double height, Theme theme) {
        return switch (views.split(",", -1)[0]) {
            case "losses" -> losses(experiment, StepCharts.ofLosses(), width, height, theme);
            case "gradient-norms" -> losses(experiment, StepCharts.ofGradientNorms(), width, height, theme);
            // A tape is written down from what the computation shows.
            case "computation", "tape" -> computation(experiment, width, theme);
            case "layers" -> layers(experiment, width, height, theme);
            case "blindfold" -> slope(experiment, width, height, theme);
            default -> Still.of(experiment, width, height, theme, Still.Allowance.UNLIMITED);
        };
    }

    private static Scene losses(Experiment experiment, StepCharts charts, double width, double height, Theme theme) {
        return charts.figure(experiment, theme, Run.of(experiment).trajectories(), List.of(), width, height)
                .at(step(experiment), StepFigure.NOWHERE)
                .scene();
    }

    /** Where time stands: at step 0 nothing has moved yet, so there the whole walk is shown. */
    private static int step(Experiment experiment) {
        return experiment.view().step() == 0
                ? experiment.steps()
                : experiment.view().step();
    }

    private static Scene layers(Experiment experiment, double width, double height, Theme theme) {
        ParameterLayout layout = experiment.problem().problem(experiment.seed()).layout();
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        int step = Math.min(step(experiment), walk.length() - 1);
        LayerGradients history = LayerGradients.of(walk, layout, SAMPLES);
        return LayersFigure.of(
                        theme,
                        width,
                        height,
                        layout,
                        history,
                        false,
                        Math.max(1, experiment.steps()),
                        step,
                        walk.gradient(step),
                        walk.params(step))
                .scene();
    }

    private static Scene slope(Experiment experiment, double width, double height, Theme theme) {
        double[] gradient = Run.of(experiment).trajectories().get(0).gradient(0);
        return new SlopeFigure(theme, width, height, gradient[0], gradient[1], 0).scene();
    }

    /** As high as it needs to be. */
    private static Scene computation(Experiment experiment, double width, Theme theme) {
        Problem problem = experiment.problem().problem(experiment.seed());
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        explanation.run(walk.params(Math.min(experiment.view().step(), walk.length() - 1)));
        List<Group> groups = ComputationGroups.of(experiment.problem(), explanation.graph());
        ComputationPlan plan = ComputationPlan.of(
                explanation, groups, ComputationGroups.usuallyOpen(groups, explanation.graph()), width);
        Progress progress =
                new Progress(explanation, experiment.view().computation().moment());
        return new ComputationFigure(theme, plan, progress, ComputationFigure.NOTHING).scene();
    }
}
