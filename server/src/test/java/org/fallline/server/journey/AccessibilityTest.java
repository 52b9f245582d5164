package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.server.Specs;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages by axe's rules, and without sideways scrolling on a small phone. */
class AccessibilityTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @BeforeAll
    static void list() {
        SERVER.list(
                Specs.titled("Averylongtitlewithoutanyspaceinitthatmustnotwidenthepageforanybody", "Notes."), "a tag");
    }

    @ParameterizedTest
    @CsvSource({
        "/, LIGHT, 1280",
        "/, DARK, 1280",
        "/, LIGHT, 320",
        "/de/, LIGHT, 1280",
        "/de/, DARK, 320",
        "/embed.html, LIGHT, 720",
        "/embed.html?view=computation, LIGHT, 1280",
        "/embed.html?view=computation, DARK, 320",
        "/embed.html, DARK, 320",
        "/e/nowhere, LIGHT, 320",
        "/gallery, LIGHT, 1280",
        "/gallery, DARK, 320",
        "/api, LIGHT, 320",
        "/api, DARK, 1280"
    })
    void page_byAxesRules_hasNothingToMend(String path, ColorScheme scheme, int width) {
        try (AxeVisit visit = new AxeVisit(CHROMIUM.browser(), scheme, width)) {
            Page page = visit.page();
            page.navigate("http://127.0.0.1:" + SERVER.port() + path);
            if (path.endsWith("computation")) {
                assertThat(page.locator(".graph canvas"))
                        .hasAttribute("aria-label", Pattern.compile("^The computation as a graph.*"));
            } else if (path.endsWith("/") || path.equals("/embed.html")) {
                assertThat(page.locator("#overlay"))
                        .hasAttribute(
                                "aria-label", Pattern.compile("^(Loss landscape over|Verlustlandschaft über) .*"));
                page.waitForFunction("() => window.fallline");
            }
            visit.check();
        }
    }
}
