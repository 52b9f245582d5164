package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The race that a visitor finds, and what can be done with those who run. */
class OptimizersJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Locator walks(Visit visit, String optimizer) {
        return visit.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(optimizer + " walks"));
    }

    @Test
    void newcomer_seesBallsRollAtOnce_andDropsThemElsewhere() {
        try (Visit visit = new Visit(CHROMIUM.browser(), ReducedMotion.NO_PREFERENCE)) {
            visit.page().navigate(SERVER.home());
            assertThat(visit.button("Pause")).isVisible();
            assertThat(visit.step()).hasText(Pattern.compile("Step [1-9]\\d* of 150"));
            Locator invitation = visit.page().getByText("Click anywhere: the optimizers start there");
            assertThat(invitation).isVisible();
            double[] middle = visit.middle();
            visit.page().mouse().click(middle[0] + 60, middle[1] + 40);
            assertThat(invitation).isHidden();
            assertThat(visit.button("Pause")).isVisible();
            assertThat(visit.page().getByText("This is where you left off.")).isHidden();
        }
    }

    @Test
    void visitorWhoLikesNoMotion_findsTheRaceAtItsStart() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home())) {
            visit.isDescribed("SGD: .*Momentum: .*Adam: .*");
            assertThat(visit.button("Play")).isVisible();
            assertThat(visit.step()).hasText("Step 0 of 150");
        }
    }

    @Test
    void optimizer_isTurnedOffAndOn_andDuplicated() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home())) {
            visit.isDescribed("Momentum: ");
            walks(visit, "Momentum").uncheck();
            assertThat(visit.card(2).locator("output").first()).hasText("off");
            visit.isDescribed("^(?!.*Momentum: ).*SGD: .*Adam: .*");
            walks(visit, "Momentum").check();
            visit.isDescribed("Momentum: ");
            visit.button("Duplicate Adam").click();
            assertThat(visit.card(4).getByRole(AriaRole.HEADING)).hasText("Adam");
            visit.type(visit.field("Learning rate, optimizer 4"), "0.5");
            visit.button("To the end").click();
            assertThat(visit.card(4).locator("output").first())
                    .not()
                    .hasText(visit.card(3).locator("output").first().innerText());
            visit.page().keyboard().press("Control+z");
            visit.page().keyboard().press("Control+z");
            assertThat(visit.card(4)).isHidden();
        }
    }

    @Test
    void settingChangedWhileTimeRuns_goesOnFromThere_andCanBeTakenBack() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            visit.field("Speed").selectOption("0.1×");
            visit.field("Go to step").fill("4");
            visit.field("Go to step").press("Enter");
            Locator update = visit.page().locator("#update tr").first();
            assertThat(update).containsText("0.113343");
            String before = visit.update("W₁");
            visit.button("Step forward").click();
            visit.button("Play").click();
            visit.type(visit.field("Learning rate, optimizer 1"), "0.1");
            assertThat(visit.button("Pause")).isVisible();
            Locator changed = visit.card(1).getByText(Pattern.compile("Settings changed at step \\d+\\."));
            assertThat(changed).isVisible();
            visit.button("Pause").click();
            String told = changed.innerText();
            int step = Integer.parseInt(told.substring(told.lastIndexOf(' ') + 1, told.length() - 1));
            // What was walked stays: the step before the change is made with the rate before it.
            visit.field("Go to step").fill("4");
            visit.field("Go to step").press("Enter");
            assertThat(update).containsText("0.113343");
            assertEquals(before, visit.update("W₁"));
            assertThat(visit.field("Learning rate, optimizer 1")).hasValue("0.01");
            assertThat(visit.card(1).getByText("w ← w − 0.01·g")).isVisible();
            visit.field("Go to step").fill(String.valueOf(step));
            visit.field("Go to step").press("Enter");
            assertThat(visit.field("Learning rate, optimizer 1")).hasValue("0.1");
            assertThat(visit.card(1).getByText("w ← w − 0.1·g")).isVisible();
            visit.button("As at the start").click();
            assertThat(changed).isHidden();
            assertThat(visit.field("Learning rate, optimizer 1")).hasValue("0.01");
        }
    }

    @Test
    void optimizerThatBeginsToRemember_isOpenedAtEveryStepAroundIt() {
        String experiment = """
                {"version":1,"problem":{"kind":"function","formula":"x^2 + y^2"},"start":[4,3],"steps":9,
                 "optimizers":[{"kind":"sgd","learningRate":0.25,"changes":[{"step":3,"momentum":0.5,"learningRate":0.125}]}],
                 "view":{"step":2}}""";
        try (Visit visit = new Visit(CHROMIUM.browser())
                .open(SERVER.home() + "#" + ExperimentUrl.write(ExperimentCodec.read(experiment)))) {
            Locator rule = visit.page().locator("#update-rule");
            Locator velocity = visit.page().locator("#update .memory").first();
            assertThat(rule).containsText("learning rate 0.25");
            assertThat(velocity).isHidden();
            visit.button("Step forward").click();
            assertThat(rule).containsText("v ← μ·v − η·g");
            // The velocity begins with 0; then it is −0.125 · 2 · 0.5, each step before having halved x = 4.
            assertThat(velocity).hasText("velocity, x0−0.125");
            visit.button("Step back").click();
            assertThat(rule).containsText("learning rate 0.25");
            assertThat(velocity).isHidden();
        }
    }

    @Test
    void schedule_isChosenAndShowsTheRateOfTheStep() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            visit.field("Schedule, optimizer 1").selectOption("Cosine");
            assertThat(visit.field("Decay steps, optimizer 1")).hasValue("100");
            visit.field("Go to step").fill("50");
            visit.field("Go to step").press("Enter");
            // Halfway down half a wave of the cosine is half the rate.
            assertThat(visit.card(1).getByText("w ← w − 0.005·g")).isVisible();
            visit.type(visit.field("Decay steps, optimizer 1"), "0");
            assertThat(visit.field("Decay steps, optimizer 1")).hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void code_isShownInEachLanguage_andCopied() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            visit.button("+ Code").click();
            Locator program = visit.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Program"));
            assertThat(program).containsText("public final class Walk");
            visit.field("Language").selectOption("Python, TensorFlow");
            assertThat(program).containsText("tf.GradientTape()");
            visit.field("Language").selectOption("Python, PyTorch");
            assertThat(program).containsText("import torch");
            visit.field("Language").selectOption("Python, JAX");
            assertThat(program).containsText("import jax");
            visit.view("Code")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy"))
                    .click();
            assertThat(visit.button("Copied")).isVisible();
            assertEquals(program.innerText(), visit.page().evaluate("() => navigator.clipboard.readText()"));
        }
    }
}
