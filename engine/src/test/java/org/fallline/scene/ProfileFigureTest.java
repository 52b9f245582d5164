package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.fallline.landscape.LossScale;
import org.junit.jupiter.api.Test;

class ProfileFigureTest {
    private static final double[] NONE = {};

    @Test
    void parabolaWithTwoWalks_looksAsItDid() throws Exception {
        ProfileFigure figure = figure(
                t -> t * t,
                new LossScale.Linear(0, 4),
                List.of(
                        new ProfileFigure.Walk(
                                "SGD", 0, new double[] {-1.5, -1, 0.5}, NONE, new double[] {-3, -2, 1}, NONE, 1, false),
                        new ProfileFigure.Walk(
                                "Adam",
                                1,
                                new double[] {-1.5, -0.5},
                                new double[] {3, 1.5},
                                NONE,
                                new double[] {1, 0.5},
                                1,
                                true)));
        Golden.assertMatches("profile.svg", SvgPainter.svg(figure.scene(), "A parabola"));
        assertEquals(
                "Loss along w from −2 to 2. The loss ranges from 0 near w = 0 to 4. Start at w = −1.5. A known minimum is"
                        + " at w = 0. SGD: at step 1 of 2 at w = −1, with a loss of 1 and a slope of −2. Adam: at step 1 of"
                        + " 1 at w = −0.5; this is its shadow: the state itself is 0.5 away from the line, and the shadow's"
                        + " loss is about 0.25, with a loss of 1.5; the run stopped early there.",
                figure.scene().description());
        assertEquals(List.of("SGD", "Adam", "shadow of a state off the line", "known minimum"), figure.legend());
    }

    /** The slope in pixels of the drawn tangent is that of the curve. */
    @Test
    void tangent_hasTheSlopeOfTheCurveOnEveryScale() {
        for (LossScale scale : List.of(new LossScale.Linear(0, 4), new LossScale.Log(0, 4, 0.01))) {
            ProfileFigure figure = figure(
                    t -> t * t,
                    scale,
                    List.of(new ProfileFigure.Walk(
                            "SGD", 0, new double[] {1}, NONE, new double[] {2}, NONE, 0, false)));
            Mark.Line tangent = (Mark.Line) figure.overlay().marks().stream()
                    .filter(mark -> mark instanceof Mark.Line line
                            && line.color() == Theme.LIGHT.optimizer(0)
                            && line.x().length > 2)
                    .findFirst()
                    .orElseThrow();
            PlotArea plot = figure.plot();
            int at = 0;
            while (tangent.x()[at] < plot.x(1) - 1e-9) {
                at++;
            }
            double step = tangent.x()[at + 1] - tangent.x()[at - 1];
            double slope = (tangent.y()[at + 1] - tangent.y()[at - 1]) / step;
            double h = 1e-4;
            double expected = (plot.y(scale.unit((1 + h) * (1 + h))) - plot.y(scale.unit((1 - h) * (1 - h))))
                    / (plot.x(1 + h) - plot.x(1 - h));
            // The secant over two sampled points, beside the derivative.
            assertEquals(expected, slope, 0.02 * Math.abs(expected));
        }
    }

    @Test
    void groundAndOverlay_areTheSceneInTwo() {
        ProfileFigure figure = figure(Math::cos, new LossScale.Linear(-1, 1), List.of());
        assertEquals(
                figure.scene().marks().size(),
                figure.ground().marks().size() + figure.overlay().marks().size());
        assertEquals(0, Color.alpha(figure.overlay().background()));
    }

    @Test
    void extremeLosses_areWellFormedAndTold() throws Exception {
        DoubleUnaryOperator[] losses = {
            t -> 3,
            t -> Double.NaN,
            t -> t < 0 ? Double.NaN : t,
            t -> 1e300 * t,
            t -> 1e-300 * t,
            t -> 1 / t,
            t -> 1.7e308 * t,
        };
        String[] told = {
            "The loss is 3 everywhere.",
            "undefined or infinite at every sample",
            "undefined or infinite on part",
            "10³⁰⁰",
            "10⁻³⁰⁰",
            "ranges from −20",
            "10³⁰⁸"
        };
        ProfileFigure.Walk walk = new ProfileFigure.Walk(
                "SGD",
                0,
                new double[] {0, 1e308, Double.NaN, 1},
                new double[] {1, 1e308, Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {1e308, -1e-308, Double.NaN, 0},
                NONE,
                3,
                true);
        for (int i = 0; i < losses.length; i++) {
            for (int step = 0; step < 4; step++) {
                ProfileFigure.Walk now =
                        new ProfileFigure.Walk("SGD", 0, walk.t(), walk.losses(), walk.slopes(), NONE, step, true);
                LossScale scale = scale(losses[i]);
                Scene scene = figure(losses[i], scale, List.of(now)).scene();
                String svg = SvgPainter.svg(scene, "Extreme");
                SvgPainterTest.parse(svg);
                assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"));
                assertTrue(scene.description().contains(told[i]), scene.description());
            }
        }
    }

    @Test
    void impossibleInputs_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ProfileFigure.Curve(1, 1, new double[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileFigure.Walk("SGD", 0, new double[2], new double[1], NONE, NONE, 0, false));
    }

    private static double[] sampled(DoubleUnaryOperator loss) {
        double[] losses = new double[81];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss.applyAsDouble(-2 + i * 0.05);
        }
        return losses;
    }

    private static LossScale scale(DoubleUnaryOperator loss) {
        double[] losses = sampled(loss);
        double[] twice = new double[2 * losses.length];
        System.arraycopy(losses, 0, twice, 0, losses.length);
        System.arraycopy(losses, 0, twice, losses.length, losses.length);
        return LossScale.linear(new org.fallline.landscape.Grid(
                new org.fallline.landscape.Window(-2, 2, 0, 1), losses.length, 2, twice));
    }

    private static ProfileFigure figure(DoubleUnaryOperator loss, LossScale scale, List<ProfileFigure.Walk> walks) {
        return new ProfileFigure(
                Theme.LIGHT,
                320,
                240,
                "w",
                new ProfileFigure.Curve(-2, 2, sampled(loss)),
                scale,
                walks,
                -1.5,
                List.of(0.0));
    }
}
