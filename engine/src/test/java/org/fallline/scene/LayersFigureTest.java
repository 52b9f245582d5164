package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Trajectory;
import org.fallline.probe.LayerGradients;
import org.fallline.tensor.Shape;
import org.junit.jupiter.api.Test;

class LayersFigureTest {
    private static final ParameterLayout LAYOUT =
            new ParameterLayout(List.of("W1", "b1", "W2"), List.of(Shape.of(1, 2), Shape.of(2), Shape.of(2, 1)));

    @Test
    void gradients_areMeasuredParameterByParameter() {
        LayerGradients history = LayerGradients.of(walk(3, 4, 0, 0, 6, 8), LAYOUT, 10);
        assertEquals(5, history.norms()[0][0]);
        assertEquals(0, history.norms()[1][0]);
        assertEquals(10, history.norms()[2][1]);
        assertEquals(3.5, history.relative()[0][0], 1e-12, "all parameters are 1");
    }

    @Test
    void vanishingAndExplodingGradients_areCalledSo() {
        assertEquals(
                "The gradient's norm of each parameter at step 1: W1 5·10⁻⁶, b1 0, W2 10. It vanishes towards the first"
                        + " layers.",
                figure(3e-6, 4e-6, 0, 0, 6, 8).scene().description());
        assertTrue(
                figure(3e6, 4e6, 0, 0, 6, 8).scene().description().endsWith("It explodes towards the first layers."));
        assertTrue(figure(3, 4, 1, 1, 6, 8).scene().description().endsWith("W2 10."));
    }

    @Test
    void extremeGradients_areStillWellFormed() throws Exception {
        double[][] cases = {
            {0, 0, 0, 0, 0, 0},
            {1e-300, 0, 1e300, 0, 1, 1},
            {Double.NaN, 1, 1, 1, 1, 1},
            {Double.POSITIVE_INFINITY, 1, 1, 1, 1, 1},
        };
        for (double[] gradient : cases) {
            String svg = SvgPainter.svg(figure(gradient).scene(), "Layers");
            SvgPainterTest.parse(svg);
            assertFalse(svg.contains("\"NaN") || svg.contains("Infinity"), svg);
        }
    }

    @Test
    void histograms_countEveryNumberOnceAndTellTheirRange() throws Exception {
        double[] now = {-1, 2, 0.5, 0.5, 3, 4};
        HistogramsFigure figure = new HistogramsFigure(Theme.LIGHT, 320, 200, LAYOUT, "weights", 7, now, new double[6]);
        assertEquals(
                "How the weights are distributed at step 7: W1 from −1 to 2, mean 0.5; b1 from 0.5 to 0.5, mean 0.5; W2"
                        + " from 3 to 4, mean 3.5.",
                figure.scene().description());
        double[] wild = {Double.NaN, Double.POSITIVE_INFINITY, 0, 0, 1e308, -1e308};
        String svg = SvgPainter.svg(
                new HistogramsFigure(Theme.DARK, 320, 200, LAYOUT, "weights", 7, wild, wild).scene(), "Wild");
        SvgPainterTest.parse(svg);
        assertFalse(svg.contains("\"NaN") || svg.contains("M-Infinity"), svg);
        assertThrows(
                IllegalArgumentException.class,
                () -> new HistogramsFigure(Theme.LIGHT, 320, 200, LAYOUT, "weights", 0, now, new double[1]));
    }

    private static Trajectory walk(double... gradient) {
        double[] twice = new double[12];
        System.arraycopy(gradient, 0, twice, 0, 6);
        System.arraycopy(gradient, 0, twice, 6, 6);
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        return new Trajectory(6, new double[2], ones, twice, null);
    }

    private static LayersFigure figure(double... gradient) {
        Trajectory walk = walk(gradient);
        return LayersFigure.of(
                Theme.LIGHT,
                400,
                240,
                LAYOUT,
                LayerGradients.of(walk, LAYOUT, 10),
                false,
                1,
                1,
                walk.gradient(1),
                walk.params(1));
    }
}
