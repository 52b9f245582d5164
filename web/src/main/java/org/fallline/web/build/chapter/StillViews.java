package org.fallline.web.build.chapter;

import java.util.List;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding.Group;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.LayerGradients;
import org.fallline.probe.Response;
import org.fallline.problem.Problem;
import org.fallline.scene.ComputationFigure;
import org.fallline.scene.ComputationGroups;
import org.fallline.scene.ComputationPlan;
import org.fallline.scene.LayersFigure;
import org.fallline.scene.PredictionFigure;
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

    /** Pixels a side of a map's colours: a third of the usual bytes, and nobody sees it between sharp isolines. */
    private static final int DETAIL = 144;

    /** Points a side of the plane of a prediction. */
    private static final int LATTICE = 65;

    private StillViews() {}

    /** Whether a view is of one step rather than of a walk, and so begins at the start. */
    static boolean isOfOneStep(String view) {
        return List.of("computation", "tape", "blindfold").contains(view);
    }

    /** A view at the experiment's step; the landscape where a view has nothing that stands still. */
    static Scene scene(Experiment experiment, String view, double width, double height, Theme theme) {
        return switch (view) {
            case "losses" -> losses(experiment, StepCharts.ofLosses(), width, height, theme);
            case "gradient-norms" -> losses(experiment, StepCharts.ofGradientNorms(), width, height, theme);
            case "prediction" -> prediction(experiment, width, height, theme);
            // A tape is written down from what the computation shows.
            case "computation", "tape" -> computation(experiment, width, theme);
            case "layers" -> layers(experiment, width, height, theme);
            case "blindfold" -> slope(experiment, width, height, theme);
            default ->
                Still.of(experiment, experiment.view().step(), width, height, theme, DETAIL, Still.Allowance.UNLIMITED);
        };
    }

    private static Scene losses(Experiment experiment, StepCharts charts, double width, double height, Theme theme) {
        return charts.figure(experiment, theme, Run.of(experiment).trajectories(), List.of(), width, height)
                .at(experiment.view().step(), StepFigure.NOWHERE)
                .scene();
    }

    private static Scene prediction(Experiment experiment, double width, double height, Theme theme) {
        Fit fit = Fit.of(experiment.problem(), experiment.seed());
        if (fit == null) {
            throw new IllegalArgumentException("there is nothing that “" + experiment.title() + "” predicts");
        }
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        int step = Math.min(experiment.view().step(), walk.length() - 1);
        Response response = new Response(fit, InputRows.of(fit, LATTICE));
        response.begin(walk.params(step));
        while (response.advance()) {
            // Until all of it is there.
        }
        return new PredictionFigure(theme, width, height, response, step).scene();
    }

    private static Scene layers(Experiment experiment, double width, double height, Theme theme) {
        ParameterLayout layout = experiment.problem().problem(experiment.seed()).layout();
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        int step = Math.min(experiment.view().step(), walk.length() - 1);
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
