package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as a script sees it, in it and from a page of another origin. */
class PageApiJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static final String BOWL = "{version: 1, problem: {kind: 'function', formula: 'x^2 + y^2'}, start: [3, 4],"
            + " steps: 10, optimizers: [{kind: 'sgd', learningRate: 0.25}]}";

    private static void says(Page page, String script, Object expected) {
        assertEquals(expected, page.evaluate(script));
    }

    @Test
    void script_loadsAnExperiment_andReadsEveryStepOfIt() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home())) {
            Page page = visit.page();
            // Each step halves the point: 25 becomes 6.25.
            says(page, "async () => (await fallline.load(" + BOWL + ")).optimizers[0].loss", 25);
            says(page, "async () => (await fallline.goTo(1)).optimizers[0].loss", 6.25);
            says(page, "async () => (await fallline.state()).optimizers[0].params.join()", "1.5,2");
            says(page, "async () => (await fallline.state()).optimizers[0].gradient.join()", "3,4");
            assertThat(visit.step()).hasText("Step 1 of 10");
            says(page, "async () => (await fallline.play()).playing", true);
            says(page, "async () => (await fallline.pause()).playing", false);
            says(
                    page,
                    "async () => (await fallline.load(JSON.stringify((await fallline.state()).experiment))).steps",
                    10);
            // The address follows a moment later.
            page.waitForFunction("() => location.hash.startsWith('#v1.')");
            says(page, "async () => (await fallline.load(location.href)).experiment.problem.formula", "x^2 + y^2");
        }
    }

    @Test
    void experimentLoadedBeforeTheFirstPicture_standsAtItsStart() {
        try (Visit visit = new Visit(CHROMIUM.browser())) {
            Page page = visit.page();
            // The page's own first experiment would begin to play as soon as there is a picture of it.
            page.addInitScript("const early = setInterval(() => { if (window.fallline) { clearInterval(early);"
                    + " fallline.load(" + BOWL + "); } }, 1)");
            visit.open(SERVER.home());
            assertThat(visit.landscape()).hasAttribute("aria-label", Pattern.compile("Loss landscape over x from .*"));
            assertThat(visit.step()).hasText("Step 0 of 10");
            says(page, "async () => (await fallline.state()).playing", false);
        }
    }

    @Test
    void wrongCall_isRefused_sayingWhatWouldBeRight() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home())) {
            String told = "async call => { try { await call(); return 'done'; } catch (e) { return e.message; } }";
            assertEquals(
                    "goTo: expected a whole number from 0 to 150, but found 151",
                    visit.page().evaluate("(" + told + ")(() => fallline.goTo(151))"));
            assertEquals(
                    "goTo: expected a whole number from 0 to 150, but found 1.5",
                    visit.page().evaluate("(" + told + ")(() => fallline.goTo(1.5))"));
            String wrong = (String)
                    visit.page().evaluate("(" + told + ")(() => fallline.load({version: 1, problem: {kind: 'bear'}}))");
            assertTrue(wrong.startsWith("/problem/kind: "), wrong);
            assertThat(visit.step()).hasText("Step 0 of 150");
        }
    }

    @Test
    void pageOfAnotherOrigin_drivesWhatItEmbeds_byMessages_butNotThePlayground() {
        String page = """
                <!doctype html><title>A tutorial</title><iframe src="%sembed.html" width="640" height="480"></iframe>
                <script>
                  let last = 0;
                  function ask(target, name, argument) {
                    return new Promise((resolve, reject) => {
                      const id = ++last;
                      addEventListener('message', event => {
                        if (event.data.id === id) { event.data.error ? reject(event.data.error) : resolve(event.data.state); }
                      });
                      target.postMessage({ fallline: name, id, argument }, '*');
                    });
                  }
                </script>""".formatted(SERVER.home());
        try (OtherSite elsewhere = OtherSite.of(page);
                Visit visit = new Visit(CHROMIUM.browser())) {
            visit.page().navigate(elsewhere.home());
            FrameLocator frame = visit.page().frameLocator("iframe");
            assertThat(frame.locator("#step-now")).hasText("Step 0 of 150");
            assertEquals(
                    6.25,
                    visit.page()
                            .evaluate("async () => { await ask(frames[0], 'load', " + BOWL + ");"
                                    + " return (await ask(frames[0], 'goTo', 1)).optimizers[0].loss; }"));
            assertThat(frame.locator("#step-now")).hasText("Step 1 of 10");
            assertEquals(
                    "no such call: jump; there are load, play, pause, goTo, state, watch",
                    visit.page().evaluate("ask(frames[0], 'jump').catch(error => error)"));
            // The playground holds the visitor's own work: another site's page that opens it gets no answer.
            Page opened = visit.page()
                    .waitForPopup(
                            () -> visit.page().evaluate("url => { window.playground = open(url); }", SERVER.home()));
            assertThat(opened.locator("#step-now")).hasText("Step 0 of 150");
            opened.waitForFunction("() => window.fallline");
            visit.page()
                    .evaluate("() => { window.answers = []; addEventListener('message', e => answers.push(e.data));"
                            + " playground.postMessage({ fallline: 'state', id: -1 }, '*'); }");
            opened.evaluate("() => fallline.state()");
            assertEquals(List.of(), visit.page().evaluate("answers"));
        }
    }
}
