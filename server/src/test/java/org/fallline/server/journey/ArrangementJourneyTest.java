package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Views, arranged as the reader likes and kept between visits. */
class ArrangementJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Locator arrange(Visit visit, String view) {
        return visit.page().locator("summary[aria-label='Arrange: " + view + "']");
    }

    private static Locator zone(Visit visit, String name) {
        return visit.page()
                .getByRole(AriaRole.GROUP, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
    }

    @Test
    void view_movedAndHidden_isFoundThereAgain() {
        String home = SERVER.home();
        try (Visit visit = new Visit(CHROMIUM.browser()).open(home)) {
            Locator losses = visit.view("Loss by step");
            assertThat(losses.getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("SGD.*Adam"));
            arrange(visit, "Loss by step").click();
            visit.button("Move to the side").click();
            assertThat(zone(visit, "Views at the side")
                            .locator("[data-view=losses]")
                            .getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile("SGD.*Adam"));
            arrange(visit, "Loss by step").click();
            visit.button("Move up").locator("visible=true").click();
            visit.button("Move up").locator("visible=true").click();
            assertThat(zone(visit, "Views at the side")
                            .locator("section:visible")
                            .first())
                    .hasAttribute("data-view", "losses");
            arrange(visit, "Inside the step").click();
            visit.button("Hide").locator("visible=true").click();
            assertThat(visit.page().locator("#step")).isHidden();

            Visit again = visit.again().open(home);
            assertThat(zone(again, "Views at the side")
                            .locator("section:visible")
                            .first())
                    .hasAttribute("data-view", "losses");
            assertThat(again.page().locator("#step")).isHidden();
            again.button("+ Inside the step").click();
            assertThat(again.page().locator("#step")).isVisible();
            assertThat(again.forward("f").first()).isVisible();
        }
    }
}
