package org.fallline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Autodiff;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.optim.Adam;
import org.fallline.optim.Objective;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Sgd;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
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
}
