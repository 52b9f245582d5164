package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page when its server cannot be reached. */
class OfflineJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @Test
    void pageThatWasSeenOnce_worksOffline_andSavesWhenTheServerIsBack() throws IOException {
        String home = SERVER.home();
        try (Visit visit = new Visit(CHROMIUM.browser()).open(home)) {
            visit.page().evaluate("""
                    async () => {
                      const isKept = async () => {
                        const kept = await caches.open('fallline');
                        const loaded = performance.getEntriesByType('resource')
                            .map(({ name }) => name).filter(name => !name.includes('/api/'));
                        const there = await Promise.all(
                            ['./', './app.wasm', ...loaded].map(name => kept.match(name)));
                        return navigator.serviceWorker.controller && there.every(Boolean);
                      };
                      while (!await isKept()) {
                        await new Promise(requestAnimationFrame);
                      }
                    }""");
            SERVER.stop();
            visit.page().reload();
            assertThat(visit.page().locator("body")).hasAttribute("data-engine", "WebAssembly");
            visit.isDescribed("^Loss landscape over .*SGD: ");
            visit.type(visit.field("Learning rate, optimizer 1"), "0.02");
            visit.button("To the end").click();
            visit.isDescribed("step 150");

            visit.button("Save & share").click();
            Locator status = visit.page().locator("#share-status");
            assertThat(status).containsText("Not saved yet: the server cannot be reached. Trying again in ");
            assertThat(status).containsText("Nothing is lost");
            SERVER.startAgain();
            // After pauses of 2, 5 and 15 seconds at most.
            status.getByText("Saved. Whoever opens this link sees this very moment.")
                    .waitFor();
            assertThat(visit.field("Link")).hasValue(Pattern.compile(".*/e/.+"));
            assertTrue(
                    visit.complaints().removeIf(complaint -> complaint.contains("ERR_CONNECTION_REFUSED")),
                    "the browser says that nobody answered");
        }
    }
}
