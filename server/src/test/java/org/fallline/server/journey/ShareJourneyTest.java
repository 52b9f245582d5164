package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of an experiment that was saved: it goes on, others make it theirs, and it is listed. */
class ShareJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Locator status(Visit visit) {
        return visit.page().locator("#share-status");
    }

    private static String saved(Visit visit) {
        visit.button("Save & share").click();
        assertThat(status(visit)).containsText("Saved");
        return visit.field("Link").inputValue();
    }

    @Test
    void experiment_saved_isTheSameWhileTimeGoesOn_andAnotherOnceItIsChanged() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            saved(visit);
            visit.field("Step").fill("30");
            assertThat(visit.step()).hasText("Step 30 of 100");
            assertThat(visit.page().locator("#stale")).isHidden();
            visit.type(visit.field("Learning rate, optimizer 1"), "0.02");
            assertThat(visit.page().locator("#stale")).isVisible();
            visit.button("Copy link").click();
            assertThat(status(visit)).containsText("is copied");
            assertThat(visit.field("Link")).isHidden();
        }
    }

    @Test
    void shared_changedAndSaved_isAForkThatNamesWhereItComesFrom() {
        String link;
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            link = saved(visit);
        }
        try (Visit other = new Visit(CHROMIUM.browser()).open(link)) {
            assertThat(other.step()).hasText("Step 0 of 100");
            other.type(other.field("Learning rate, optimizer 1"), "0.03");
            String own = saved(other);
            assertThat(status(other)).containsText("a version of your own");
            String about = other.page()
                    .request()
                    .get(own.replace("/e/", "/api/experiments/") + "/about")
                    .text();
            String id = link.substring(link.lastIndexOf('/') + 1);
            assertTrue(about.contains("\"ancestors\":[\"" + id + "\"]"), about);
        }
    }

    @Test
    void saved_listedUnderATitle_isFoundInTheGallery() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            visit.type(visit.field("Learning rate, optimizer 1"), "0.04");
            saved(visit);
            visit.field("Title").fill("A tiny model, slowly");
            visit.button("List in the gallery").click();
            assertThat(status(visit)).hasText("It is listed in the gallery.");
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gallery of experiments"))
                    .click();
            assertThat(visit.page().getByRole(AriaRole.MAIN)).containsText("A tiny model, slowly");
        }
    }
}
