package org.fallline.scene.gallery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.data.Generator;
import org.fallline.experiment.Edges;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.math.Decimal;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Losses;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.LayerGradients;
import org.fallline.probe.Response;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.HistogramsFigure;
import org.fallline.scene.LayersFigure;
import org.fallline.scene.NetworkFigure;
import org.fallline.scene.PredictionFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.tensor.Tensor;

/** The gallery's figures of models: networks that have learned for some steps. */
final class Models {
    private static final int STEPS = 60;

    /** Several scenes show the same walk. */
    private static final Map<ProblemSpec, Trajectory> WALKS = new HashMap<>();

    private Models() {}

    static ProblemSpec circle() {
        return generated("circle", 0.3, Dense.of(4, "tanh"), Dense.of(3, "tanh"), Dense.of(1, "tanh"));
    }

    static Scene plane(Theme theme) {
        return figure(circle(), theme, 33);
    }

    static ProblemSpec sine() {
        return generated("sine", 0.3, Dense.of(6, "tanh"), Dense.of(1, "linear"));
    }

    /** Wider and deeper than there is room for all edges. */
    static ProblemSpec wide() {
        return generated(
                "circle",
                0,
                Dense.of(64, "relu"),
                Dense.of(16, "tanh"),
                Dense.of(8, "tanh"),
                Dense.of(8, "tanh"),
                Dense.of(4, "tanh"),
                Dense.of(4, "tanh"),
                Dense.of(2, "tanh"),
                Dense.of(1, "tanh"));
    }

    static Scene network(ProblemSpec spec, Theme theme, boolean showsGradient) {
        Trajectory walk = walk(spec);
        Response response = response(spec, 17, walk.params(STEPS));
        Wiring wiring = Wiring.of(response.fit());
        int marked = wiring.weight(1, 0, 1);
        int pointed = wiring.columns().get(1).biases() + 2;
        return new NetworkFigure(
                        theme,
                        Gallery.WIDTH,
                        Gallery.HEIGHT,
                        wiring,
                        response,
                        walk.params(STEPS),
                        walk.gradient(STEPS),
                        showsGradient,
                        STEPS,
                        marked,
                        pointed)
                .scene();
    }

    /** What flows back through a network of which one unit is dead and another one saturated. */
    static Scene errors(Theme theme) {
        ProblemSpec spec = generated("circle", 0, Dense.of(4, "relu"), Dense.of(3, "tanh"), Dense.of(1, "tanh"));
        Problem problem = spec.problem(0);
        double[] params = problem.start().stream().mapToDouble(value -> value).toArray();
        Fit fit = Objects.requireNonNull(Fit.of(spec, 0));
        Wiring wiring = Wiring.of(fit);
        params[wiring.columns().get(1).biases() + 1] = -40;
        params[wiring.columns().get(2).biases() + 2] = 9;
        Response response = response(spec, 17, params);
        UnitErrors errors = new UnitErrors(problem, fit);
        errors.run(params);
        return new NetworkFigure(
                        theme,
                        Gallery.WIDTH,
                        Gallery.HEIGHT,
                        wiring,
                        response,
                        params,
                        new double[params.length],
                        Edges.ERRORS,
                        errors.backflow(UnitErrors.ALL),
                        0,
                        NetworkFigure.NOTHING,
                        NetworkFigure.NOTHING)
                .scene();
    }

    static Scene layers(ProblemSpec spec, Theme theme, boolean isRelative) {
        Trajectory walk = walk(spec);
        ParameterLayout layout = spec.problem(0).layout();
        LayerGradients history = LayerGradients.of(walk, layout, 30);
        return LayersFigure.of(
                        theme,
                        Gallery.WIDTH,
                        Gallery.HEIGHT,
                        layout,
                        history,
                        isRelative,
                        STEPS,
                        20,
                        walk.gradient(20),
                        walk.params(20))
                .scene();
    }

    static Scene histograms(ProblemSpec spec, Theme theme) {
        Trajectory walk = walk(spec);
        ParameterLayout layout = spec.problem(0).layout();
        double height = HistogramsFigure.height(Gallery.WIDTH, layout.names().size());
        return new HistogramsFigure(
                        theme, Gallery.WIDTH, height, layout, "parameters", STEPS, walk.params(STEPS), walk.params(0))
                .scene();
    }

    static Scene curve() {
        return figure(sine(), Theme.LIGHT, 17);
    }

    /** Three clouds, round the corners of a triangle. */
    static Scene classes() {
        StringBuilder csv = new StringBuilder("a,b,kind\n");
        double[][] corners = {{-2, -1}, {2, -1}, {0, 2}};
        for (int i = 0; i < 45; i++) {
            double[] corner = corners[i % 3];
            csv.append(Decimal.text(corner[0] + (i * 7 % 11 - 5) * 0.25)).append(',');
            csv.append(Decimal.text(corner[1] + (i * 5 % 13 - 6) * 0.2)).append(',');
            csv.append(i % 3 == 0 ? "ash" : i % 3 == 1 ? "elm" : "oak").append('\n');
        }
        return figure(table(csv, "categoricalCrossentropy", Dense.of(3, "softmax")), Theme.LIGHT, 33);
    }

    static Scene pairs() {
        StringBuilder csv = new StringBuilder("a,b,c,t\n");
        for (int i = 0; i < 40; i++) {
            double a = (i * 7 % 11) * 0.1;
            double b = (i * 5 % 13) * 0.1;
            double c = (i * 3 % 7) * 0.1;
            csv.append(Decimal.text(a)).append(',').append(Decimal.text(b)).append(',');
            csv.append(Decimal.text(c))
                    .append(',')
                    .append(Decimal.text(a - b * c))
                    .append('\n');
        }
        return figure(table(csv, "meanSquaredError", Dense.of(1, "linear")), Theme.DARK, 17);
    }

    static Scene tiny() {
        ProblemSpec spec = new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3));
        return figure(spec, Theme.LIGHT, 17);
    }

    private static ProblemSpec table(StringBuilder csv, String loss, Layer... layers) {
        return network(new ExamplesSpec(new ExamplesSpec.Csv(csv.toString(), List.of()), 0, 0), loss, layers);
    }

    static ProblemSpec generated(String dataset, double testShare, Layer... layers) {
        Choice<Generator> generator = Choice.of(Datasets.CATALOGUE, dataset);
        return network(
                new ExamplesSpec(new ExamplesSpec.Generated(generator, 120), testShare, 2), "meanSquaredError", layers);
    }

    private static ProblemSpec network(ExamplesSpec examples, String loss, Layer... layers) {
        return new ProblemSpec.Network(examples, List.of(), List.of(layers), Choice.of(Losses.CATALOGUE, loss), 0);
    }

    private static Trajectory walk(ProblemSpec spec) {
        return WALKS.computeIfAbsent(spec, Models::walked);
    }

    private static Trajectory walked(ProblemSpec spec) {
        Experiment experiment = Experiment.of(spec)
                .withSteps(STEPS)
                .withOptimizers(List.of(OptimizerSpec.of("adam").with("learningRate", 0.05)));
        return Run.of(experiment).trajectories().get(0);
    }

    static Response response(ProblemSpec spec, int side, double[] params) {
        Fit fit = Objects.requireNonNull(Fit.of(spec, 0));
        Response response = new Response(fit, InputRows.of(fit, side));
        response.begin(params);
        while (response.advance()) {}
        return response;
    }

    private static Scene figure(ProblemSpec spec, Theme theme, int side) {
        Response response = response(spec, side, walk(spec).params(STEPS));
        return new PredictionFigure(theme, Gallery.WIDTH, Gallery.HEIGHT, response, STEPS).scene();
    }
}
