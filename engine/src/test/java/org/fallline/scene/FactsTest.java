package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

/** What is drawn on a landscape beside its paths. */
class FactsTest {
    private static final Window WINDOW = new Window(-2, 2, -2, 2);
    private static final Terrain TERRAIN = terrain();

    @Test
    void field_isDrawnWhereDirectionsAreAndPointsAlongThem() {
        Field field = new Field(
                new double[] {-1, 0, 1, 9},
                new double[] {0, 0, 0, 0},
                new double[] {3, 0, Double.NaN, 1},
                new double[] {4, 0, 1, 1},
                4);
        LandscapeFigure figure = figure(new Facts(field, List.of(), List.of()));
        List<Mark.Line> arrows = fieldArrows(figure);
        assertEquals(1, arrows.size());
        Mark.Line arrow = arrows.get(0);
        assertEquals(List.of("gradient field"), figure.legend());
        PlotArea plot = figure.plot();
        double right = (arrow.x()[1] - arrow.x()[0]) / plot.width();
        double up = (arrow.y()[0] - arrow.y()[1]) / plot.height();
        assertTrue(right > 0 && up > 0);
        assertEquals(4.0 / 3, up / right, 1e-9);
        assertEquals(plot.x(-1), (arrow.x()[0] + arrow.x()[1]) / 2, 1e-9);
    }

    @Test
    void fieldOfAnySlopes_hasArrowsOfAFewPixels() {
        Field field = new Field(
                new double[] {-1, 0, 1}, new double[3], new double[] {1e-300, 1, 1e300}, new double[] {0, 0, 0}, 3);
        List<Mark.Line> arrows = fieldArrows(figure(new Facts(field, List.of(), List.of())));
        assertEquals(3, arrows.size());
        for (Mark.Line arrow : arrows) {
            double length = arrow.x()[1] - arrow.x()[0];
            assertTrue(length > 5 && length < 30, "length " + length);
        }
    }

    @Test
    void arrowOutOfThePlot_endsAtItsEdge() {
        StepArrow far = new StepArrow(StepArrow.Kind.NEWTON, "Newton step", 0, 0, 1e200, 0);
        LandscapeFigure figure = figure(new Facts(null, List.of(far), List.of()));
        double right = figure.plot().right();
        double reached = 0;
        for (Mark mark : figure.overlay().marks()) {
            if (mark instanceof Mark.Line line) {
                for (double x : line.x()) {
                    assertTrue(x <= right + 1e-9);
                    reached = Math.max(reached, x);
                }
            }
        }
        assertEquals(right, reached, 1e-9);
        assertTrue(
                figure.scene()
                        .description()
                        .contains("The arrow “Newton step” leads from x = 0, y = 0 to x = 10²⁰⁰,"
                                + " y = 0, outside the picture."),
                figure.scene().description());
    }

    @Test
    void legend_namesEveryKindOfSignOnce() {
        List<CriticalMark> critical = List.of(
                point(CriticalPoint.Kind.SADDLE, 0),
                point(CriticalPoint.Kind.SADDLE, 1),
                point(CriticalPoint.Kind.MINIMUM, -1));
        StepArrow arrow = new StepArrow(StepArrow.Kind.MOMENTUM, "momentum", 0, 0, 1, 0);
        LandscapeFigure figure = new LandscapeFigure(
                TERRAIN,
                480,
                400,
                "x",
                "y",
                List.of(shadowed(1)),
                null,
                List.of(new LandscapeFigure.Point(1, 1)),
                new Facts(null, List.of(arrow), critical));
        assertEquals(
                List.of("SGD", "shadow of a state off the plane", "momentum", "known minimum", "minimum", "saddle"),
                figure.legend());
        assertTrue(
                figure.scene()
                        .description()
                        .contains(" A saddle was found at x = 1, y = 0, loss 5, Hessian eigenvalues" + " −2, 8."),
                figure.scene().description());
    }

    @Test
    void criticalKinds_haveDifferentShapes() {
        Glyphs glyphs = new Glyphs(Theme.LIGHT, 1);
        List<String> shapes = new java.util.ArrayList<>();
        for (CriticalPoint.Kind kind : CriticalPoint.Kind.values()) {
            List<Mark> marks = new java.util.ArrayList<>();
            glyphs.critical(kind, 0, 0, marks);
            Mark.Line outline = (Mark.Line) marks.get(0);
            shapes.add(java.util.Arrays.toString(outline.x()) + java.util.Arrays.toString(outline.y()));
        }
        assertEquals(4, shapes.stream().distinct().count());
    }

    @Test
    void stateOffThePlane_isAShadowAndSaysHowFar() {
        LandscapeFigure figure =
                new LandscapeFigure(TERRAIN, 480, 400, "x", "y", List.of(shadowed(1)), null, List.of());
        assertTrue(
                figure.scene()
                        .description()
                        .endsWith(
                                "SGD: at step 1 of 2 at x = −1, y = 0; this is its shadow: the state itself is 0.5 away"
                                        + " from the plane, with a loss of 1.41, and the shadow's is about 1."),
                figure.scene().description());
        // The state itself would be a filled ball; its shadow is a broken ring.
        assertTrue(dashed(figure.overlay()) > 0);
        LandscapeFigure there = new LandscapeFigure(TERRAIN, 480, 400, "x", "y", List.of(shadowed(2)), null, List.of());
        assertEquals(0, dashed(there.overlay()));
        assertTrue(there.scene().description().endsWith("at x = −0.5, y = 0, with a loss of 0.25."));
    }

    @Test
    void startOutside_isMarkedAtTheEdge() {
        for (double[] start : new double[][] {{-9, 0}, {9, 9}, {0, 1e300}, {1, -5}}) {
            LandscapeFigure figure = new LandscapeFigure(
                    TERRAIN, 480, 400, "x", "y", List.of(), new LandscapeFigure.Point(start[0], start[1]), List.of());
            int dots = 0;
            for (Mark mark : figure.overlay().marks()) {
                if (mark instanceof Mark.Dot dot) {
                    assertTrue(figure.plot().contains(dot.x(), dot.y()));
                    dots++;
                }
            }
            assertEquals(2, dots);
        }
    }

    @Test
    void namesOfDifferentCounts_areRefused() {
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> new Field(two, two, two, new double[1], 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LandscapeFigure.Path("SGD", 0, two, two, 0, false, new double[1], new double[0]));
    }

    private static long dashed(Scene scene) {
        return scene.marks().stream()
                .filter(mark -> mark instanceof Mark.Line line && line.dash().length > 0)
                .count();
    }

    /** The field's arrows in the plot, not the one in the key. */
    private static List<Mark.Line> fieldArrows(LandscapeFigure figure) {
        PlotArea plot = figure.plot();
        return figure.ground().marks().stream()
                .filter(mark -> mark instanceof Mark.Line line
                        && line.width() == 1.1
                        && plot.contains(line.x()[0], line.y()[0]))
                .map(mark -> (Mark.Line) mark)
                .toList();
    }

    private static CriticalMark point(CriticalPoint.Kind kind, double u) {
        return new CriticalMark(u, 0, kind, List.of(-2.0, 8.0), 5);
    }

    private static LandscapeFigure.Path shadowed(int current) {
        return new LandscapeFigure.Path(
                "SGD",
                0,
                new double[] {-1.5, -1, -0.5},
                new double[3],
                current,
                false,
                new double[] {3, 1.41, 0.25},
                new double[] {1, 0.5, 0});
    }

    private static LandscapeFigure figure(Facts facts) {
        return LandscapeFigure.of(TERRAIN, 480, 400).withFacts(facts);
    }

    private static Terrain terrain() {
        Grid grid = Grid.sample((x, y) -> x * x + 4 * y * y, WINDOW, 33, 33);
        return Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 320);
    }
}
