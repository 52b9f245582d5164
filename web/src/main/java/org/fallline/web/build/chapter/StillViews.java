package org.fallline.web.build.chapter;

import java.util.List;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding.Group;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.Problem;
import org.fallline.scene.ComputationFigure;
import org.fallline.scene.ComputationGroups;
import org.fallline.scene.ComputationPlan;
import org.fallline.scene.Scene;
import org.fallline.scene.StepCharts;
import org.fallline.scene.StepFigure;
import org.fallline.scene.Still;
import org.fallline.scene.Theme;

/** Views of an experiment as they stand still: by the same painters as in the page. */
final class StillViews {
    private StillViews() {}

    /** The first of the views that are named, separated by commas; the landscape where a view has nothing that stands still. */
    static Scene scene(Experiment experiment, String views, double width, double height, Theme theme) {
        return switch (views.split(",", -1)[0]) {
            case "losses" -> losses(experiment, StepCharts.ofLosses(), width, height, theme);
            case "gradient-norms" -> losses(experiment, StepCharts.ofGradientNorms(), width, height, theme);
            case "computation" -> computation(experiment, width, theme);
            default -> Still.of(experiment, width, height, theme, Still.Allowance.UNLIMITED);
        };
    }

    private static Scene losses(Experiment experiment, StepCharts charts, double width, double height, Theme theme) {
        int step = experiment.view().step() == 0
                ? experiment.steps()
                : experiment.view().step();
        return charts.figure(experiment, theme, Run.of(experiment).trajectories(), List.of(), width, height)
                .at(step, StepFigure.NOWHERE)
                .scene();
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
