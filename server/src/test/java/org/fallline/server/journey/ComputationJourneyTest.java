package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.experiment.Opened;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader steps through a computation op by op, opens it, compares it, and hands the moment on. */
class ComputationJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit() {
        return new Visit(CHROMIUM.browser());
    }

    private static String link(String experiment) {
        return "#" + ExperimentUrl.write(ExperimentCodec.read(experiment));
    }

    private static Locator status(Visit visit) {
        return visit.view("Computation").getByRole(AriaRole.STATUS);
    }

    private static Locator rule(Visit visit) {
        return visit.view("Computation").getByRole(AriaRole.LIST, named("What is done now"));
    }

    private static Locator opened(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Opened: " + name));
    }

    /** What a link opens of a computation. */
    private static Opened looked(String url) {
        Experiment experiment = ExperimentUrl.read(url.substring(url.indexOf('#') + 1));
        return experiment == null ? Opened.DEFAULT : experiment.view().computation();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator graph(Visit visit) {
        visit.view("Computation").scrollIntoViewIfNeeded();
        return visit.view("Computation").locator(".graph canvas");
    }

    @Test
    void chaptersModel_steppedThrough_showsEveryPublishedNumber() {
        try (Visit visit = visit().open(Visit.tiny(SERVER.home()))) {
            visit.button("First op").click();
            assertThat(status(visit)).hasText("Forward, op 1 of 6: xW = x @ W");
            assertThat(rule(visit)).containsText("= [[1, 2]] @ [[0.1], [0.2]] = [[0.5]]");
            assertThat(graph(visit)).hasAttribute("aria-label", Pattern.compile(".*L = mean\\(s\\)\\.$"));
            visit.button("Next op").click();
            visit.button("Next op").click();
            assertThat(rule(visit)).containsText("= [[0.5]] + [[0.3]] = [[0.8]]");
            Locator keys = visit.view("Computation").locator(".graph");
            for (int i = 0; i < 4; i++) {
                keys.press("ArrowRight");
            }
            assertThat(status(visit)).hasText("The loss: L = 0.04");
            assertThat(rule(visit)).hasText("∂L/∂L = 1");
            // The keys went to the computation, not to time.
            assertThat(visit.step()).hasText("Step 0 of 100");
            for (int i = 0; i < 6; i++) {
                keys.press("ArrowRight");
            }
            assertThat(status(visit)).hasText("Backward, op 1 of 6: xW = x @ W");
            assertThat(rule(visit)).containsText("∂L/∂W = xᵀ @ ∂L/∂xW");
            assertThat(rule(visit)).containsText("= [[1, 2]]ᵀ @ [[−0.4]] = [[−0.4], [−0.8]]");
            assertThat(visit.backward("∂L/∂b")).containsText("[−0.4]");
            assertThat(visit.forward("xW")).hasAttribute("aria-current", "step");
            assertThat(visit.view("Computation")
                            .getByRole(AriaRole.HEADING, named("Tape, walked backwards for the gradient")))
                    .isVisible();
            visit.button("All values and gradients").click();
            assertThat(graph(visit))
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile(
                                    ".*W: \\[\\[0.1], \\[0.2]], gradient \\[\\[−0.4], \\[−0.8]];.*ŷ = xW \\+ v1:"
                                            + " \\[\\[0.8]], gradient \\[\\[−0.4]].*L = mean\\(s\\): 0.04, gradient 1.*"));
        }
    }

    @Test
    void formula_whoseVariableIsUsedTwice_showsTheSumBeingFormed() {
        String home = SERVER.home() + link("""
                        { "version": 1, "problem": { "kind": "function", "formula": "x^2 + 3 x" }, "start": [2],
                          "view": { "computation": { "pass": "backward", "node": 2 } } }""");
        try (Visit visit = visit().open(home)) {
            assertThat(status(visit)).containsText("Backward, op 2 of 3");
            assertThat(rule(visit)).containsText("adds up: ∂f/∂x = 3 (1 of 2 uses)");
            visit.button("Next op").click();
            assertThat(rule(visit)).containsText("∂f/∂x = 3 + 4 = 7 (2 of 2 uses)");

            visit.field("Compare with central differences").check();
            assertThat(visit.view("Computation").getByText(Pattern.compile("All \\d gradients agree")))
                    .isVisible();
            assertThat(visit.backward("∂f/∂x")).containsText("relative error");

            visit.forward("x").getByRole(AriaRole.BUTTON).click();
            assertThat(opened(visit, "x")).containsText("∂f/∂x = 3 + 4 = 7");

            // The address holds the moment, what is opened and the comparison: whoever opens it sees just this.
            visit.page().waitForURL(url -> looked(url).tensor().equals("x"));
            Visit other = visit.again().open(visit.page().url());
            assertThat(status(other)).containsText("Backward, op 1 of 3");
            assertThat(opened(other, "x")).containsText("∂f/∂x = 3 + 4 = 7");
            assertThat(other.field("Compare with central differences")).isChecked();
            assertThat(other.view("Computation").getByText(Pattern.compile("All \\d gradients agree")))
                    .isVisible();
        }
    }

    @Test
    void network_isFoldedByLayer_andOpensByLayer() {
        String home = SERVER.home() + link("""
                        { "version": 1, "problem": { "kind": "network", "dataset": "circle",
                          "layers": [ { "units": 8, "activation": "tanh" }, { "units": 8, "activation": "tanh" },
                                      { "units": 1, "activation": "tanh" } ] } }""");
        try (Visit visit = visit().open(home)) {
            assertThat(graph(visit))
                    .hasAttribute("aria-label", Pattern.compile(".*layer 1 · 8 tanh, 4 ops folded: \\(200, 8\\).*"));
            visit.button("layer 2").click();
            assertThat(visit.button("layer 2")).hasAttribute("aria-expanded", "true");
            assertThat(graph(visit)).hasAttribute("aria-label", Pattern.compile(".*a2 = tanh\\(.*"));
            visit.forward("W2").getByRole(AriaRole.BUTTON).click();
            Locator opened = opened(visit, "W2");
            assertThat(opened.getByRole(AriaRole.IMG, named("")).first()).isVisible();
            assertThat(opened).containsText("∂L/∂W2 = a1ᵀ @ ∂L/∂");
            opened.getByRole(AriaRole.BUTTON, named("Close")).click();
            assertThat(opened).isHidden();

            visit.view("Network").scrollIntoViewIfNeeded();
            visit.field("On the edges").selectOption("Errors that flow back");
            assertThat(visit.view("Network").locator("canvas").first())
                    .hasAttribute("aria-label", Pattern.compile(".*The largest errors that flow back along edges: .*"));
            String mean = visit.view("Network").locator("canvas").first().getAttribute("aria-label");
            visit.field("Whose error").selectOption("Example 3");
            assertThat(visit.view("Network").locator("canvas").first()).not().hasAttribute("aria-label", mean);

            // Whoever opens the link looks at the same.
            visit.page().waitForURL(url -> looked(url).example() == 3);
            Visit other = visit.again().open(visit.page().url());
            other.view("Network").scrollIntoViewIfNeeded();
            assertThat(other.field("Whose error")).hasValue("3");
            assertThat(other.view("Network").locator("canvas").first())
                    .hasAttribute("aria-label", Pattern.compile(".*The largest errors that flow back along edges: .*"));
        }
    }

    @Test
    void openedTensor_onTheNarrowestPhone_staysWithinThePage() {
        String home = SERVER.home() + link("""
                        { "version": 1, "problem": { "kind": "network", "dataset": "circle",
                          "layers": [ { "units": 8, "activation": "tanh" }, { "units": 1, "activation": "tanh" } ] },
                          "optimizers": [ { "kind": "adam" } ],
                          "view": { "step": 50, "computation": { "tensor": "W2", "compare": true } } }""");
        try (Visit visit = visit()) {
            visit.page().setViewportSize(320, 800);
            visit.open(home);
            visit.view("Computation").scrollIntoViewIfNeeded();
            assertThat(opened(visit, "W2")).containsText("∂L/∂W2 = ");
            visit.view("Inside step").scrollIntoViewIfNeeded();
            assertThat(visit.page().locator("#update")).containsText("first moment");
            assertEquals(320, visit.page().evaluate("document.documentElement.scrollWidth"));
        }
    }

    @Test
    void embed_ofTheComputation_showsTheMomentOfItsLink() {
        String address = SERVER.home() + "embed.html?view=computation" + link("""
                        { "version": 1, "problem": { "kind": "function", "formula": "x^2 + 3 x" }, "start": [2],
                          "view": { "computation": { "pass": "forward", "node": 1 } } }""");
        try (Visit visit = visit()) {
            visit.page().navigate(address);
            assertThat(status(visit)).containsText("Forward, op 1 of 3");
            assertThat(visit.page().locator("#overlay")).isHidden();
            visit.button("Step forward").click();
            assertThat(status(visit)).containsText("Forward, op 1 of 3");
            assertThat(visit.page().getByText("at step 1 of SGD")).isVisible();
        }
    }
}
