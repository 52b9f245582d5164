package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepFigureTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void twoRuns_lookAsTheyDid() throws Exception {
        StepFigure figure = new StepFigure(
                Theme.DARK,
                320,
                160,
                "loss",
                List.of(
                        curve("SGD", 4, 2, 1, 0.5, 0.25, 0.125, 0.0625),
                        new StepFigure.Curve("Momentum", 1, Series.of(4, 40, 4e5, 4e30, INFINITY), true)),
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
        StepFigure.Curve good = curve("Adam", 4, 2, 1, 0.5);
        StepFigure.Curve bad = curve("SGD", 4, 400, 4e200, INFINITY);
        StepFigure both = figure(good, bad);
        assertTrue(both.axis().high() <= Math.log10(400) + 0.2);
        StepFigure linear = figure(curve("Adam", 4, -2, -3), curve("SGD", 4, 400, 4e200, INFINITY));
        assertTrue(linear.axis().high() < 20);
    }

    @Test
    void endOfARun_isTold() {
        StepFigure figure = new StepFigure(
                Theme.LIGHT,
                320,
                160,
                "loss",
                List.of(new StepFigure.Curve("SGD", 0, Series.of(1, 9, INFINITY), true)),
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
                new StepFigure(Theme.LIGHT, 320, 160, "loss", List.of(), 10, 0)
                        .scene()
                        .description());
    }

    @Test
    void longRuns_areDrawnWithAFewPointsAPixel() {
        double[] losses = new double[100_001];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 2 + Math.sin(i * 0.9);
        }
        losses[77_777] = 3.75;
        StepFigure figure = new StepFigure(
                Theme.LIGHT,
                640,
                200,
                "loss",
                List.of(new StepFigure.Curve("SGD", 0, Series.of(losses), false)),
                100_000,
                100_000);
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
        assertTrue(points <= 2 * 640 + 2, points + " points");
        assertEquals(figure.plot().y(3.75), highest, 1e-9, "the one high loss is still seen");
    }

    @Test
    void testExamples_haveADashedLineAndAreTold() {
        StepFigure.Curve curve = new StepFigure.Curve(
                "SGD", 0, Series.of(4, 2, 1, 0.5), Series.of(new int[] {0, 2, 3}, new double[] {5, 1.5, 0.75}), false);
        Scene scene = figure(curve).scene();
        assertEquals("Loss over steps 0 to 8. At step 2: SGD 1 (test 1.5).", scene.description());
        long dashed = scene.marks().stream()
                .filter(mark -> mark instanceof Mark.Line line
                        && line.dash().length > 0
                        && Color.withOpacity(line.color(), 1) == Theme.LIGHT.optimizer(0))
                .count();
        assertEquals(1, dashed, "one line over all steps");
        assertTrue(figure(curve).axis().high() >= 5, "the test losses are within the axis");
    }

    @Test
    void stepPointedAt_isTheNearestOneAndItsNumbersAreTold() {
        StepFigure figure = figure(curve("SGD", 4, 2, 1, 0.5, 0.25, 0.125, 0.0625, 0.03, 0.02));
        assertEquals(5, figure.stepAt(figure.plot().x(5.4)));
        assertEquals(0, figure.stepAt(-1000));
        assertEquals(8, figure.stepAt(1e6));
        Scene scene = figure.at(figure.current(), 5).scene();
        assertTrue(scene.description().contains(" At step 5: SGD 0.125."), scene.description());
        assertTrue(texts(scene).contains("step 5"));
        assertTrue(texts(scene).contains("0.125"));
        assertFalse(texts(figure.scene()).contains("step 5"));
    }

    @Test
    void boxOfTheStepPointedAt_staysInTheFigureWhateverIsRacing() {
        List<StepFigure.Curve> eight = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            eight.add(new StepFigure.Curve("Optimizer " + i, i, Series.of(1 + i, 0.5 + i, 1e-5 * i), false));
        }
        for (int step = 0; step <= 2; step++) {
            Scene scene = new StepFigure(Theme.DARK, 240, 160, "loss", eight, 2, 1, step).scene();
            for (Mark mark : scene.marks()) {
                if (mark instanceof Mark.Label label && label.text().startsWith("step ")) {
                    assertTrue(label.x() >= 0 && label.x() < 240 && label.y() > 0 && label.y() < 160, "" + label);
                }
            }
        }
    }

    private static List<String> texts(Scene scene) {
        return scene.marks().stream()
                .filter(mark -> mark instanceof Mark.Label)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
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
            Scene scene =
                    figure(new StepFigure.Curve("SGD", 0, Series.of(run), true)).scene();
            String svg = SvgPainter.svg(scene, "Extreme");
            SvgPainterTest.parse(svg);
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        }
    }

    @Test
    void impossibleInputs_areRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new StepFigure(Theme.LIGHT, 320, 160, "loss", List.of(), 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new StepFigure(Theme.LIGHT, 10, 160, "loss", List.of(), 5, 0));
        assertThrows(IllegalArgumentException.class, () -> curve("SGD"));
    }

    private static StepFigure figure(StepFigure.Curve... curves) {
        return new StepFigure(Theme.LIGHT, 400, 200, "loss", List.of(curves), 8, 2);
    }

    private static StepFigure.Curve curve(String name, double... losses) {
        return new StepFigure.Curve(name, 0, Series.of(losses), false);
    }
}
