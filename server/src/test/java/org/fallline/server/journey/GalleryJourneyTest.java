package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.server.Specs;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Finding an experiment that somebody listed. */
class GalleryJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @Test
    void visitor_searchesTheGallery_andOpensWhatWasFound() {
        SERVER.list(Specs.titled("Four valleys", "Which one is reached depends on the start."), "valleys");
        for (int i = 0; i < 25; i++) {
            SERVER.list(Specs.titled("Another ravine " + i, ""), "ravine");
        }
        try (Visit visit = new Visit(CHROMIUM.browser())) {
            Page page = visit.page();
            page.navigate(SERVER.home() + "gallery");
            Locator cards = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
            assertThat(cards).hasCount(24);
            link(page, "Next page").click();
            assertThat(cards).hasCount(2);
            page.getByLabel("Search").fill("VALLEYS");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            assertThat(cards).hasCount(1);
            Locator picture = cards.locator("img");
            assertThat(picture).hasJSProperty("complete", true);
            assertThat(picture).hasJSProperty("naturalWidth", 480);
            link(page, "Four valleys").click();
            assertThat(page).hasTitle(Pattern.compile("Four valleys.*"));
            assertThat(page.locator("body")).hasAttribute("data-engine", "WebAssembly");
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
