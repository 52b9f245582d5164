package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first descent, from opening the page to somebody else's page that embeds it. */
class JourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit() {
        return new Visit(CHROMIUM.browser());
    }

    @Test
    void firstPage_showsTheChaptersModelWorkedByHand() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            assertThat(visit.forward("ŷ")).containsText("xW + v1");
            assertThat(visit.forward("ŷ")).containsText("= [[0.5]] + [[0.3]]");
            assertThat(visit.forward("ŷ")).containsText("[[0.8]]");
            assertThat(visit.forward("L")).containsText("0.04");
            assertThat(visit.backward("∂L/∂ŷ")).containsText("[[−0.4]]");
            assertThat(visit.backward("∂L/∂b")).containsText("[−0.4]");
            Locator byW = visit.backward("∂L/∂W");
            assertThat(byW).containsText("[[−0.4], [−0.8]]");
            byW.getByRole(AriaRole.BUTTON).click();
            Locator opened = visit.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Opened: W"));
            assertThat(opened).containsText("∂xW/∂W = xᵀ = [[1], [2]]");
            assertThat(opened).containsText("∂L/∂W = xᵀ @ ∂L/∂xW");
            assertThat(opened).containsText("= [[1, 2]]ᵀ @ [[−0.4]] = [[−0.4], [−0.8]]");
            assertEquals("W₁ 0.1 −0.4 0.104", visit.update("W₁"));
            assertEquals("W₂ 0.2 −0.8 0.208", visit.update("W₂"));
            assertEquals("b 0.3 −0.4 0.304", visit.update("b"));
            assertEquals("loss 0.04 0.030976", visit.update("loss"));
            assertTrue(visit.colours("ground") > 100, "the ground is painted");
            assertThat(visit.landscape())
                    .hasAttribute("aria-label", Pattern.compile("Loss landscape over W₁ .* and W₂ .*"));

            visit.field("Axis ↑").selectOption("b");
            assertThat(visit.landscape())
                    .hasAttribute("aria-label", Pattern.compile("Loss landscape over W₁ .* and b .*"));
            assertThat(visit.page().locator("#held")).hasText("Held at the start: W₂ = 0.2.");
        }
    }

    @Test
    void time_goesForwardAndBackAndRunsAndStops() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.button("Step forward").click();
            assertThat(visit.step()).hasText("Step 1 of 100");
            assertThat(visit.forward("L")).containsText("0.030976");
            visit.button("Step back").click();
            assertThat(visit.forward("L")).containsText("0.04");
            visit.page().keyboard().press("ArrowRight");
            assertThat(visit.step()).hasText("Step 1 of 100");

            visit.button("Play").click();
            assertThat(visit.step()).hasText(Pattern.compile("Step ([5-9]|\\d\\d+) of 100"));
            visit.button("Pause").click();
            assertThat(visit.button("Play")).isVisible();

            visit.field("Step").fill("50");
            assertThat(visit.step()).hasText("Step 50 of 100");
            visit.page().locator("#step").scrollIntoViewIfNeeded();
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Inside step 50")))
                    .isVisible();
            visit.page().locator("body").press("End");
            assertThat(visit.step()).hasText("Step 100 of 100");
            assertThat(visit.button("Step forward")).isDisabled();
        }
    }

    @Test
    void network_onADataset_isMappedAndOpenedWithoutItsThousandsOfNumbers() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Circle");
            assertThat(visit.page().locator("#definition"))
                    .hasText("200 of circle → 4 tanh → 2 tanh → 1 tanh, L = meanSquaredError");
            assertThat(visit.landscape())
                    .hasAttribute("aria-label", Pattern.compile("Loss landscape over PC 1 .* and PC 2 .*"));
            visit.field("Plane").selectOption("Two parameters");
            visit.isDescribed("Loss landscape over W1₁,₁ .* and W1₁,₂ .*");
            assertThat(visit.page().locator("#held")).hasText("Held at the start: 23 other parameters.");
            assertThat(visit.forward("ŷ")).containsText("(200, 1)");
            visit.field("Step").fill("50");
            assertThat(visit.page().locator("#starts input")).hasCount(0);
            assertTrue(visit.update("W1₁,₁").startsWith("W1₁,₁ "));
            visit.button("Show 17 more").click();
            assertTrue(visit.update("b3").startsWith("b3 "));
            assertTrue(visit.colours("ground") > 100, "the ground is painted");
        }
    }

    @Test
    void learningRate_tooLarge_divergesVisiblyAndThePageGoesOn() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.type(visit.field("Learning rate, optimizer 1"), "0.5");
            assertThat(visit.card(1)).containsText("It diverges: the loss grows");
            visit.type(visit.field("Learning rate, optimizer 1"), "1000");
            visit.type(visit.field("Steps"), "400");
            assertThat(visit.card(1)).containsText("The loss became Infinity at step");
            visit.button("To the end").click();
            assertThat(visit.step()).hasText("Step 400 of 400");

            visit.type(visit.field("Learning rate, optimizer 1"), "0.1");
            assertThat(visit.card(1)).not().containsText("Infinity");
            visit.type(visit.field("Learning rate, optimizer 1"), "fast");
            assertThat(visit.field("Learning rate, optimizer 1")).hasAttribute("aria-invalid", "true");
            visit.button("Step back").click();
            assertThat(visit.step()).hasText("Step 399 of 400");
            assertThat(visit.field("Learning rate, optimizer 1")).hasValue("fast");
        }
    }

    @Test
    void landscape_clicked_startsThere() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.button("Step forward").click();
            visit.landscape().click();
            assertThat(visit.step()).hasText("Step 0 of 100");
            assertThat(visit.field("Start W₁")).not().hasValue("0.1");
            assertThat(visit.field("Start b")).hasValue("0.3");
            String first = visit.field("Start W₁").inputValue();
            visit.type(visit.field("Start W₁"), "0.25");
            assertThat(visit.forward("W")).containsText("[[0.25], ");
            assertNotEquals("0.25", first);
        }
    }

    @Test
    void optimizers_raceFromTheSameStart() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            for (String problem : new String[] {"Himmelblau", "Rosenbrock"}) {
                visit.choose(problem);
                assertThat(visit.landscape())
                        .hasAttribute("aria-label", Pattern.compile("Loss landscape over x .* and y .*"));
            }
            visit.button("Add Momentum").click();
            visit.button("Add Adam").click();
            assertThat(visit.card(3).getByRole(AriaRole.HEADING)).hasText("Adam");
            for (int i = 1; i <= 3; i++) {
                assertThat(visit.card(i)).containsText("loss 24.2");
            }
            visit.button("To the end").click();
            assertThat(visit.landscape()).hasAttribute("aria-label", Pattern.compile(".*SGD: .*Momentum: .*Adam: .*"));
            assertThat(visit.card(1)).not().containsText("24.2");
            assertNotEquals(visit.card(1).innerText(), visit.card(2).innerText());
            visit.view("Loss by step").scrollIntoViewIfNeeded();
            assertThat(visit.view("Loss by step").getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile(".*SGD.*Momentum.*Adam.*", Pattern.DOTALL));
            String screenshot = System.getProperty("fallline.screenshot");
            if (screenshot != null) {
                // Tests run in the module's folder; the path is meant from the project's root.
                visit.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of("..").resolve(screenshot)));
            }
            visit.button("Remove Momentum").click();
            assertThat(visit.card(2).getByRole(AriaRole.HEADING)).hasText("Adam");
        }
    }

    @Test
    void formula_typed_isDescendedAndItsErrorsArePointedAt() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Your own formula");
            Locator formula = visit.field("Formula of x, y, …");
            formula.fill("x^2 + 3 y^2");
            assertThat(visit.forward("f")).containsText("27.75");
            assertThat(visit.backward("∂f/∂y")).containsText("15");

            formula.fill("x^2 + (y");
            Locator error = visit.page().locator("#formula-error");
            assertThat(error).hasText("x^2 + (y\n      ^\n'(' is never closed: a ')' is missing at position 7");
            assertThat(formula).hasValue("x^2 + (y");
            assertThat(visit.forward("f")).containsText("27.75");

            formula.fill("x");
            assertThat(visit.backward("∂x/∂x")).containsText("1");
            assertThat(visit.view("Computation").getByRole(AriaRole.LISTITEM)).hasCount(1);

            formula.fill("log(x)");
            assertThat(error).isHidden();
            assertThat(visit.card(1)).containsText("The loss became NaN at step 0.");
        }
    }

    @Test
    void saved_openedByAnotherVisitor_isTheSameMoment() {
        String link;
        String loss;
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Himmelblau");
            visit.button("Add Adam").click();
            Locator told = visit.card(2).locator("output");
            assertThat(told).hasText("loss 200");
            visit.field("Step").fill("42");
            assertThat(told).not().hasText("loss 200");
            loss = told.innerText();
            visit.button("Save & share").click();
            assertThat(visit.page().getByRole(AriaRole.STATUS).first()).containsText("Saved.");
            link = visit.field("Link").inputValue();
        }
        assertTrue(link.startsWith(SERVER.home() + "e/"), link);
        try (Visit other = visit().open(link)) {
            assertThat(other.step()).hasText("Step 42 of 200");
            assertThat(other.problem()).hasText("Himmelblau");
            assertThat(other.card(2).locator("output")).hasText(loss);
        }
    }

    @Test
    void address_copied_holdsTheWholeExperimentWithoutTheServer() {
        String address;
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.choose("Rosenbrock");
            visit.field("Step").fill("17");
            visit.button("Copy link").click();
            assertThat(visit.page().locator("#share-status")).containsText("is copied");
            address = (String) visit.page().evaluate("navigator.clipboard.readText()");
        }
        assertTrue(address.startsWith(SERVER.home() + "#v1."), address);
        try (Visit other = visit().open(address)) {
            assertThat(other.step()).hasText("Step 17 of 200");
            other.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to the landscape"))
                    .focus();
            other.page().keyboard().press("Enter");
            assertThat(other.page()).hasURL(address);
            other.page().reload();
            assertThat(other.step()).hasText("Step 17 of 200");
        }
    }

    @Test
    void snippet_inAPageOfAnotherOrigin_walks() {
        String snippet;
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.button("Save & share").click();
            assertThat(visit.field("Embed in a page")).isVisible();
            snippet = visit.field("Embed in a page").inputValue();
        }
        String tutorial = "<!doctype html><title>A tutorial</title><link rel=icon href='data:,'><p>Look:</p>" + snippet;
        try (OtherSite elsewhere = OtherSite.of(tutorial);
                Visit visit = visit()) {
            visit.page().navigate(elsewhere.home());
            FrameLocator frame = visit.page().frameLocator("iframe");
            assertThat(frame.locator("#overlay")).hasAttribute("aria-label", Pattern.compile("Loss landscape over .*"));
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Step forward"))
                    .click();
            assertThat(frame.locator("#step-now")).hasText("Step 1 of 100");
        }
    }

    @Test
    void damagedLink_opensTheFirstPageAndSaysWhy() {
        try (Visit visit = visit().open(SERVER.home() + "#v1.garbage")) {
            assertThat(visit.page().getByRole(AriaRole.ALERT).first()).containsText("This link cannot be read");
            assertThat(visit.step()).hasText("Step 0 of 150");
        }
    }

    @Test
    void unknownId_showsAPageThatHelps() {
        try (Visit visit = visit()) {
            Response response = visit.page().navigate(SERVER.home() + "e/nowhere");
            assertEquals(404, response.status());
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            assertThat(visit.page().getByRole(AriaRole.LINK).first()).hasAttribute("href", Pattern.compile(".*/"));
            assertTrue(visit.complaints().removeIf(complaint -> complaint.contains("404")), "the 404 is said once");
        }
    }
}
