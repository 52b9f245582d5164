package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Losses;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.Response;
import org.fallline.probe.Wiring;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class NetworkFigureTest {
    /** W1 (2, 2), b1 (2), W2 (2, 1), b2 (1). */
    private static final double[] SMALL = {1, -2, 0.5, 3, 0.1, -0.2, -4, 1, 0.7};

    private static final double[] SLOPES = {0.1, 0, 0, -0.9, 0, 0, 0, 0.3, 0};

    @Test
    void pointer_findsTheUnitsBiasAndTheNearestEdge() {
        NetworkFigure figure = small(false, NetworkFigure.NOTHING);
        NetworkPlaces places = figure.places();
        assertEquals(5, figure.parameterAt(places.x(1), places.y(1, 1)), "the second unit's bias");
        assertEquals(8, figure.parameterAt(places.x(2), places.y(2, 0)), "the output's bias");
        double middle = (places.x(0) + places.x(1)) / 2;
        double level = places.y(0, 0);
        double near = places.x(0) + places.size(0) / 2 + 3;
        assertEquals(0, figure.parameterAt(middle, level), "the level edge between the first units");
        assertTrue(figure.parameterAt(near, level) <= 1, "both edges of the first input begin there");
        assertEquals(NetworkFigure.NOTHING, figure.parameterAt(places.x(0), places.y(0, 0)), "inputs have no bias");
        assertEquals(NetworkFigure.NOTHING, figure.parameterAt(1, 1));
    }

    @Test
    void edges_areAsThickAsTheirWeightsAreLarge() {
        NetworkFigure figure = small(false, NetworkFigure.NOTHING);
        double thickest = 0;
        int edges = 0;
        for (Mark mark : figure.scene().marks()) {
            if (mark instanceof Mark.Line line && line.x().length == 11) {
                edges++;
                thickest = Math.max(thickest, line.width());
            }
        }
        assertEquals(6, edges);
        assertEquals(5.5, thickest, 1e-12);
        assertEquals(4, figure.largest());
    }

    @Test
    void description_tellsTheShapeAndWhatIsLargest() {
        assertEquals(
                "The network at step 9: 2 inputs (x, y), then 2 tanh, then 1 tanh. The largest weights: W2₁ = −4,"
                        + " W1₂,₂ = 3, W1₁,₂ = −2.",
                small(false, NetworkFigure.NOTHING).scene().description());
        assertEquals(
                "The network at step 9: 2 inputs (x, y), then 2 tanh, then 1 tanh. The largest derivatives: ∂L/∂W1₂,₂ ="
                        + " −0.9, ∂L/∂W2₂ = 0.3, ∂L/∂W1₁,₁ = 0.1. Chosen: W1₁,₁ = 1, whose derivative is 0.1.",
                small(true, 0).scene().description());
    }

    @Test
    void wideLayers_haveTheirStrongestEdgesDrawnAndSaySo() {
        ProblemSpec spec = network(Dense.of(64, "relu"), Dense.of(64, "relu"), Dense.of(1, "tanh"));
        double[] params = new double[2 * 64 + 64 + 64 * 64 + 64 + 64 + 1];
        for (int i = 0; i < params.length; i++) {
            params[i] = i % 97 - 48;
        }
        NetworkFigure figure = figure(spec, params, new double[params.length], false, NetworkFigure.NOTHING);
        long edges = figure.scene().marks().stream()
                .filter(mark -> mark instanceof Mark.Line line && line.x().length == 11)
                .count();
        assertTrue(edges >= 96 * 2 + 64 && edges < 96 * 2 + 64 + 150, edges + " edges");
        assertTrue(figure.scene().description().endsWith("Between two layers the 96 strongest are drawn."));
    }

    @Test
    void impossibleInputs_areRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> figure(network(Dense.of(2, "tanh"), Dense.of(1, "tanh")), SMALL, new double[3], false, -1));
    }

    private static NetworkFigure small(boolean showsGradient, int marked) {
        return figure(network(Dense.of(2, "tanh"), Dense.of(1, "tanh")), SMALL, SLOPES, showsGradient, marked);
    }

    private static ProblemSpec network(Layer... layers) {
        return new ProblemSpec.Network(
                new ExamplesSpec(new ExamplesSpec.Generated(Choice.of(Datasets.CATALOGUE, "circle"), 20), 0, 0),
                List.of(),
                List.of(layers),
                Choice.of(Losses.CATALOGUE, "meanSquaredError"),
                0);
    }

    private static NetworkFigure figure(
            ProblemSpec spec, double[] params, double[] gradient, boolean showsGradient, int marked) {
        Fit fit = Objects.requireNonNull(Fit.of(spec, 0));
        Response response = new Response(fit, InputRows.of(fit, 9));
        response.begin(params);
        while (response.advance()) {}
        return new NetworkFigure(
                Theme.LIGHT, 480, 320, Wiring.of(fit), response, params, gradient, showsGradient, 9, marked, -1);
    }
}
