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
import org.fallline.experiment.Run;
import org.fallline.experiment.Walker;
import org.fallline.math.Decimal;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Time at another speed and again and again, jumps in it, and changes that are taken back. */
class TimeJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit() {
        return new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()));
    }

    @Test
    void stepNumber_typed_jumpsThere() {
        try (Visit visit = visit()) {
            Locator number = visit.field("Go to step");
            number.fill("37");
            number.press("Enter");
            assertThat(visit.step()).hasText("Step 37 of 100");
            assertThat(visit.page().locator("#step-title")).hasText("Inside step 37");
            visit.page().keyboard().press("ArrowRight");
            assertThat(number).hasValue("38");
            number.fill("101");
            number.press("Enter");
            assertThat(number).hasAttribute("aria-invalid", "true");
            assertThat(visit.page().getByText("Type a whole number from 0 to 100."))
                    .isVisible();
            assertThat(visit.step()).hasText("Step 38 of 100");
        }
    }

    @Test
    void hundredThousandSteps_areWalkedBothWays_andEachIsTheEnginesOwn() {
        Experiment experiment = ExperimentCodec.read("""
                {"version":1,"problem":{"kind":"function","name":"rosenbrock"},"steps":100000,
                 "optimizers":[{"kind":"sgd","learningRate":0.0005}]}""");
        Run run = Run.of(experiment);
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home() + "#" + ExperimentUrl.write(experiment))) {
            for (int step : new int[] {57_123, 99_999, 31}) {
                Locator number = visit.field("Go to step");
                number.fill(String.valueOf(step));
                number.press("Enter");
                assertThat(visit.step()).hasText("Step " + step + " of 100000");
                Walker walker = run.walkerAt(0, step);
                String before = text(walker.params()[0]);
                String gradient = text(walker.gradient()[0]);
                walker.advance();
                assertThat(visit.page().locator("#step-title")).hasText("Inside step " + step);
                assertEquals("x " + before + " " + gradient + " " + text(walker.params()[0]), visit.update("x"));
            }
        }
    }

    private static String text(double value) {
        return Decimal.typeset(Decimal.text(value, 6));
    }

    @Test
    void walk_atTenTimesTheSpeed_arrivesWithinSeconds_andBeginsAgainIfAsked() {
        try (Visit visit = visit()) {
            visit.field("Speed").selectOption("10×");
            visit.button("Play").click();
            assertThat(visit.step()).hasText("Step 100 of 100");
            assertThat(visit.button("Play")).isVisible();
            visit.button("Again and again").click();
            assertThat(visit.button("Again and again")).hasAttribute("aria-pressed", "true");
            visit.field("Go to step").fill("95");
            visit.field("Go to step").press("Enter");
            visit.button("Play").click();
            assertThat(visit.step()).hasText("Step 100 of 100");
            assertThat(visit.step()).hasText(Pattern.compile("Step [1-8]?\\d of 100"));
            assertThat(visit.button("Pause")).isVisible();
            visit.page().keyboard().press("l");
            assertThat(visit.button("Again and again")).hasAttribute("aria-pressed", "false");
            assertThat(visit.button("Play")).isVisible();
            assertThat(visit.step()).hasText("Step 100 of 100");
        }
    }

    @Test
    void changes_areTakenBackAndDoneAgain() {
        try (Visit visit = visit()) {
            assertThat(visit.button("Undo")).hasAttribute("aria-disabled", "true");
            visit.choose("Himmelblau");
            visit.isDescribed("Loss landscape over x .*");
            visit.type(visit.field("Steps"), "40");
            assertThat(visit.step()).hasText("Step 0 of 40");
            visit.button("Undo").click();
            assertThat(visit.field("Steps")).not().hasValue("40");
            assertThat(visit.problem()).hasText("Himmelblau");
            visit.page().keyboard().press("Control+z");
            visit.isDescribed("Loss landscape over W₁ .*");
            assertThat(visit.button("Undo")).hasAttribute("aria-disabled", "true");
            visit.page().keyboard().press("Control+Shift+Z");
            visit.button("Redo").click();
            assertThat(visit.field("Steps")).hasValue("40");
            visit.isDescribed("Loss landscape over x .*");
        }
    }

    @Test
    void help_openedByItsKey_tellsTheKeys() {
        try (Visit visit = visit()) {
            visit.page().keyboard().press("?");
            Locator help =
                    visit.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys and gestures"));
            assertThat(help).isVisible();
            assertThat(help).containsText("Step forward");
            assertThat(help).containsText("Undo");
            visit.page().keyboard().press("Escape");
            assertThat(help).isHidden();
            visit.button("Help").click();
            assertThat(help).isVisible();
            visit.button("Close").click();
            assertThat(help).isHidden();
        }
    }
}
