package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.study.RangeFindings;
import org.fallline.study.SweepPlan;
import org.junit.jupiter.api.Test;

class StudyFiguresTest {
    private static final SweepPlan PLAN = SweepPlan.of(OptimizerSpec.of("sgd"));

    @Test
    void rangeTest_tellsWhereItIsSteepestAndWhereItDiverges() {
        double[] numbers = new double[60];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < 40 ? 4 : i < 50 ? 4 - 0.3 * (i - 40) : i < 55 ? 1.3 : 9;
        }
        RangeFigure figure = new RangeFigure(Theme.LIGHT, 400, 260, "Adam", 0, RangeFindings.of(numbers), true, 0.001);
        String text = figure.scene().description();
        assertTrue(text.startsWith("Learning-rate range test of Adam. The loss falls most steeply at 0.00"), text);
        assertTrue(text.contains(" on it diverges. The present rate is 0.001."), text);
        assertEquals(0.001, figure.rateAt(figure.plot().x(-3)));
        assertEquals(0.032, figure.rateAt(figure.plot().x(-1.5)));
    }

    @Test
    void rangeTest_thatHasJustBegun_isAFigure() throws Exception {
        RangeFigure figure =
                new RangeFigure(Theme.DARK, 240, 180, "Adam", 0, RangeFindings.of(new double[] {2}), false, 0);
        SvgPainterTest.parse(SvgPainter.svg(figure.scene(), "Begun"));
        assertEquals(
                "Learning-rate range test of Adam, under way. The loss falls at no rate so far. The present rate is 0.",
                figure.scene().description());
    }

    @Test
    void sweep_findsTheDescentAtAPixel() {
        SweepFigure figure = figure(losses());
        int found = 0;
        boolean[] seen = new boolean[PLAN.size()];
        for (double x = 0; x < 480; x += 4) {
            for (double y = 0; y < 320; y += 4) {
                int at = figure.descentAt(x, y);
                if (at >= 0 && !seen[at]) {
                    seen[at] = true;
                    found++;
                }
            }
        }
        assertEquals(PLAN.size(), found);
        assertEquals(-1, figure.descentAt(0, 0));
    }

    @Test
    void sweep_tellsTheLowestAndWhatDiverged() {
        double[] losses = losses();
        losses[17] = 0.25;
        losses[3] = Double.POSITIVE_INFINITY;
        losses[5] = Double.NaN;
        SweepFigure figure = figure(losses);
        assertEquals(17, figure.lowest());
        assertEquals(
                "Loss of SGD after 40 steps, by learning rate and momentum. 103 of 104 pairs are known, 1 of them diverged."
                        + " The lowest: loss 0.25 at η = 0.001, μ = 0.3.",
                figure.scene().description());
    }

    @Test
    void sweep_withoutAnswers_isAFigure() throws Exception {
        double[] none = losses();
        Arrays.fill(none, Double.NaN);
        String svg = SvgPainter.svg(figure(none).scene(), "None");
        SvgPainterTest.parse(svg);
        assertFalse(svg.contains("NaN"), svg);
        assertThrows(IllegalArgumentException.class, () -> figure(new double[3]));
    }

    private static double[] losses() {
        double[] losses = new double[PLAN.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 1 + i;
        }
        return losses;
    }

    private static SweepFigure figure(double[] losses) {
        return new SweepFigure(Theme.LIGHT, 480, 320, "SGD", PLAN, losses, 50, 40, 0.05, 0, -1);
    }
}
