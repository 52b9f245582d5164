package org.fallline.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.math.Real;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Layer;
import org.fallline.nn.Losses;
import org.fallline.problem.Evaluation;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.Learning;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResponseTest {
    /** What the page's metrics are computed from is the reference: another program, in one piece. */
    @Test
    void examples_arePredictedAsWhereTheyAreMeasured() {
        List<ProblemSpec.Network> specs = List.of(
                network(List.of(), Dense.of(4, "tanh"), Dense.of(1, "tanh")),
                network(List.of("x", "xSquared", "sinY"), Dense.of(3, "relu"), new Dropout(0.3), Dense.of(1, "tanh")),
                network(List.of("ySquared"), Dense.of(5, "tanh"), new BatchNormalization(0.001), Dense.of(1, "tanh")));
        for (ProblemSpec.Network spec : specs) {
            Learning learning = spec.learning(3);
            double[] params = start(learning);
            Response response = response(spec, 3, 9, params);
            InputRows rows = response.rows();
            Evaluation test = Objects.requireNonNull(learning.test());
            for (int part = 0; part < 2; part++) {
                Tensor expected = (part == 0 ? learning.training() : test).prediction(params);
                int first = rows.lattice() + (part == 0 ? 0 : rows.train());
                for (int i = 0; i < expected.shape().extent(0); i++) {
                    assertEquals(expected.at(i), response.prediction(first + i)[0], 1e-12, spec.text() + " " + i);
                }
            }
        }
    }

    @Test
    void lattice_coversTheExamplesAndIsWhatItSays() {
        ProblemSpec.Network spec = network(List.of(), Dense.of(1, "linear"));
        Learning learning = spec.learning(0);
        double[] params = {2, -3, 0.5};
        Response response = response(spec, 0, 5, params);
        InputRows rows = response.rows();
        assertEquals(5, rows.columns());
        assertEquals(5, rows.rows());
        for (int i = 0; i < learning.split().train().size(); i++) {
            Tensor x = learning.split().train().x();
            assertTrue(rows.window().contains(x.at(2 * i), x.at(2 * i + 1)));
        }
        double[] outputs = response.outputs(0, 0);
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                double u = rows.grid(outputs).u(column);
                double v = rows.grid(outputs).v(row);
                assertEquals(2 * u - 3 * v + 0.5, outputs[row * 5 + column], 1e-12);
            }
        }
    }

    @Test
    void pass_isReadOnlyWhenItIsComplete() {
        ProblemSpec.Network spec = network(List.of(), Dense.of(1, "linear"));
        Fit fit = Objects.requireNonNull(Fit.of(spec, 0));
        Response response = new Response(fit, InputRows.of(fit, 33));
        assertFalse(response.isComplete());
        response.begin(new double[] {0, 0, 1});
        int pieces = 1;
        while (response.advance()) {
            pieces++;
        }
        assertEquals((33 * 33 + 200 + 255) / 256, pieces);
        assertEquals(1, response.prediction(0)[0]);
        response.begin(new double[] {0, 0, 2});
        assertTrue(response.advance());
        assertEquals(1, response.prediction(0)[0], "the pass before is still what is read");
        while (response.advance()) {
            assertEquals(1, response.prediction(0)[0]);
        }
        assertEquals(2, response.prediction(0)[0]);
        assertFalse(response.advance());
    }

    @Test
    void units_areThoseOfEachDenseLayer() {
        ProblemSpec.Network spec = network(
                List.of(),
                Dense.of(4, "tanh"),
                new BatchNormalization(0.001),
                Dense.of(2, "relu"),
                Dense.of(1, "tanh"));
        Response response = response(spec, 1, 5, start(spec.learning(1)));
        assertEquals(3, response.layers());
        assertEquals(4, response.units(0));
        assertEquals(2, response.units(1));
        double mean = 0;
        double[] outputs = response.outputs(1, 1);
        for (int i = 0; i < response.rows().train(); i++) {
            assertTrue(outputs[response.rows().lattice() + i] >= 0, "relu");
            mean += outputs[response.rows().lattice() + i] / response.rows().train();
        }
        assertEquals(mean, response.mean(1, 1), 1e-12);
    }

    @Test
    void axes_areTheInputsThatFeaturesAreMadeOf() {
        assertEquals(List.of(0, 1), fit(network(List.of(), Dense.of(1, "tanh"))).axes());
        assertEquals(
                List.of(0),
                fit(network(List.of("sinX", "xSquared"), Dense.of(1, "tanh"))).axes());
        assertEquals(
                List.of(0, 1),
                fit(network(List.of("xTimesY"), Dense.of(1, "tanh"))).axes());
    }

    @Test
    void oneInput_hasPointsAlongIt() {
        ProblemSpec.Network spec = network(List.of("xSquared"), Dense.of(1, "linear"));
        Response response = response(spec, 0, 5, new double[] {1, 0});
        assertEquals(41, response.rows().columns());
        assertEquals(1, response.rows().rows());
        double left = response.rows().window().uMin();
        assertEquals(left * left, response.prediction(0)[0], 1e-12);
    }

    @Test
    void linearModel_isALayer() {
        Tensor x = Tensor.matrix(new double[][] {{1, 2}, {3, 4}});
        Tensor w = Tensor.matrix(new double[][] {{0.1}, {0.2}});
        ProblemSpec.Linear spec =
                new ProblemSpec.Linear(x, Tensor.matrix(new double[][] {{1}, {2}}), w, Tensor.vector(0.3));
        Fit fit = fit(spec);
        Response response = new Response(fit, InputRows.of(fit, 3));
        response.begin(new double[] {0.1, 0.2, 0.3});
        while (response.advance()) {}
        assertEquals(0.8, response.prediction(9)[0], 1e-12);
        assertEquals(1.4, response.prediction(10)[0], 1e-12);
        assertEquals(new Score(2, 0, (0.2 + 0.6) / 2), rounded(Score.training(response)));
        assertArrayEquals(new String[] {"x₁", "x₂"}, fit.inputNames().toArray(new String[0]));
    }

    @Test
    void function_hasNoFit() {
        assertNull(Fit.of(new ProblemSpec.Function("", "x^2", Map.of()), 0));
    }

    @Test
    void score_countsWhatIsTold() {
        ProblemSpec.Network spec = network(List.of("x"), Dense.of(1, "linear"));
        Fit fit = fit(spec);
        Response response = response(spec, 0, 5, new double[] {0, 5});
        int ones = 0;
        for (double target : fit.trainTargets().toArray()) {
            ones += target > 0 ? 1 : 0;
        }
        assertEquals(ones, Score.training(response).right(), "all are told to be of the second class");
        assertEquals(fit.examples().test().size(), Score.test(response).count());
    }

    private static Score rounded(Score score) {
        return new Score(score.count(), score.right(), Real.round(score.error() * 1e9) / 1e9);
    }

    private static Fit fit(ProblemSpec spec) {
        return Objects.requireNonNull(Fit.of(spec, 0));
    }

    private static Response response(ProblemSpec spec, int seed, int side, double[] params) {
        Fit fit = Objects.requireNonNull(Fit.of(spec, seed));
        Response response = new Response(fit, InputRows.of(fit, side));
        response.begin(params);
        while (response.advance()) {}
        return response;
    }

    private static double[] start(Learning learning) {
        return learning.problem().start().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static ProblemSpec.Network network(List<String> features, Layer... layers) {
        return new ProblemSpec.Network(
                new ExamplesSpec(
                        new ExamplesSpec.Generated(
                                Choice.of(Datasets.CATALOGUE, "circle").with("noise", 0.1), 200),
                        0.25,
                        4),
                features,
                new ArrayList<>(List.of(layers)),
                Choice.of(Losses.CATALOGUE, "meanSquaredError"),
                0);
    }
}
