package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cuts through parameter space that cannot be made, that have no width, or that are handed on. */
class CutJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static final String ZERO_NETWORK = """
            {"version": 1, "steps": 20,
             "problem": {"kind": "network", "dataset": "circle",
               "layers": [{"units": 2, "activation": "tanh", "initializer": "zeros"},
                          {"units": 1, "activation": "tanh", "initializer": "zeros"}]},
             "view": {"plane": "random"}}""";

    /** The link that holds an experiment, written by hand. */
    private static String link(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return SERVER.home() + "#v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Visit visit() {
        return new Visit(CHROMIUM.browser());
    }

    private static Locator alert(Visit visit) {
        return visit.page().getByRole(AriaRole.ALERT).first();
    }

    @Test
    void randomPlane_ofANetworkWithoutWeights_saysWhyThereIsNoneUntilThereIs() {
        try (Visit visit = visit()) {
            visit.page().navigate(link(ZERO_NETWORK));
            visit.isFurnished();
            assertThat(alert(visit))
                    .containsText("the weights, but these are all zero: choose another plane, start or step");
            visit.isDescribed("No landscape: .*all zero.*");

            // The rest of the page goes on, and the reason stays while it holds.
            visit.button("Step forward").click();
            assertThat(visit.step()).hasText("Step 1 of 20");
            assertThat(visit.card(1).locator("output")).not().isEmpty();
            visit.button("Zoom in").click();
            visit.layersMenu().click();
            visit.layer("Gradient field").check();
            visit.layer("Gradient field").uncheck();
            assertThat(alert(visit)).containsText("all zero");

            visit.field("Plane").selectOption("Two parameters");
            visit.isDescribed("Loss landscape over W1₁,₁ .*");
            assertThat(alert(visit)).isHidden();

            visit.field("Plane").selectOption("Random directions");
            visit.isDescribed("No landscape: .*all zero.*");
            assertEquals(1, visit.colours("ground"));
            visit.page().locator("#starts summary").first().click();
            visit.type(visit.field("Start W1₁,₁"), "0.5");
            visit.type(visit.field("Start W1₁,₂"), "0.25");
            visit.isDescribed("Loss landscape over d₁ .* and d₂ .*");
            assertThat(alert(visit)).isHidden();
        }
    }

    @Test
    void planeOfALongWalk_isSeenAlongItsBeginningFirst() {
        String json = """
                {"version": 1, "steps": 6000, "optimizers": [{"kind": "adam"}],
                 "problem": {"kind": "network", "dataset": {"kind": "circle", "size": 500},
                   "layers": [{"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"},
                              {"units": 1, "activation": "tanh"}]},
                 "view": {"plane": "pca", "anchor": 6000}}""";
        try (Visit visit = visit()) {
            visit.page().navigate(link(json));
            visit.isDescribed("Loss landscape over PC 1 .*");
            assertThat(visit.card(1).locator("output")).hasText("…");
            assertThat(visit.page().locator("#refining")).isVisible();
            double[] beginning = window(visit);

            assertThat(visit.card(1).locator("output")).not().hasText("…");
            assertThat(visit.page().locator("#refining")).isHidden();
            double[] whole = window(visit);
            assertTrue(
                    whole[1] - whole[0] > 2 * (beginning[1] - beginning[0]),
                    () -> Arrays.toString(beginning) + " became " + Arrays.toString(whole));
        }
    }

    /** From where to where the map's first direction goes. */
    private static double[] window(Visit visit) {
        Matcher range = Pattern.compile("over \\S+ \\d from (\\S+) to (\\S+) ").matcher(visit.description());
        assertTrue(range.find(), visit.description());
        return new double[] {number(range.group(1)), number(range.group(2))};
    }

    private static double number(String typeset) {
        return Double.parseDouble(typeset.replace('−', '-'));
    }

    @Test
    void axisOutOfManyParameters_isChosenByKeyboard() {
        String json = """
                {"version": 1, "steps": 20,
                 "problem": {"kind": "network", "dataset": "circle",
                   "layers": [{"units": 16, "activation": "tanh"}, {"units": 1, "activation": "tanh"}]}}""";
        try (Visit visit = visit().open(link(json))) {
            Locator across = visit.field("Axis →");
            assertThat(across).hasValue("0");
            across.focus();
            assertThat(across.locator("option")).hasCount(3 * 16 + 17);
            across.press("ArrowDown");
            visit.isDescribed("Loss landscape over W1₁,₂ from .*");
            across.press("End");
            visit.isDescribed("Loss landscape over b2 from .*");

            visit.button("Undo").click();
            visit.isDescribed("Loss landscape over W1₁,₁ from .*");
            assertThat(across).hasValue("0");
        }
    }

    @Test
    void linksWithoutWidth_areRefusedWithTheReason() {
        String function = "{\"version\":1,\"problem\":{\"kind\":\"function\",\"formula\":\"x^2+y^2\"";
        List<String[]> cases = List.of(
                new String[] {function + ",\"domain\":{\"x\":[1,1]}}}", "/problem/domain/x"},
                new String[] {function + ",\"domain\":{\"y\":[2,1]}}}", "/problem/domain/y"},
                new String[] {function + ",\"domain\":{\"x\":[1,1.00000000000000001]}}}", "/problem/domain/x"},
                new String[] {function + "},\"view\":{\"window\":{\"u\":[0,0],\"v\":[0,1]}}}", "/view/window"},
                new String[] {function + "},\"view\":{\"window\":{\"u\":[0,1],\"v\":[1,1]}}}", "/view/window"});
        for (String[] each : cases) {
            try (Visit visit = visit().open(link(each[0]))) {
                assertThat(alert(visit)).containsText("This link cannot be read");
                assertThat(alert(visit)).containsText(each[1]);
                assertThat(alert(visit)).containsText("the smaller first");
                assertTrue(visit.colours("ground") > 50, "the first page is shown instead");
            }
        }
    }

    @Test
    void cutsThatShrinkToAPoint_areDrawnOrExplained() {
        String walk =
                "{\"version\":1,\"problem\":{\"kind\":\"function\",\"formula\":\"x^2+y^2\"},\"start\":[0,0],\"steps\":20";
        try (Visit visit = visit().open(link(walk + ",\"view\":{\"plane\":\"pca\"}}"))) {
            // A walker at the minimum never moves: its components have no variance.
            visit.isDescribed("Loss landscape over PC 1 .* and PC 2 .*");
            assertTrue(visit.colours("ground") > 50, "the map is painted");
        }
        for (String plane : List.of(
                "\"plane\":\"line\",\"points\":[[1,1],[1,1]]",
                "\"plane\":\"line\",\"points\":[{\"step\":0},{\"step\":20}]",
                "\"plane\":\"points\",\"points\":[[0,0],[1,1],[2,2]]")) {
            try (Visit visit = visit()) {
                visit.page().navigate(link(walk + ",\"view\":{" + plane + "}}"));
                assertThat(alert(visit)).isVisible();
                visit.isDescribed("No landscape: .*");
                visit.button("Step forward").click();
                assertThat(alert(visit)).isVisible();
                visit.field("Plane").selectOption("Two parameters");
                visit.isDescribed("Loss landscape over x .*");
                assertThat(alert(visit)).isHidden();
            }
        }
    }

    @Test
    void startsBeyondAllMeasure_leaveAPictureAndAWord() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Your own formula");
            visit.isDescribed("Loss landscape over x .*");
            for (String start : List.of("1e17", "-1e300", "1e-320")) {
                visit.type(visit.field("Start x"), start);
                visit.isDescribed("Loss landscape over x .* Start at x = .*");
                visit.landscape().press("+");
                visit.landscape().press("0");
            }
            Locator formula = visit.field("Formula of x, y, …");
            formula.fill("0 x");
            visit.isDescribed("Loss along x .*everywhere.*");
            formula.fill("(x-1e17)^2");
            visit.isDescribed("Loss along x .*10³⁴ everywhere.*");
            formula.fill("x^2 + y/0");
            visit.isDescribed("Loss landscape over x .*undefined.*");
            assertTrue(visit.colours("ground") > 1, "there is a picture");
        }
    }

    @Test
    void narrowWindow_isReadOffToItsLastDigits() {
        String json = "{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"himmelblau\"},"
                + "\"view\":{\"window\":{\"u\":[1,1.000000001],\"v\":[0.9,0.900000001]}}}";
        try (Visit visit = visit().open(link(json))) {
            visit.isDescribed("Loss landscape over x from 1 to 1\\.000000001 and y from 0\\.9 to 0\\.900000001\\..*");
            double[] middle = visit.middle();
            Locator readout = visit.page().locator("#readout");
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                visit.page().mouse().move(middle[0] + 20 * i, middle[1] + 20 * i);
                assertThat(readout)
                        .containsText(
                                Pattern.compile("x 1\\.0000000\\d+\\s+y 0\\.9000000\\d+\\s+loss 109\\.\\d{8,}\\s+∇L"));
                Matcher loss = Pattern.compile("loss (\\S+)").matcher(readout.innerText());
                assertTrue(loss.find());
                told.add(loss.group(1));
                if (i == 0) {
                    visit.page().mouse().move(0, 0);
                    assertThat(readout).isEmpty();
                }
            }
            assertNotEquals(told.get(0), told.get(1));
        }
    }

    @Test
    void view_savedAndOpenedElsewhere_isTheSameCutAndLook() {
        String link;
        List<String> controls;
        String description;
        String caption;
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Circle");
            visit.isDescribed("Loss landscape over PC 1 .*");
            visit.field("Plane").selectOption("Two parameters");
            visit.isDescribed("Loss landscape over W1₁,₁ .*");
            visit.field("Step").fill("60");
            visit.field("Plane").selectOption("Principal components of the path");
            visit.isDescribed("Loss landscape over PC 1 .*");
            visit.button("Zoom in").click();
            visit.field("Colour by").selectOption("rank");
            visit.layersMenu().click();
            visit.field("Colour map").selectOption("viridis");
            visit.layer("Hill-shading").uncheck();
            visit.layer("Gradient field").check();
            visit.layer("Current step").check();
            visit.page().keyboard().press("Escape");
            visit.field("Seen as").selectOption("3-D surface");
            visit.isDescribed(".*(horizon|above).*Loss landscape over PC 1 .*");
            String before = visit.description();
            visit.drag(80, 25);
            assertThat(visit.landscape()).not().hasAttribute("aria-label", before);
            assertThat(visit.page().locator("#refining")).isHidden();
            visit.isDescribed(".*field of directions.*");
            visit.button("Save & share").click();
            assertThat(visit.page().getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            link = visit.field("Link").inputValue();
            controls = visit.viewControls();
            description = visit.description();
            caption = visit.note().innerText();
        }
        try (Visit other = visit().open(link)) {
            assertThat(other.landscape()).hasAttribute("aria-label", description);
            assertThat(other.note()).hasText(caption);
            assertEquals(controls, other.viewControls());
            assertTrue(other.colours("ground") > 50, "the surface is painted");
        }
    }
}
