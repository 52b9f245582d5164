package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossFigureTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void twoRuns_lookAsTheyDid() throws Exception {
        LossFigure figure = new LossFigure(
                Theme.DARK,
                320,
                160,
                List.of(
                        curve("SGD", 4, 2, 1, 0.5, 0.25, 0.125, 0.0625),
                        new LossFigure.Curve("Momentum", 1, new double[] {4, 40, 4e5, 4e30, INFINITY}, true)),
                6,
                3);
        Golden.assertMatches("loss.svg", SvgPainter.svg(figure.scene(), "Loss"));
        assertEquals(
                "Loss over steps 0 to 6, on a logarithmic scale. At step 3: SGD 0.5, Momentum 4·10³⁰. SGD is lowest.",
                figure.scene().description());
    }

    @Test
    void scale_isLogarithmicWhereALinearOneWouldHideSmallLosses() {
        assertTrue(figure(curve("SGD", 1, 0.1, 0.001)).isLogarithmic());
        assertFalse(figure(curve("SGD", 1, 0.1, 0)).isLogarithmic());
        assertTrue(figure(curve("SGD", 1, 0.001, 0)).isLogarithmic());
        assertFalse(figure(curve("SGD", 5, 4, 3)).isLogarithmic());
        assertFalse(figure(curve("SGD", 1, 0.001, -0.001)).isLogarithmic());
    }

    @Test
    void divergingRun_doesNotFlattenTheOthers() {
        LossFigure.Curve good = curve("Adam", 4, 2, 1, 0.5);
        LossFigure.Curve bad = curve("SGD", 4, 400, 4e200, INFINITY);
        LossFigure both = figure(good, bad);
        assertTrue(both.axis().high() <= Math.log10(400) + 0.2);
        LossFigure linear = figure(curve("Adam", 4, -2, -3), curve("SGD", 4, 400, 4e200, INFINITY));
        assertTrue(linear.axis().high() < 20);
    }

    @Test
    void endOfARun_isTold() {
        LossFigure figure = new LossFigure(
                Theme.LIGHT,
                320,
                160,
                List.of(new LossFigure.Curve("SGD", 0, new double[] {1, 9, INFINITY}, true)),
                50,
                7);
        assertEquals(
                "Loss over steps 0 to 50. At step 7: SGD ∞ (stopped early at step 2).",
                figure.scene().description());
    }

    @Test
    void noRun_isAnEmptyFigureThatSaysSo() {
        assertEquals(
                "Loss over steps 0 to 10. There is no run yet.",
                new LossFigure(Theme.LIGHT, 320, 160, List.of(), 10, 0).scene().description());
    }

    @Test
    void longRuns_areDrawnWithAFewPointsAPixel() {
        double[] losses = new double[100_001];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 2 + Math.sin(i * 0.9);
        }
        losses[77_777] = 3.75;
        LossFigure figure = new LossFigure(
                Theme.LIGHT, 640, 200, List.of(new LossFigure.Curve("SGD", 0, losses, false)), 100_000, 100_000);
        double highest = INFINITY;
        int points = 0;
        for (Mark mark : figure.scene().marks()) {
            if (mark instanceof Mark.Line line && line.color() == Theme.LIGHT.optimizer(0) && line.width() == 2) {
                points += line.x().length;
                for (double y : line.y()) {
                    highest = Math.min(highest, y);
                }
            }
        }
        assertTrue(points <= 4 * 640, points + " points");
        assertEquals(figure.plot().y(3.75), highest, 1e-9, "the one high loss is still seen");
    }

    @Test
    void extremeLosses_areStillWellFormed() throws Exception {
        double[][] runs = {
            {Double.NaN},
            {INFINITY, INFINITY},
            {0, 0, 0},
            {5, 5, 5},
            {5, 5 + 1e-12},
            {1e-300, 1e-310, 0},
            {1e300, 1e-300},
            {-1.7e308, 1.7e308, 0},
            {1, -1e308},
            {1e308, 1, Double.NaN, 3},
            {1, 1e10, Double.NaN},
        };
        for (double[] run : runs) {
            Scene scene = figure(new LossFigure.Curve("SGD", 0, run, true)).scene();
            String svg = SvgPainter.svg(scene, "Extreme");
            SvgPainterTest.parse(svg);
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        }
    }

    @Test
    void impossibleInputs_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LossFigure(Theme.LIGHT, 320, 160, List.of(), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new LossFigure(Theme.LIGHT, 10, 160, List.of(), 5, 0));
        assertThrows(IllegalArgumentException.class, () -> curve("SGD"));
    }

    private static LossFigure figure(LossFigure.Curve... curves) {
        return new LossFigure(Theme.LIGHT, 400, 200, List.of(curves), 8, 2);
    }

    private static LossFigure.Curve curve(String name, double... losses) {
        return new LossFigure.Curve(name, 0, losses, false);
    }
}
