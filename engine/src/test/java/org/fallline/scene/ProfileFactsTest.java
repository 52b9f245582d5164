package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.fallline.experiment.Camera;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.experiment.Waypoint;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.survey.Standing;
import org.junit.jupiter.api.Test;

/** What is drawn along a line beside its samples: states on the curve, critical points, arrows. */
class ProfileFactsTest {
    private static final double[] NONE = {};

    /** Samples of t² at −3, −1, 1 and 3 know nothing of what is below 1. */
    @Test
    void curve_goesThroughAStateBelowAllSamplesOnEveryScale() {
        double[] samples = {9, 1, 1, 9};
        Grid grid = new Grid(new Window(-3, 3, 0, 1), 4, 1, samples);
        for (LossScale scale : List.of(LossScale.linear(grid), LossScale.log(grid), LossScale.rank(grid))) {
            ProfileFigure figure = figure(samples, scale, walk(new double[] {0.5, 0}, new double[] {0.25, 0}));
            assertEquals(0, figure.scale().min());
            assertEquals(9, figure.scale().max());
            Mark.Line curve = curve(figure);
            PlotArea plot = figure.plot();
            for (double t : new double[] {0.5, 0}) {
                assertTrue(passes(curve, plot.x(t), plot.y(figure.height(t * t))), scale + " at " + t);
            }
            Mark.Dot ball = ball(figure);
            assertEquals(plot.y(0), ball.y(), 1e-9);
            assertTrue(plot.contains(ball.x(), ball.y() + 5));
        }
    }

    @Test
    void scaleThatReachesFarEnough_stays() {
        LossScale scale = new LossScale.Linear(0, 9);
        double[] samples = {9, 1, 0, 1, 9};
        assertEquals(
                scale,
                figure(samples, scale, walk(new double[] {2}, new double[] {4})).scale());
        // A state beside the line or beside the window is not on the curve.
        ProfileFigure.Walk off = new ProfileFigure.Walk(
                "SGD", 0, new double[] {0, 7}, new double[] {-5, -6}, NONE, new double[] {1, 0}, 0, false);
        assertEquals(scale, figure(samples, scale, off).scale());
    }

    /** A parabola is met exactly by slopes of parabolas, wherever the knots are. */
    @Test
    void curve_ofAParabolaIsTheParabola() {
        double[] samples = new double[13];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = square(-3 + 0.5 * i);
        }
        ProfileFigure figure = figure(
                samples, new LossScale.Linear(0, 9), walk(new double[] {1.3, 1.1}, new double[] {1.69, square(1.1)}));
        ProfileCurve curve = ProfileCurve.of(figure, figure.plot().width());
        for (double t = -2.4; t < 2.4; t += 0.07) {
            // In the cells at a minimum slopes are held back, by a fraction of the cell's square.
            assertEquals(t * t, curve.loss(t), Math.abs(t) > 0.5 ? 1e-12 : 0.02);
        }
    }

    @Test
    void curve_besideAPoleOrAKink_doesNotSwing() {
        for (DoubleUnaryOperator loss : List.<DoubleUnaryOperator>of(
                t -> t > 0.4 && t < 0.6 ? 1e9 : 1, t -> t < 0 ? 0 : t, t -> t < 0 ? Double.NaN : 1)) {
            double[] samples = new double[61];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = loss.applyAsDouble(-3 + 0.1 * i);
            }
            ProfileCurve curve = ProfileCurve.of(
                    figure(samples, new LossScale.Linear(0, 9), walk(new double[] {2}, new double[] {
                        loss.applyAsDouble(2)
                    })),
                    300);
            for (double t = -2.99; t < 3; t += 0.013) {
                assertTrue(!(curve.loss(t) < -1e-12), "at " + t + ": " + curve.loss(t));
            }
        }
    }

    /** In D. M. Himmelblau's function (1972) the line from (3, 2) to (−2.805118, 3.131312) goes through two minima. */
    @Test
    void lineThroughTwoMinima_hasTheirSignsOnTheCurveAndSecondDerivatives() {
        ProfileFigure figure = himmelblau(Layer.CRITICAL);
        List<CriticalMark> found = figure.facts().critical();
        assertEquals(
                List.of(CriticalPoint.Kind.MINIMUM, CriticalPoint.Kind.MINIMUM, CriticalPoint.Kind.MAXIMUM),
                found.stream().map(CriticalMark::kind).toList());
        assertEquals(0, found.get(0).u(), 1e-9);
        assertEquals(1, found.get(1).u(), 1e-6);
        // dᵀHd with H = [74, 20; 20, 34] at (3, 2) and d = (−5.805118, 1.131312).
        double expected = 74 * square(5.805118) - 2 * 20 * 5.805118 * 1.131312 + 34 * square(1.131312);
        assertEquals(
                List.of(1, 1, 1),
                found.stream().map(p -> p.eigenvalues().size()).toList());
        assertEquals(expected, found.get(0).eigenvalues().get(0), 1e-6);
        // The first is a known minimum and has its cross; the others have triangles on the curve.
        List<Mark.Area> signs = figure.scene().marks().stream()
                .filter(mark -> mark instanceof Mark.Area area && area.x().length == 3)
                .map(mark -> (Mark.Area) mark)
                .filter(area -> figure.plot().contains(area.x()[0], area.y()[0]))
                .toList();
        assertEquals(2, signs.size());
        Mark.Area maximum = signs.get(1);
        double x = (maximum.x()[0] + maximum.x()[1]) / 2;
        assertEquals(figure.plot().x(found.get(2).u()), x, 1e-9);
        assertTrue(passes(
                curve(figure), x, figure.plot().y(figure.height(found.get(2).loss()))));
        assertEquals(
                List.of("SGD", "shadow of a state off the line", "known minimum", "minimum", "maximum"),
                figure.legend());
        String text = figure.scene().description();
        assertTrue(text.contains(" A minimum was found at t = 0, loss 0, second derivative 2275."), text);
        assertTrue(text.contains(" A maximum was found at t = 0.5, loss 71.08, second derivative −1137."), text);
    }

    /** x² from 3 with a rate of ¼: −η·g = −¼·6, Newton's step −3. */
    @Test
    void arrows_areLevelAndAsLongAsTheirSteps() {
        ProfileFigure figure = picture("x^2", 3, Layer.STEP, Layer.NEWTON);
        PlotArea plot = figure.plot();
        assertEquals(
                List.of(
                        new StepArrow(StepArrow.Kind.GRADIENT, "−η·gradient", 3, 0, -1.5, 0),
                        new StepArrow(StepArrow.Kind.NEWTON, "Newton step", 3, 0, -3, 0)),
                figure.facts().arrows());
        double[] rows = new double[2];
        for (int i = 0; i < 2; i++) {
            StepArrow arrow = figure.facts().arrows().get(i);
            int color = Theme.LIGHT.arrow(arrow.kind());
            Mark.Area head = (Mark.Area) figure.scene().marks().stream()
                    .filter(mark -> mark instanceof Mark.Area area
                            && area.color() == color
                            && area.x().length == 3
                            && plot.contains(area.x()[1], area.y()[1]))
                    .findFirst()
                    .orElseThrow();
            assertEquals(plot.x(3 + arrow.du()), head.x()[1], 1e-9);
            rows[i] = head.y()[1];
            assertTrue(rows[i] < plot.y(figure.height(9)));
            // It ends over the ring where the walk would be on the curve.
            double there = square(3 + arrow.du());
            assertTrue(figure.scene().marks().stream()
                    .anyMatch(mark -> mark instanceof Mark.Dot dot
                            && dot.stroke() == color
                            && Math.abs(dot.x() - head.x()[1]) < 1e-9
                            && Math.abs(dot.y() - plot.y(figure.height(there))) < 1e-6));
        }
        assertTrue(rows[1] < rows[0] - 5);
        assertTrue(
                figure.scene()
                        .description()
                        .contains(
                                " The arrow “−η·gradient” leads from x = 3 to x = 1.5. The arrow “Newton step” leads from"
                                        + " x = 3 to x = 0."),
                figure.scene().description());
        assertEquals(List.of("SGD", "−η·gradient", "Newton step"), figure.legend());
    }

    @Test
    void arrowOutOfThePlot_endsAtItsEdge() {
        StepArrow far = new StepArrow(StepArrow.Kind.NEWTON, "Newton step", 1, 0, -1e200, 0);
        ProfileFigure figure = figure(
                        new double[] {9, 1, 0, 1, 9}, new LossScale.Linear(0, 9), walk(new double[] {1}, new double[] {1
                        }))
                .withFacts(new Facts(null, List.of(far), List.of()));
        double reached = Double.POSITIVE_INFINITY;
        for (Mark mark : figure.scene().marks()) {
            if (mark instanceof Mark.Line line && line.color() == Theme.LIGHT.arrow(StepArrow.Kind.NEWTON)) {
                for (int i = 0; i < line.x().length; i++) {
                    boolean inPlot = line.y()[i] > figure.plot().top();
                    reached = inPlot && line.x()[i] < reached ? line.x()[i] : reached;
                }
            }
        }
        assertEquals(figure.plot().left(), reached, 1e-9);
        assertTrue(figure.scene().description().contains("outside the picture"));
    }

    @Test
    void field_liesAlongTheBottomAndPointsDown() {
        ProfileFigure figure = picture("x^2", 3, Layer.FIELD);
        PlotArea plot = figure.plot();
        List<Mark.Line> arrows = new ArrayList<>();
        for (Mark mark : figure.scene().marks()) {
            if (mark instanceof Mark.Line line && line.x().length == 5 && line.y()[0] > plot.y(0)) {
                arrows.add(line);
            }
        }
        assertTrue(arrows.size() >= 10, arrows.size() + " arrows");
        double last = -100;
        for (Mark.Line arrow : arrows) {
            double middle = (arrow.x()[0] + arrow.x()[1]) / 2;
            assertEquals(plot.u(middle) < 0, arrow.x()[1] > arrow.x()[0]);
            assertTrue(plot.contains(arrow.x()[1], arrow.y()[1]));
            assertTrue(middle - last > 13);
            last = middle;
        }
        assertEquals(List.of("SGD", "gradient field"), figure.legend());
        assertTrue(figure.scene().description().contains(" Small arrows along the bottom show which way is down."));
        assertTrue(figure.scene().marks().stream()
                .anyMatch(
                        mark -> mark instanceof Mark.Label label && label.text().equals("slope 6")));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Whether a polyline has a point as good as there. */
    private static boolean passes(Mark.Line line, double x, double y) {
        for (int i = 0; i < line.x().length; i++) {
            if (Math.abs(line.x()[i] - x) < 1e-6 && Math.abs(line.y()[i] - y) < 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static Mark.Line curve(ProfileFigure figure) {
        return (Mark.Line) figure.scene().marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Line line && line.color() == Theme.LIGHT.ink() && line.x().length > 20)
                .findFirst()
                .orElseThrow();
    }

    private static Mark.Dot ball(ProfileFigure figure) {
        Mark.Dot last = null;
        for (Mark mark : figure.scene().marks()) {
            last = mark instanceof Mark.Dot dot ? dot : last;
        }
        return Objects.requireNonNull(last);
    }

    private static ProfileFigure.Walk walk(double[] t, double[] losses) {
        return new ProfileFigure.Walk("SGD", 0, t, losses, NONE, NONE, t.length - 1, false);
    }

    private static ProfileFigure figure(double[] samples, LossScale scale, ProfileFigure.Walk walk) {
        return new ProfileFigure(
                Theme.LIGHT,
                360,
                300,
                "t",
                new ProfileFigure.Curve(-3, 3, samples),
                scale,
                List.of(walk),
                null,
                List.of());
    }

    private static ProfileFigure picture(String formula, double start, Layer... layers) {
        return picture(
                new ProblemSpec.Function("", formula, Map.of()),
                List.of(start),
                Cut.of(new PlaneSpec.Axes(0, 0)),
                layers);
    }

    private static ProfileFigure himmelblau(Layer... layers) {
        PlaneSpec line = new PlaneSpec.Line(
                new Waypoint.Given(List.of(3.0, 2.0)), new Waypoint.Given(List.of(-2.805118, 3.131312)));
        return picture(new ProblemSpec.Function("himmelblau", "", Map.of()), List.of(0.5, 0.5), Cut.of(line), layers);
    }

    private static ProfileFigure picture(ProblemSpec problem, List<Double> start, Cut cut, Layer... layers) {
        Look look = Look.DEFAULT;
        for (Layer layer : layers) {
            look = look.withLayer(layer, true);
        }
        Experiment experiment = Experiment.of(problem)
                .withStart(start)
                .withSteps(3)
                .withOptimizers(List.of(OptimizerSpec.of("sgd").with("learningRate", 0.25)))
                .withView(View.DEFAULT.withCut(cut).withLook(look));
        List<Trajectory> walks = Run.of(experiment).trajectories();
        Derivatives derivatives = new Derivatives(experiment.problem().problem(0));
        Anchors anchors = Objects.requireNonNull(Anchors.of(experiment, walks));
        Slice slice = Slicing.of(derivatives, experiment.view().cut(), anchors);
        Window window = Picture.window(experiment.view().cut(), slice);
        Exploration exploration = new Exploration(derivatives, slice, window);
        boolean more = true;
        while (more) {
            more = exploration.advance();
        }
        Picture picture = new Picture(experiment, slice);
        List<Shadow> shadows = List.of(new Shadow(walks.get(0), slice));
        Facts facts = picture.facts(
                exploration.findings(),
                shadows,
                0,
                Standing.at(derivatives, walks.get(0).params(0)));
        Grid grid = Grid.sample(slice.surface(derivatives.function()), window, 129, 1);
        Relief relief = picture.relief(grid, window, picture.scale(grid), Theme.LIGHT, 300, Terrain.USUAL_DETAIL);
        return (ProfileFigure) picture.chart(relief, shadows, 0, facts, Camera.DEFAULT, 400, 300);
    }
}
