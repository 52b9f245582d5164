package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.experiment.Camera;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

/** What figures say of losses and coordinates that differ in late digits only. */
class DeepZoomTest {
    private static final double[] WIDTHS = {1e-3, 1e-6, 1e-9, 1e-12};
    private static final double[] FIGURES = {320, 640, 1600};

    private record Place(String name, Surface surface, double x, double y) {
        Window window(double width) {
            return new Window(x - width / 2, x + width / 2, y - width / 2, y + width / 2);
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("a slope of Himmelblau", DeepZoomTest::himmelblau, 1, 0.9),
            new Place("a minimum of Himmelblau", DeepZoomTest::himmelblau, 3, 2),
            new Place("a slope of Rosenbrock", DeepZoomTest::rosenbrock, -1.5, 2),
            new Place("the valley of Rosenbrock", DeepZoomTest::rosenbrock, 0.5, 0.25),
            new Place("far up a large loss", (x, y) -> -1e9 - 1e10 * rosenbrock(x, y), -1.5, 2),
            new Place("far down a small loss", (x, y) -> 1e-9 * himmelblau(x, y), 1, 0.9));

    private static double himmelblau(double x, double y) {
        double p = x * x + y - 11;
        double q = x + y * y - 7;
        return p * p + q * q;
    }

    private static double rosenbrock(double x, double y) {
        return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
    }

    private interface Case {
        void check(String name, Terrain terrain, double width);
    }

    private static void forEach(Case check) {
        for (Place place : PLACES) {
            for (double width : WIDTHS) {
                Grid grid = Grid.sample(place.surface(), place.window(width), 33, 33);
                for (Function<Grid, LossScale> kind :
                        List.<Function<Grid, LossScale>>of(LossScale::linear, LossScale::log, LossScale::rank)) {
                    LossScale scale = kind.apply(grid);
                    for (double figure : FIGURES) {
                        String name = place.name() + ", " + width + ", "
                                + scale.getClass().getSimpleName() + ", " + figure;
                        Terrain terrain = Terrain.of(
                                grid, grid.window(), scale, Theme.LIGHT.map(), Theme.LIGHT, figure, 8, false);
                        check.check(name, terrain, figure);
                    }
                }
            }
        }
    }

    @Test
    void legend_hasTicksThatDifferAndAreTrueAndFit() {
        forEach((name, terrain, width) -> {
            LossScale scale = terrain.scale();
            List<Mark> marks = new ArrayList<>();
            new Header(terrain, width, List.of(), 0).paint(width - Header.PAD, marks);
            Mark.Raster bar = (Mark.Raster) marks.get(0);
            List<Mark.Label> labels = labels(marks);
            Mark.Label title = labels.get(0);
            double size = title.size();
            assertEquals(LossTexts.name(scale), title.text(), name);
            assertTrue(title.x() - Legend.textWidth(title.text(), size) > 0, name + ": " + title.text());
            List<Mark.Label> ticks = labels.subList(1, labels.size());
            assertTrue(ticks.size() >= 2, name + " has " + labels);
            assertEquals(
                    ticks.size(),
                    ticks.stream().map(Mark.Label::text).distinct().count(),
                    name + ": " + ticks.stream().map(Mark.Label::text).toList());
            double[] losses = scale.ticks(Math.max(2, (int) (bar.width() / (size * 3.6))));
            String[] texts = LossTexts.of(scale, losses, 6);
            for (Mark.Label tick : ticks) {
                assertTrue(List.of(texts).contains(tick.text()), name);
            }
            areTrue(name, scale, losses, texts, 6);
        });
    }

    @Test
    void isolines_haveLabelsThatDifferAndAreTrue() {
        forEach((name, terrain, width) -> {
            LossScale scale = terrain.scale();
            double[] majors = terrain.contours().stream()
                    .filter(contour -> contour.level().major())
                    .mapToDouble(contour -> contour.level().loss())
                    .toArray();
            String[] texts = LossTexts.of(scale, majors, 3);
            areTrue(name, scale, majors, texts, 3);
            assertEquals(majors.length, List.of(texts).stream().distinct().count(), name + ": " + List.of(texts));
            Scene scene = LandscapeFigure.of(terrain, width, width * 0.75).scene();
            for (Mark.Label label : labels(scene.marks())) {
                if (label.halo() != Color.TRANSPARENT) {
                    assertTrue(List.of(texts).contains(label.text()), name + ": " + label.text());
                }
            }
        });
    }

    @Test
    void surface_hasTicksThatDifferBelowTheSameName() {
        forEach((name, terrain, width) -> {
            LandscapeFigure figure = LandscapeFigure.of(terrain, width, width * 0.75);
            Scene scene = new SurfaceFigure(figure, SurfaceShape.of(terrain, 17), Camera.DEFAULT).scene();
            List<String> texts = new ArrayList<>();
            for (Mark.Label label : labels(scene.marks())) {
                boolean isMiddle = label.anchor() == Mark.Label.Anchor.MIDDLE;
                double half = isMiddle ? Legend.textWidth(label.text(), label.size()) / 2 : 0;
                assertTrue(label.x() - half > 0 && label.x() < width, name + ": " + label.text());
                if (label.anchor() == Mark.Label.Anchor.END) {
                    texts.add(label.text());
                }
            }
            assertTrue(texts.contains(LossTexts.name(terrain.scale())), name + ": " + texts);
        });
    }

    @Test
    void description_tellsWindowAndLossesApart() {
        Pattern numbers = Pattern.compile("over x from (\\S+) to (\\S+) and y from (\\S+) to (\\S+)\\. The loss ranges"
                + " from (\\S+) near x = (\\S+), y = (\\S+) to (\\S+), coloured");
        forEach((name, terrain, width) -> {
            String text =
                    LandscapeFigure.of(terrain, width, width * 0.75).scene().description();
            Matcher told = numbers.matcher(text);
            assertTrue(told.find(), name + ": " + text);
            Window window = terrain.window();
            Grid grid = terrain.grid();
            double[] exact = {
                window.uMin(),
                window.uMax(),
                window.vMin(),
                window.vMax(),
                grid.min(),
                Double.NaN,
                Double.NaN,
                grid.max()
            };
            double[] extents = {
                window.width(),
                window.width(),
                window.height(),
                window.height(),
                grid.max() - grid.min(),
                0,
                0,
                grid.max() - grid.min()
            };
            for (int i = 0; i < exact.length; i++) {
                if (!Double.isNaN(exact[i])) {
                    assertEquals(
                            exact[i],
                            Typeset.number(told.group(i + 1)).doubleValue(),
                            extents[i] * 1e-2 + Math.ulp(exact[i]),
                            name + ": " + text);
                }
            }
            assertNotEquals(told.group(1), told.group(2), text);
            assertNotEquals(told.group(3), told.group(4), text);
            assertNotEquals(told.group(5), told.group(8), text);
        });
    }

    @Test
    void runsThatHardlyMove_areToldApart() {
        double[] losses = {101.00000004, 101.00000003, 101.00000002};
        StepFigure figure = new StepFigure(
                Theme.LIGHT,
                320,
                200,
                "loss",
                List.of(
                        new StepFigure.Curve("SGD", 0, Series.of(losses), false),
                        new StepFigure.Curve("Adam", 1, Series.of(101.00000004, 101.00000001), false)),
                2,
                1);
        Scene scene = figure.scene();
        assertTrue(scene.description().contains("SGD 101.00000003, Adam 101.00000001."), scene.description());
        List<String> texts = labels(scene.marks()).stream()
                .filter(label -> label.anchor() == Mark.Label.Anchor.END)
                .map(Mark.Label::text)
                .toList();
        assertEquals(texts.size(), texts.stream().distinct().count(), texts.toString());
    }

    /** Each text, with the base, is its loss to the digits shown. */
    private static void areTrue(String name, LossScale scale, double[] losses, String[] texts, int digits) {
        for (int i = 0; i < losses.length; i++) {
            double said =
                    Typeset.number(texts[i]).add(new BigDecimal(scale.base())).doubleValue();
            double rounding = Math.ulp(losses[i])
                    + Math.abs(losses[i] - scale.base()) * 0.5 * Math.pow(10, 1 - Math.min(digits, 3));
            assertEquals(losses[i], said, rounding, name + ": " + texts[i]);
        }
    }

    private static List<Mark.Label> labels(List<Mark> marks) {
        List<Mark.Label> labels = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Label label) {
                labels.add(label);
            }
        }
        return labels;
    }
}
