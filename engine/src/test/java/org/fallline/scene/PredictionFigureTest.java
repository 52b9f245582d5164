package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.nn.Dense;
import org.fallline.nn.Losses;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.Response;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PredictionFigureTest {
    @Test
    void plane_isOrangeWhereTheFirstClassIsToldAndBlueWhereTheOther() {
        // ŷ = x: the border is the vertical line x = 0.
        Response response = response(network(0.25), 1, 0, 0);
        PredictionFigure figure = new PredictionFigure(Theme.LIGHT, 400, 360, response, 3);
        Mark.Raster raster = figure.scene().marks().stream()
                .filter(mark -> mark instanceof Mark.Raster)
                .map(mark -> (Mark.Raster) mark)
                .findFirst()
                .orElseThrow();
        int left = raster.pixels()[0];
        int right = raster.pixels()[raster.columns() - 1];
        assertTrue(Color.red(left) > Color.blue(left) + 50, "orange");
        assertTrue(Color.blue(right) > Color.red(right) + 50, "blue");
        double middle = raster.x()
                + raster.width()
                        * (0 - response.rows().window().uMin())
                        / response.rows().window().width();
        List<Mark.Line> borders = figure.scene().marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Line line && line.width() == 1.5 && line.color() == Theme.LIGHT.ink())
                .map(mark -> (Mark.Line) mark)
                .toList();
        assertEquals(1, borders.size());
        for (double x : borders.get(0).x()) {
            assertEquals(middle, x, 1e-6);
        }
    }

    @Test
    void examples_areFilledToTrainWithAndHollowToTestWith() {
        Scene scene = new PredictionFigure(Theme.DARK, 400, 360, response(network(0.25), 1, 0, 0), 3).scene();
        int filled = 0;
        int hollow = 0;
        for (Mark mark : scene.marks()) {
            if (mark instanceof Mark.Dot dot && dot.y() > 60) {
                filled += Color.alpha(dot.fill()) > 0 ? 1 : 0;
                hollow += Color.alpha(dot.fill()) == 0 && dot.stroke() != Theme.DARK.casing() ? 1 : 0;
            }
        }
        assertEquals(150, filled);
        assertEquals(50, hollow);
    }

    @Test
    void groundAndOverlay_areTheWholeFigure_andOnlyTheGroundDependsOnTheStep() {
        PredictionFigure one = new PredictionFigure(Theme.LIGHT, 400, 360, response(network(0.25), 1, 0, 0), 3);
        PredictionFigure other = new PredictionFigure(Theme.LIGHT, 400, 360, response(network(0.25), 0, 1, 0), 4);
        assertTrue(one.hasOverlay());
        assertEquals(0, Color.alpha(one.overlay().background()));
        assertEquals(svg(one.overlay()), svg(other.overlay()));
        assertNotEquals(svg(one.ground()), svg(other.ground()));
        List<Mark> both = new ArrayList<>(one.ground().marks());
        both.addAll(one.overlay().marks());
        Scene whole = one.scene();
        assertEquals(svg(whole), svg(new Scene(whole.width(), whole.height(), whole.background(), both, "")));
        assertEquals(whole.description(), one.overlay().description());
    }

    private static String svg(Scene scene) {
        return SvgPainter.svg(new Scene(scene.width(), scene.height(), scene.background(), scene.marks(), ""), "");
    }

    @Test
    void description_tellsHowManyAreRight() {
        String text = new PredictionFigure(Theme.LIGHT, 400, 360, response(network(0.25), 0, 0, 5), 7)
                .scene()
                .description();
        assertTrue(
                text.startsWith(
                        "What the model predicts at step 7, over x and y: orange where it tells outside, blue where"
                                + " inside, with a line between. "),
                text);
        assertTrue(text.contains(" of 150 training examples are told right. "), text);
        assertTrue(text.endsWith(" of 50 test examples are told right."), text);
    }

    @Test
    void quantities_haveTheirErrorTold() {
        ProblemSpec spec = new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1}, {2}, {3}}),
                Tensor.matrix(new double[][] {{1}, {2}, {3}}),
                Tensor.matrix(new double[][] {{0}}),
                Tensor.vector(0));
        assertEquals(
                "What the model predicts at step 0, along x. Predictions for the 3 training examples are off by 2 on average.",
                new PredictionFigure(Theme.LIGHT, 300, 200, response(spec, 0, 0), 0)
                        .scene()
                        .description());
    }

    @Test
    void impossibleInputs_areRefused() {
        Fit fit = Objects.requireNonNull(Fit.of(network(0), 0));
        Response empty = new Response(fit, InputRows.of(fit, 5));
        assertThrows(IllegalArgumentException.class, () -> new PredictionFigure(Theme.LIGHT, 400, 360, empty, 0));
        Response full = response(network(0), 0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> new PredictionFigure(Theme.LIGHT, 100, 360, full, 0));
    }

    private static ProblemSpec network(double testShare) {
        return new ProblemSpec.Network(
                new ExamplesSpec(
                        new ExamplesSpec.Generated(Choice.of(Datasets.CATALOGUE, "circle"), 200), testShare, 0),
                List.of(),
                List.of(Dense.of(1, "linear")),
                Choice.of(Losses.CATALOGUE, "meanSquaredError"),
                0);
    }

    private static Response response(ProblemSpec spec, double... params) {
        Fit fit = Objects.requireNonNull(Fit.of(spec, 0));
        Response response = new Response(fit, InputRows.of(fit, 9));
        response.begin(params);
        while (response.advance()) {}
        return response;
    }
}
