package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.landscape.Grid;
import org.fallline.problem.Problem;
import org.fallline.scene.Picture;
import org.fallline.server.RunningServer;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Reading;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The landscape as a visitor meets it: planes, zoom, facts, looks, and what cannot be drawn. */
class LandscapeJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit() {
        return new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()));
    }

    /** The width of the window that a description tells. */
    private static double extent(String description) {
        Matcher matcher = Pattern.compile("over \\S+ from (\\S+) to (\\S+) and").matcher(description);
        assertTrue(matcher.find(), description);
        return number(matcher.group(2)) - number(matcher.group(1));
    }

    private static double number(String typeset) {
        return Double.parseDouble(typeset.replace('−', '-'));
    }

    @Test
    void planes_ofANetwork_areShownEachWithItsAxesAndItsNote() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            visit.isDescribed("Loss landscape over PC 1 .* and PC 2 .*");
            assertThat(visit.note())
                    .containsText(Pattern.compile("The two components hold [\\d.]+ % and [\\d.]+ % of the variance"));
            Locator plane = visit.field("Plane");

            plane.selectOption("Two parameters");
            visit.isDescribed("Loss landscape over W1₁,₁ .* and W1₁,₂ .*");

            plane.selectOption("Random directions");
            visit.isDescribed("Loss landscape over d₁ .* and d₂ .*");
            assertThat(visit.note()).containsText("Two random directions");
            String before = visit.description();
            visit.button("Other directions").click();
            assertThat(visit.landscape()).not().hasAttribute("aria-label", before);

            plane.selectOption("Principal components of the path");
            visit.isDescribed("Loss landscape over PC 1 .* and PC 2 .*");
            assertThat(visit.button("Other directions")).isHidden();

            plane.selectOption("Gradient and curvature");
            visit.isDescribed("Loss landscape over ∇L .* and e₁ .*");
            assertThat(visit.note()).containsText("the direction of greatest curvature");

            plane.selectOption("Through three states");
            visit.isDescribed("Loss landscape over u .* and v .*");
            visit.field("Point 3").selectOption("SGD, end");
            assertThat(visit.page().getByRole(AriaRole.ALERT).first()).isVisible();

            plane.selectOption("Line through two states");
            visit.isDescribed("Loss along t from −0.5 to 1.5.*");
            assertThat(visit.note()).containsText("The two points are at 0 and 1.");
            assertThat(visit.page().locator("#notice")).isHidden();

            plane.selectOption("Two parameters");
            visit.isDescribed("Loss landscape over W1₁,₁ .*");
            visit.field("Axis ↑").selectOption("b3");
            visit.isDescribed("Loss landscape over W1₁,₁ .* and b3 .*");
        }
    }

    @Test
    void plane_thatFollowsTheWalker_goesThroughEachOfItsSteps() {
        try (Visit visit = visit()) {
            assertThat(visit.note()).hasText("Held at the start: b = 0.3.");
            visit.field("Step").fill("3");
            assertThat(visit.note()).containsText("away from what is shown");
            visit.field("Follow the walker").check();
            assertThat(visit.note()).containsText("Held as at step 3: b = 0.3");
            assertThat(visit.note()).not().containsText("away from");
            visit.button("Step forward").click();
            assertThat(visit.note()).containsText("Held as at step 4");
        }
    }

    @Test
    void map_isZoomedByButtonKeyAndWheel_draggedAndShownWhole() {
        try (Visit visit = visit()) {
            visit.choose("Himmelblau");
            visit.isDescribed("Loss landscape over x from −5 to 5 and y from −5 to 5\\..*");
            visit.button("Zoom in").click();
            visit.isDescribed("Loss landscape over x from −3.333 to 3.333 .*");
            visit.landscape().press("+");
            visit.isDescribed("Loss landscape over x from −2.222 to 2.222 .*");
            visit.button("Zoom out").click();
            visit.isDescribed("Loss landscape over x from −3.333 to 3.333 .*");

            visit.drag(120, 0);
            visit.isDescribed("Loss landscape over x from −[45]\\.\\d+ to [12]\\.\\d+ .*");
            assertThat(visit.field("Start x")).hasValue("0");

            double[] middle = visit.middle();
            double wide = extent(visit.description());
            visit.page().mouse().move(middle[0], middle[1]);
            visit.page().keyboard().down("Control");
            visit.page().mouse().wheel(0, -300);
            visit.page().keyboard().up("Control");
            assertThat(visit.landscape())
                    .not()
                    .hasAttribute("aria-label", Pattern.compile(".* x from −[45]\\.\\d+ to [12].*"));
            assertTrue(extent(visit.description()) < wide, visit.description());

            visit.landscape().press("0");
            visit.isDescribed("Loss landscape over x from −5 to 5 and y from −5 to 5\\..*");
        }
    }

    @Test
    void pointer_overTheMap_readsOffWhatTheEngineComputes() {
        try (Visit visit = visit()) {
            visit.choose("Rosenbrock");
            visit.isDescribed("Loss landscape over x .*");
            double[] middle = visit.middle();
            visit.page().mouse().move(middle[0] + 40, middle[1] + 30);
            Locator readout = visit.page().locator("#readout");
            assertThat(readout).containsText("∇L");
            Matcher read = Pattern.compile("x (\\S+)\\s+y (\\S+)\\s+loss (\\S+)\\s+∇L \\((\\S+), (\\S+)\\)")
                    .matcher(readout.innerText());
            assertTrue(read.find(), readout.innerText());
            double[] at = {number(read.group(1)), number(read.group(2))};
            Reading exact = Reading.at(
                    new Derivatives(ExperimentCodec.read(
                                    "{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"rosenbrock\"}}")
                            .problem()
                            .problem(0)),
                    at);
            // Four digits are shown; those of the coordinates change the loss by their share of its slope.
            double slope = Math.abs(exact.gradient()[0]) + Math.abs(exact.gradient()[1]);
            assertEquals(exact.loss(), number(read.group(3)), 1e-3 * (slope + exact.loss()));
            assertEquals(exact.gradient()[0], number(read.group(4)), 2e-2 * slope);
            assertEquals(exact.gradient()[1], number(read.group(5)), 2e-2 * slope);
        }
    }

    @Test
    void layers_areDrawnAndToldInWords() {
        try (Visit visit = visit()) {
            visit.choose("Himmelblau");
            visit.isDescribed("Loss landscape over x .*");
            visit.layersMenu().click();
            visit.layer("Critical points").check();
            Locator facts = visit.page().locator("#facts");
            assertThat(facts).hasText("4 minima, 1 maximum, 4 saddles in the window.");
            visit.layer("Newton step").check();
            assertThat(facts).containsText("Sharpness λmax = ");
            visit.layer("Gradient field").check();
            visit.layer("Current step").check();
            visit.page().keyboard().press("Escape");
            assertThat(visit.layer("Newton step")).isHidden();
            assertThat(visit.layersMenu()).isFocused();
            visit.layersMenu().click();
            assertThat(visit.layer("Newton step")).isVisible();
            visit.page().locator("#optimizers-title").click();
            assertThat(visit.layer("Newton step")).isHidden();

            // What was found of one problem is not said of another.
            visit.choose("Booth");
            assertThat(facts).containsText("1 minimum in the window.");
        }
    }

    @Test
    void surface_isTurnedZoomedAndClicked_andItsLookSurvivesALink() {
        try (Visit visit = visit()) {
            visit.choose("Himmelblau");
            visit.isDescribed("Loss landscape over x .*");
            String turned = visit.pixels("ground");
            visit.field("Seen as").selectOption("3-D surface");
            visit.awaitOther("ground", turned);
            assertTrue(visit.colours("ground") > 100, "the surface is painted");
            assertThat(visit.page().locator("#refining")).isHidden();
            turned = visit.pixels("ground");
            visit.drag(90, 30);
            visit.awaitOther("ground", turned);
            turned = visit.pixels("ground");
            visit.button("Zoom in").click();
            visit.awaitOther("ground", turned);
            visit.landscape().click();
            assertThat(visit.field("Start x")).not().hasValue("0");

            visit.field("Colour by").selectOption("rank");
            visit.layersMenu().click();
            visit.field("Colour map").selectOption("cividis");
            visit.layer("Hill-shading").uncheck();
            visit.layer("Gradient field").check();
            visit.button("Copy link").click();
            assertThat(visit.page().locator("#share-status")).containsText("is copied");
            String link = (String) visit.page().evaluate("navigator.clipboard.readText()");
            try (Visit other = new Visit(CHROMIUM.browser()).open(link)) {
                assertThat(other.field("Seen as")).hasValue("surface");
                assertThat(other.field("Colour by")).hasValue("rank");
                assertThat(other.field("Start x"))
                        .hasValue(visit.field("Start x").inputValue());
                other.layersMenu().click();
                assertThat(other.field("Colour map")).hasValue("cividis");
                assertThat(other.layer("Hill-shading")).not().isChecked();
                assertThat(other.layer("Gradient field")).isChecked();
                assertNotEquals(0, other.colours("ground"));
            }
            try (Visit embedded =
                    new Visit(CHROMIUM.browser()).open(link.replace(SERVER.home(), SERVER.home() + "embed.html"))) {
                assertTrue(embedded.colours("ground") > 100, "the surface is painted");
                embedded.button("Zoom out").click();
            }
        }
    }

    @Test
    void zoom_farIntoAMinimum_keepsItsAxes() {
        try (Visit visit = visit()) {
            visit.choose("Rosenbrock");
            visit.type(visit.field("Start x"), "1");
            visit.type(visit.field("Start y"), "1");
            visit.isDescribed(".*Start at x = 1, y = 1\\..*");
            for (int i = 0; i < 45; i++) {
                visit.landscape().press("+");
            }
            visit.isDescribed("Loss landscape over .*");
            assertThat(visit.page().locator("#refining")).isHidden();
            assertTrue(visit.colours("ground") > 50, "the ground is painted");
            visit.button("Show the whole landscape").click();
            visit.isDescribed("Loss landscape over x from −2 to 2 and y from −1 to 3\\..*");
        }
    }

    @Test
    void formulas_thatAreHardToDraw_areDrawnAndDescribed() {
        try (Visit visit = visit()) {
            visit.choose("Your own formula");
            Locator formula = visit.field("Formula of x, y, …");
            List<String[]> cases = List.of(
                    new String[] {"0 x + 0 y + 5", ".*The loss is 5 everywhere.*"},
                    new String[] {"sqrt(x) + y^2", ".*undefined or infinite on 50 % of the window.*"},
                    new String[] {"log(x y)", ".*undefined or infinite on 5\\d % of the window.*"},
                    new String[] {"1e300 x^2 + y", ".*from −4 near .* to 1.6·10³⁰¹.*"},
                    new String[] {"x^2 + 1e-300 y", ".*from −4·10⁻³⁰⁰ near .* to 16.*"},
                    new String[] {"1/x", "Loss along x .*undefined or infinite on part of the line.*"},
                    new String[] {"log(-1 - x^2 - y^2)", ".*undefined or infinite at every sample.*"},
                    new String[] {"x^2 + y^2", "Loss landscape over x from −4 to 4 .*"});
            for (String[] each : cases) {
                formula.fill(each[0]);
                visit.isDescribed(each[1]);
                assertThat(visit.page().locator("#notice")).isHidden();
            }
        }
    }

    @Test
    void map_ofALargeNetwork_isInTheEndThatOfAllItsExamples() {
        Experiment experiment = ExperimentCodec.read(
                "{\"version\":1,\"problem\":{\"kind\":\"network\",\"dataset\":{\"kind\":\"circle\",\"size\":500},"
                        + "\"layers\":[{\"units\":24,\"activation\":\"tanh\"},{\"units\":24,\"activation\":\"tanh\"},{\"units\":1}]},"
                        + "\"steps\":10}");
        Problem whole = experiment.problem().problem(experiment.seed());
        Grid grid = sampled(experiment, whole);
        Grid sketched = sampled(experiment, Objects.requireNonNull(whole.sketch()));
        double exactly = 0.01 * (grid.max() - grid.min());
        assertNotEquals(grid.max(), sketched.max(), 3 * exactly);
        try (Visit visit = new Visit(CHROMIUM.browser())) {
            visit.open(SERVER.home() + "#" + ExperimentUrl.write(experiment));
            // Before the sketch is there, nothing says that there will be more.
            visit.page().waitForCondition(() -> {
                Matcher range = Pattern.compile("The loss ranges from (\\S+) near .* to ([\\d.]+), coloured")
                        .matcher(visit.description());
                return range.find()
                        && Math.abs(number(range.group(1)) - grid.min()) <= exactly
                        && Math.abs(number(range.group(2)) - grid.max()) <= exactly;
            });
            assertThat(visit.page().locator("#refining")).isHidden();
        }
    }

    /** What an experiment's map is of, as finely as the page looks at least. */
    private static Grid sampled(Experiment experiment, Problem problem) {
        Derivatives derivatives = new Derivatives(problem);
        Cut cut = experiment.view().cut();
        Slice slice = Slicing.of(derivatives, cut, Objects.requireNonNull(Anchors.of(experiment, List.of())));
        return Grid.sample(slice.surface(derivatives.function()), Picture.window(cut, slice), 65, 65);
    }
}
