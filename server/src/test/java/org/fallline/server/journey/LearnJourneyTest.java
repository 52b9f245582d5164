package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chapter, as a reader goes through it. */
class LearnJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    /** Milliseconds for the dearest landscape of a lesson, on a machine that does other things too. */
    private static final int PATIENCE = 20_000;

    /** A reader who moves the pointer, for which the figures wait. */
    private static Visit visit(String page) {
        Visit visit = still(page);
        visit.page().mouse().move(1, 1);
        return visit;
    }

    private static Visit still(String page) {
        Visit visit = new Visit(CHROMIUM.browser());
        visit.page().navigate(SERVER.home() + "learn/" + page);
        return visit;
    }

    private static Locator checkpoint(Visit visit, String id) {
        return visit.page().locator("form#" + id);
    }

    private static Locator verdict(Visit visit, String id) {
        return checkpoint(visit, id).getByRole(AriaRole.STATUS);
    }

    private static void answer(Visit visit, String id, String text) {
        checkpoint(visit, id).getByRole(AriaRole.TEXTBOX).fill(text);
        check(visit, id);
    }

    private static void check(Visit visit, String id) {
        checkpoint(visit, id)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Check"))
                .click();
    }

    /** A live figure, brought into sight. */
    private static FrameLocator figure(Visit visit, String id) {
        visit.page().locator("#" + id).scrollIntoViewIfNeeded();
        return visit.page().frameLocator("#" + id + " iframe");
    }

    /** The step at which a link to the playground opens it, or −1 if it names no experiment. */
    private static int step(String link) {
        Experiment experiment = ExperimentUrl.read(link.substring(link.indexOf('#') + 1));
        return experiment == null ? -1 : experiment.view().step();
    }

    private static Locator button(FrameLocator figure, String name) {
        return figure.getByRole(
                AriaRole.BUTTON,
                new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void reader_predictsChoosesAndLetsItRun_andFindsTheProgressInTheListOfLessons() {
        try (Visit visit = visit("looking-backward.html")) {
            answer(visit, "flat-guess", "-9");
            assertThat(verdict(visit, "flat-guess")).hasText("The size is right; look at the sign.");
            answer(visit, "flat-guess", "nine");
            assertThat(verdict(visit, "flat-guess")).hasText("Type a number, such as −0.25.");
            answer(visit, "flat-guess", "9");
            assertThat(verdict(visit, "flat-guess")).hasText("Right.");
            assertThat(checkpoint(visit, "flat-guess")).containsText("The misses are 1, −1, −3 and −5");

            checkpoint(visit, "which-way").getByLabel("up, as the sign says").check();
            check(visit, "which-way");
            assertThat(verdict(visit, "which-way")).hasText("The gradient points uphill, and the loss would grow.");
            checkpoint(visit, "which-way").getByLabel("down, against the sign").check();
            check(visit, "which-way");
            assertThat(verdict(visit, "which-way")).hasText("Right.");

            assertThat(figure(visit, "loop").locator("#step-now")).hasText("Step 0 of 80");
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play the figure"))
                    .click();
            assertThat(verdict(visit, "learned")).hasText("Right.");

            visit.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Lessons").setExact(true))
                    .click();
            Locator lessons = visit.page().locator(".lessons li");
            assertThat(lessons).hasCount(8);
            assertThat(lessons.first()).containsText("all checkpoints passed");
            lessons.nth(1).getByRole(AriaRole.LINK).click();
            assertThat(visit.page().locator("h1")).hasText("The chain rule");
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next The tape"))
                    .click();
            assertThat(visit.page().locator("h1")).hasText("The tape");
        }
    }

    @Test
    void tinyModel_inTheLesson_givesThePublishedNumbers_andFollowsAChangedOne() {
        try (Visit visit = visit("by-hand.html")) {
            answer(visit, "prediction", "0.8");
            assertThat(verdict(visit, "prediction")).hasText("Right.");
            answer(visit, "weights", "−0,8");
            assertThat(verdict(visit, "weights")).hasText("Right.");
            FrameLocator figure = figure(visit, "tiny-graph");
            Locator tape = figure.locator(".tape-lines");
            for (String number : List.of("0.8", "0.04", "−0.4", "−0.8")) {
                assertThat(tape).containsText(number);
            }
            button(figure, "Step forward").click();
            for (String number : List.of("0.104", "0.208", "0.304", "0.030976")) {
                assertThat(tape).containsText(number);
            }
            figure.getByLabel("Start b", new FrameLocator.GetByLabelOptions().setExact(true))
                    .fill("0.5");
            figure.getByLabel("Start b", new FrameLocator.GetByLabelOptions().setExact(true))
                    .press("Enter");
            assertThat(verdict(visit, "ten-steps")).hasText("Right.");
        }
    }

    @Test
    void tape_saysWhatItRecords_andRefusesToAnswerTwice() {
        try (Visit visit = visit("tape.html")) {
            FrameLocator figure = figure(visit, "tape-figure");
            Locator tape = figure.getByRole(AriaRole.LIST, new FrameLocator.GetByRoleOptions().setName("The tape"));
            assertThat(tape.locator("li")).hasCount(4);
            Locator answers = figure.locator(".tape-answers");
            assertThat(answers).containsText("∂f/∂x = 2.91");
            figure.getByLabel("watch y").uncheck();
            assertThat(answers).containsText("∂f/∂y is None");
            assertThat(tape).containsText("not on the tape");
            figure.getByLabel("What is asked of the tape").selectOption("the gradient, and then again");
            assertThat(answers).containsText("this tape has given its gradient");
            figure.getByLabel("persistent").check();
            assertThat(answers).not().containsText("this tape has given its gradient");
            FrameLocator nested = figure(visit, "nested-figure");
            nested.getByLabel("Formula").fill("x^4");
            nested.getByLabel("What is asked of the tape").selectOption("the gradient of the gradient");
            assertThat(nested.locator(".tape-answers")).containsText("∂²f/∂x² = 48");
        }
    }

    @Test
    void walkerWithABlindfold_comesDown_andThenSeesTheLandscape() {
        try (Visit visit = visit("blindfolded.html")) {
            FrameLocator figure = figure(visit, "game");
            Locator told = figure.locator(".night-told");
            // The height of the lesson's start, (−1, 0.5), and not of what the page begins with.
            assertThat(told).hasText(Pattern.compile("Height 15\\d, 0 steps;.*"));
            Locator length = figure.getByLabel("Length of the step");
            // Steps of about 0.012 times the slope.
            String[] lengths = {"63", "67", "69", "68", "61", "45"};
            for (int i = 0; i < lengths.length; i++) {
                button(figure, "Face downhill").click();
                length.fill(lengths[i]);
                button(figure, "Walk").click();
                assertThat(told).containsText((i + 1) + (i == 0 ? " step;" : " steps;"));
            }
            assertThat(verdict(visit, "down")).hasText("Right.");
            button(figure, "Take the blindfold off").click();
            assertThat(figure.locator("[data-view=blindfold] canvas"))
                    .hasAttribute("aria-label", Pattern.compile("Loss landscape over .*"));
        }
    }

    @Test
    void learningRate_isDragged_untilItDiverges() {
        try (Visit visit = visit("learning-step.html")) {
            FrameLocator figure = figure(visit, "rate");
            Locator rate = figure.getByLabel(
                    "Learning rate, optimizer 1", new FrameLocator.GetByLabelOptions().setExact(true));
            rate.fill("0.18");
            rate.press("Enter");
            button(figure, "To the end").click();
            assertThat(verdict(visit, "fast")).hasText("Right.");
            button(figure, "To the start").click();
            rate.fill("0.22");
            rate.press("Enter");
            button(figure, "To the end").click();
            assertThat(verdict(visit, "diverge")).hasText("Right.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-rule", "many-ways-down", "into-the-code"})
    void everyFigure_comesToLife(String lesson) {
        try (Visit visit = visit(lesson + ".html")) {
            Locator figures = visit.page().locator("fallline-embed");
            for (int i = 0; i < figures.count(); i++) {
                figures.nth(i).scrollIntoViewIfNeeded();
                assertThat(figures.nth(i)).hasAttribute("data-live", "");
                assertThat(figures.nth(i).locator("picture").first()).isHidden();
                assertThat(figures.nth(i).frameLocator("iframe").locator("#notice"))
                        .isHidden();
            }
        }
    }

    /** Nothing that is being read moves when a figure comes alive, and its poster stands until there is all to see. */
    @ParameterizedTest
    @CsvSource({"looking-backward, 1280", "by-hand, 1280", "many-ways-down, 360", "by-hand, 360", "tape, 768"})
    void figureThatComesAlive_movesNothing_andItsPosterStandsUntilThen(String lesson, int width) {
        try (Visit visit = new Visit(CHROMIUM.browser())) {
            Page page = visit.page();
            page.setViewportSize(width, 800);
            page.addInitScript("window.both = 0; window.none = 0;"
                    + " function look() { document.querySelectorAll('fallline-embed').forEach(figure => {"
                    + " const poster = figure.querySelector('.poster'); const frame = figure.querySelector('iframe');"
                    + " if (!poster || !frame) { return; }"
                    + " const isSeen = poster.getClientRects().length > 0; const isLive = frame.style.opacity !== '0';"
                    + " if (isSeen && isLive) { both++; } if (!isSeen && !isLive) { none++; } });"
                    + " requestAnimationFrame(look); } look();");
            page.navigate(SERVER.home() + "learn/" + lesson + ".html");
            // What a page does before it has its styles is not about its figures.
            page.evaluate("() => { window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry =>"
                    + " { moved += entry.value; })).observe({type: 'layout-shift'}); }");
            page.mouse().move(1, 1);
            Locator figures = page.locator("fallline-embed");
            for (int i = 0; i < figures.count(); i++) {
                figures.nth(i).scrollIntoViewIfNeeded();
                assertThat(figures.nth(i))
                        .hasAttribute(
                                "data-live", "", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
            }
            page.evaluate("() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))");
            assertEquals(0, ((Number) page.evaluate("moved")).doubleValue(), 0.01, "how much of the page has moved");
            assertEquals(0, page.evaluate("both"), "pictures with a poster and a live figure");
            assertEquals(0, page.evaluate("none"), "pictures with neither");
        }
    }

    @Test
    void figure_beginsWhereItsPosterStands_withItsBarOfTimeInSight_andLeadsOnToThePlayground() {
        try (Visit visit = visit("many-ways-down.html")) {
            FrameLocator race = figure(visit, "race");
            assertThat(race.locator("#step-now")).hasText("Step 500 of 500");
            assertThat(race.locator("#open")).isHidden();
            visit.page().locator("#race").evaluate("figure => figure.scrollIntoView({block: 'end'})");
            assertTrue(visit.page().locator("#race").boundingBox().y >= 0, "map and bar of time are seen together");
            button(race, "Step back").click();
            assertThat(race.locator("#step-now")).hasText("Step 499 of 500");
            Locator way = visit.page()
                    .locator("figure:has(#race)")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in the playground"));
            visit.page().waitForCondition(() -> step(race.locator("#open").getAttribute("href")) == 499);
            way.click();
            assertThat(visit.step()).hasText("Step 499 of 500");
            visit.isFurnished();
        }
    }

    @Test
    void figures_loadNothing_untilTheReaderDoesAnything() {
        try (Visit visit = still("looking-backward.html")) {
            List<String> asked = new ArrayList<>();
            visit.page().onRequest(request -> asked.add(request.url()));
            assertThat(visit.page().locator("#loop img").first()).isVisible();
            visit.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertEquals(
                    List.of(),
                    asked.stream().filter(url -> url.contains("embed.html")).toList());
            assertThat(visit.page().locator("iframe")).hasCount(0);

            // What was asked of a figure that was not there yet is done once it is.
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play the figure"))
                    .press("Enter");
            assertThat(verdict(visit, "learned")).hasText("Right.");
        }
    }

    @Test
    void answer_isNotGivenAway_beforeItIsGiven_orAskedFor() {
        try (Visit visit = visit("by-hand.html")) {
            Locator miss = visit.page().getByText("The miss is 0.8");
            Locator table = visit.page().locator("main table");
            assertThat(miss).isHidden();
            assertThat(table).isHidden();
            answer(visit, "prediction", "0.7");
            assertThat(miss).isHidden();
            answer(visit, "prediction", "0.8");
            assertThat(miss).isVisible();
            assertThat(visit.page().locator(".awaits")).isVisible();
            checkpoint(visit, "weights").getByText("Show the answer").click();
            assertThat(table).isVisible();
            assertThat(visit.page().locator(".awaits")).isHidden();
        }
    }

    @Test
    void lessonOnPaper_hasPostersForFigures_andAllOfTheText() {
        try (Visit visit = visit("by-hand.html")) {
            Page page = visit.page();
            figure(visit, "tiny-graph");
            assertThat(page.locator("#tiny-graph")).hasAttribute("data-live", "");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(page.locator("#tiny-graph iframe")).isHidden();
            assertThat(page.locator("#tiny-graph img")).isVisible();
            assertThat(page.locator("main table")).isVisible();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(253, 252, 249)");
            double room = page.locator("#tiny-graph").boundingBox().height
                    - page.locator("#tiny-graph .poster").boundingBox().height;
            assertEquals(0, room, 4, "no frame around nothing");
        }
    }

    @Test
    void readerWithoutScripts_hasTheText_andAPictureOfEachFigure() {
        try (BrowserContext context =
                CHROMIUM.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(SERVER.home() + "learn/learning-step.html");
            assertThat(page.locator("main")).containsText("the largest stable rate is 0.2");
            assertThat(page.locator("fallline-embed img")).hasCount(4);
            Locator picture = page.locator("fallline-embed img").first();
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).isVisible();
            assertThat(picture).hasAttribute("alt", Pattern.compile("Loss landscape over x .*"));
            page.navigate(SERVER.home() + "learn/by-hand.html");
            assertThat(page.getByText("The miss is 0.8")).isVisible();
        }
    }

    @Test
    void element_inAPlainPageOfAnotherOrigin_isAsHighAsItsContent_andDrivenByItsPage() {
        String page = """
                <!doctype html><title>A tutorial</title>
                <script type="module" src="%1$sembed.js"></script>
                <fallline-embed src="%1$sembed.html" view="losses" theme="dark" step="7">A picture</fallline-embed>""".formatted(SERVER.home());
        try (OtherSite elsewhere = OtherSite.of(page);
                Visit visit = new Visit(CHROMIUM.browser())) {
            visit.page().navigate(elsewhere.home());
            FrameLocator frame = visit.page().frameLocator("fallline-embed iframe");
            assertThat(frame.locator("#step-now")).hasText("Step 7 of 150");
            assertThat(frame.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(frame.locator("[data-view=losses] canvas").first())
                    .hasAttribute("aria-label", Pattern.compile("Loss over steps.*"));
            assertThat(frame.locator("#map")).isHidden();
            visit.page()
                    .waitForFunction("() => { const frame = document.querySelector('iframe');"
                            + " return frame.style.height.endsWith('px') && parseInt(frame.style.height) > 200; }");
            assertTrue(
                    (boolean) frame.locator("html").evaluate("e => e.scrollHeight <= e.clientHeight + 1"),
                    "nothing of it is cut off");
        }
    }

    @ParameterizedTest
    @CsvSource({"index, LIGHT, 1280", "chain-rule, DARK, 320", "by-hand, LIGHT, 320", "glossary, DARK, 1280"})
    void pages_byAxesRules_haveNothingToMend(String name, ColorScheme scheme, int width) {
        try (AxeVisit visit = new AxeVisit(CHROMIUM.browser(), scheme, width)) {
            Page page = visit.page();
            page.navigate(SERVER.home() + "learn/" + name + ".html");
            assertThat(page.locator("h1")).isVisible();
            visit.check();
        }
    }
}
