package org.fallline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Autodiff;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Entry;
import org.fallline.code.Languages;
import org.fallline.code.Listing;
import org.fallline.data.Batches;
import org.fallline.data.Dataset;
import org.fallline.data.Datasets;
import org.fallline.data.Split;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.math.Key;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.optim.Adam;
import org.fallline.optim.Objective;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Sgd;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.survey.Standing;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The examples of the package descriptions, run. */
class PackageExamplesTest {

    @Test
    void json_example_runs() {
        Json json = JsonReader.read("{\"steps\": 300}");
        assertEquals("{\"steps\":300}", JsonWriter.write(json));
    }

    @Test
    void catalogue_example_runs() {
        Entry<Optimizer> adam = Optimizers.CATALOGUE.find("adam");
        assertNotNull(adam);
        Optimizer optimizer = adam.make(adam.initial().with("learningRate", 0.05));
        assertEquals(new Adam(0.05, 0.9, 0.999, 1e-7), optimizer);
    }

    @Test
    void tensor_example_runs() {
        Tensor x = Tensor.matrix(new double[][] {{1, 2}});
        assertEquals(Shape.of(1, 2), x.shape());
        assertEquals("[[1, 2]]", x.toString());
    }

    @Test
    void autodiff_example_runs() {
        try (GradientTape tape = new GradientTape()) {
            Node x = tape.watch(Ops.constant(3));
            Node y = Ops.square(x);
            Node gradient = tape.gradient(y, x);
            assertNotNull(gradient);
            assertEquals(6, gradient.value().item());
        }
        Node at = Ops.constant(Tensor.vector(1, 2));
        UnaryOperator<Node> cubes = x -> Ops.sum(Ops.multiply(x, Ops.square(x)));
        assertEquals("[3, 12]", Autodiff.grad(cubes, at).value().toString());
        assertEquals("[[6, 0], [0, 12]]", Autodiff.hessian(cubes, at).value().toString());
        Node vector = Ops.constant(Tensor.vector(10, 100));
        assertEquals("[60, 1200]", Autodiff.hvp(cubes, at, vector).value().toString());
        assertTrue(Autodiff.checkGradients(cubes, at).passed());
    }

    @Test
    void optim_example_runs() {
        double[] params = {1};
        double[] gradient = {2};
        Objective objective =
                new ProblemSpec.Function("", "x^2", Map.of()).problem().objective();
        Optimizer sgd = new Sgd(0.01, 0, false);
        double[] state = sgd.initialState(params.length);
        sgd.step(1, sgd.learningRate(), params, gradient, state, objective);
        assertEquals(0.98, params[0]);
    }

    @Test
    void nn_example_runs() {
        Model model = new Model(2, List.of(Dense.of(4, "tanh"), Dense.of(1, "sigmoid")));
        double[] params = model.initial(Key.of(7));
        List<Node> inputs = model.parameters().inputs();
        Node x = Ops.literal(Tensor.matrix(new double[][] {{1, 2}}));
        Node prediction = model.predict(inputs, x, Pass.measuring());
        assertEquals(17, params.length);
        assertEquals(List.of("W1", "b1", "W2", "b2"), model.parameters().names());
        assertEquals(Shape.of(1, 1), prediction.shape());
    }

    @Test
    void data_example_runs() {
        Dataset circle = Datasets.CATALOGUE.require("circle").make().generate(200, Key.of(7));
        Split split = circle.split(0.5, Key.of(8));
        int[] batch = new int[10];
        new Batches(split.train().size(), batch.length, Key.of(9)).fill(0, batch);
        assertEquals(100, split.train().size());
        assertEquals(100, split.test().size());
        assertEquals(10, Arrays.stream(batch).distinct().count());
    }

    @Test
    void problem_example_runs() {
        Problem problem = new ProblemSpec.Function("", "x^2 + y^2", Map.of()).problem();
        assertEquals(25, problem.valueAndGradient().value(new double[] {3, 4}));
    }

    @Test
    void experiment_example_runs() {
        Experiment experiment =
                ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"sphere\"}}");
        Trajectory descent = Run.of(experiment).trajectories().get(0);
        assertTrue(descent.loss(descent.length() - 1) < 1, "the sphere's descent ends near its minimum");
    }

    @Test
    void code_example_runs() {
        Experiment experiment =
                ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"sphere\"}}");
        Listing listing = Languages.ALL.get(0).listing(experiment, 0);
        assertTrue(listing.text().contains("static Node loss("), listing.text());
    }

    @Test
    void survey_example_runs() {
        Experiment experiment = Experiment.of(new ProblemSpec.Function("rosenbrock", "", Map.of()));
        Anchors anchors = Anchors.of(experiment, List.of());
        assertNotNull(anchors);
        Slice slice =
                Slicing.of(experiment.problem().problem(0), experiment.view().cut(), anchors);
        double[] at = slice.project(new double[] {1, 1});
        Derivatives derivatives = new Derivatives(experiment.problem().problem(0));
        Exploration exploration =
                new Exploration(derivatives, slice, slice.legend().window());
        boolean more = true;
        while (more) {
            more = exploration.advance();
        }
        String found = exploration.findings().text();
        String stable = Standing.at(derivatives, new double[] {1, 1}).text();
        assertEquals(List.of(1.0, 1.0), List.of(at[0], at[1]));
        assertEquals("1 minimum in the window.", found);
        // Eigenvalues of [802, −400; −400, 200]: 501 ± √(301² + 400²).
        assertEquals(
                "Sharpness λmax = 1000, condition number 2510: plain gradient descent is stable up to a learning rate of"
                        + " 0.002.",
                stable);
    }
}
