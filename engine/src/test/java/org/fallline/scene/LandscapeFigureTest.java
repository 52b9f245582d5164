package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

class LandscapeFigureTest {
    private static final Window WINDOW = new Window(-2, 2, -1, 3);
    private static final Surface BOWL = (x, y) -> x * x + 4 * (y - 1) * (y - 1);

    @Test
    void bowlWithPaths_looksAsItDid() throws Exception {
        Grid grid = Grid.sample(BOWL, WINDOW, 9, 9);
        // A map of 8 × 8 pixels keeps the file small.
        Terrain terrain = Terrain.of(grid, WINDOW, LossScale.linear(grid), ColorMap.FELL_LIGHT, Theme.LIGHT, 8);
        LandscapeFigure figure = new LandscapeFigure(
                terrain,
                280,
                240,
                "W₁",
                "b",
                List.of(converging(3), diverging()),
                point(-1.5, 2.5),
                List.of(point(0, 1)));
        Golden.assertMatches("landscape.svg", SvgPainter.svg(figure.scene(), "A bowl"));
        assertEquals(
                "Loss landscape over W₁ from −2 to 2 and b from −1 to 3. The loss ranges from 0 near W₁ = 0, b = 1"
                        + " to 20, coloured on a linear scale. Start at W₁ = −1.5, b = 2.5. A known minimum is at"
                        + " W₁ = 0, b = 1. SGD: at step 3 of 4 at W₁ = −0.19, b = 0.81, where the map shows a loss of about 0.18."
                        + " Momentum: at step 3 of 3 at W₁ = 5, b = −8, outside the picture; the run stopped early"
                        + " there.",
                figure.scene().description());
    }

    @Test
    void plot_takesPixelsToThePlaneAndBack() {
        PlotArea plot = LandscapeFigure.of(terrain(BOWL), 640, 480).plot();
        assertEquals(plot.left(), plot.x(-2));
        assertEquals(plot.bottom(), plot.y(-1));
        assertEquals(0.3, plot.u(plot.x(0.3)), 1e-14);
        assertEquals(2.2, plot.v(plot.y(2.2)), 1e-14);
        assertTrue(plot.contains(plot.x(0), plot.y(0)));
        assertTrue(plot.left() > 0 && plot.right() < 640 && plot.top() > 0 && plot.bottom() < 480);
    }

    @Test
    void groundAheadAndOverlay_areTheSceneInThree() {
        LandscapeFigure figure = new LandscapeFigure(
                terrain(BOWL), 320, 300, "x", "y", List.of(converging(2)), point(-1.5, 2.5), List.of());
        int marks = figure.scene().marks().size();
        assertEquals(
                marks,
                figure.ground().marks().size()
                        + figure.ahead().marks().size()
                        + figure.overlay().marks().size());
        assertEquals(0, Color.alpha(figure.ahead().background()));
        assertEquals(0, Color.alpha(figure.overlay().background()));
        assertEquals(figure.scene().description(), figure.overlay().description());
    }

    @Test
    void ground_keepsItsRasterFromStepToStep() {
        Terrain terrain = terrain(BOWL);
        int[] first = raster(new LandscapeFigure(terrain, 320, 300, "x", "y", List.of(converging(1)), null, List.of()));
        int[] second =
                raster(new LandscapeFigure(terrain, 320, 300, "x", "y", List.of(converging(2)), null, List.of()));
        assertSame(first, second);
    }

    @Test
    void everySizeFrom320To1600_keepsItsMarksInside() {
        for (double width : new double[] {320, 480, 900, 1600}) {
            LandscapeFigure figure = new LandscapeFigure(
                    terrain(BOWL),
                    width,
                    width * 0.75,
                    "W[0,0]",
                    "a rather long name",
                    List.of(converging(2), diverging(), converging(4)),
                    point(0, 0),
                    List.of());
            for (Mark mark : figure.scene().marks()) {
                if (mark instanceof Mark.Label label) {
                    double length = Legend.textWidth(label.text(), label.size());
                    double left = label.x()
                            - switch (label.anchor()) {
                                case START -> 0;
                                case MIDDLE -> length / 2;
                                case END -> length;
                            };
                    assertTrue(left >= 0 && left + length <= width + 2, label.text() + " at width " + width);
                }
                if (mark instanceof Mark.Line line) {
                    for (double x : line.x()) {
                        assertTrue(x >= 0 && x <= width);
                    }
                }
            }
        }
    }

    @Test
    void problemOfOneParameter_hasNoSecondAxis() {
        Terrain terrain = terrain((x, y) -> x * x);
        Scene scene = new LandscapeFigure(terrain, 320, 300, "x", "", List.of(), point(1, 0), List.of()).scene();
        assertTrue(
                scene.description()
                        .startsWith("Loss landscape over x from −2 to 2. The loss ranges from 0 near x = 0 to 4"),
                scene.description());
        assertTrue(scene.marks().stream()
                .noneMatch(
                        mark -> mark instanceof Mark.Label label && label.text().contains("↑")));
    }

    @Test
    void constantLoss_isOneColorAndSaysSo() {
        Scene scene = LandscapeFigure.of(terrain((x, y) -> 0.1 + 0.2), 320, 300).scene();
        assertTrue(scene.description().endsWith("The loss is 0.3 everywhere."), scene.description());
        assertEquals(
                1,
                java.util.Arrays.stream(((Mark.Raster) scene.marks().get(0)).pixels())
                        .distinct()
                        .count());
    }

    @Test
    void lossThatIsNowhereDefined_isAnEmptyPlotThatSaysSo() throws Exception {
        Scene scene =
                LandscapeFigure.of(terrain((x, y) -> Double.NaN), 320, 300).scene();
        assertTrue(
                scene.description().endsWith("The loss is undefined or infinite at every sample."),
                scene.description());
        SvgPainterTest.parse(SvgPainter.svg(scene, "Nothing"));
    }

    @Test
    void holes_areTold() {
        Scene scene =
                LandscapeFigure.of(terrain((x, y) -> Math.log(x) + y), 320, 300).scene();
        assertTrue(
                scene.description().endsWith("It is undefined or infinite on 52 % of the window."),
                scene.description());
    }

    @Test
    void extremeLossesAndPaths_areStillWellFormed() throws Exception {
        double[] u = {-1.5, 0.2, 1e308, -1e308, Double.POSITIVE_INFINITY, Double.NaN};
        double[] v = {2.5, 1, 1e300, 2, 3, Double.NaN};
        LandscapeFigure.Path path = new LandscapeFigure.Path("SGD", 0, u, v, 99, true);
        Surface[] surfaces = {
            (x, y) -> 1e300 * (x * x + y), (x, y) -> 1e-290 * (x + y), (x, y) -> 1 / (x * x + y * y),
            (x, y) -> 1.7e308 * x, (x, y) -> Math.exp(300 * x), (x, y) -> x > 0 ? 1 : Double.NEGATIVE_INFINITY,
        };
        for (Surface surface : surfaces) {
            Grid grid = Grid.sample(surface, WINDOW, 33, 33);
            for (LossScale scale : List.of(LossScale.linear(grid), LossScale.log(grid))) {
                Terrain terrain = Terrain.of(grid, WINDOW, scale, ColorMap.FELL_DARK, Theme.DARK, 300);
                String svg = SvgPainter.svg(
                        new LandscapeFigure(terrain, 400, 300, "x", "y", List.of(path), point(0, 0), List.of()).scene(),
                        "Extreme");
                SvgPainterTest.parse(svg);
                assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"));
            }
        }
    }

    @Test
    void impossibleInputs_areRefused() {
        Terrain terrain = terrain(BOWL);
        assertThrows(IllegalArgumentException.class, () -> LandscapeFigure.of(terrain, 0, 300));
        assertThrows(IllegalArgumentException.class, () -> LandscapeFigure.of(terrain, 300, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LandscapeFigure.Path("SGD", 0, new double[0], new double[0], 0, false));
    }

    private static int[] raster(LandscapeFigure figure) {
        return ((Mark.Raster) figure.ground().marks().get(0)).pixels();
    }

    private static Terrain terrain(Surface surface) {
        Grid grid = Grid.sample(surface, WINDOW, 33, 33);
        return Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 320);
    }

    private static LandscapeFigure.Point point(double u, double v) {
        return new LandscapeFigure.Point(u, v);
    }

    private static LandscapeFigure.Path converging(int current) {
        return new LandscapeFigure.Path(
                "SGD",
                0,
                new double[] {-1.5, -0.75, -0.38, -0.19, -0.09},
                new double[] {2.5, 0.25, 1.38, 0.81, 1.09},
                current,
                false);
    }

    private static LandscapeFigure.Path diverging() {
        return new LandscapeFigure.Path(
                "Momentum", 1, new double[] {-1.5, 1, -1.9, 5}, new double[] {2.5, 0, 2.2, -8}, 3, true);
    }
}
