package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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
        try (BrowserContext context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setBypassCSP(true)
                        .setViewportSize(width, 800))) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + SERVER.port() + path);
            if (path.endsWith("computation")) {
                assertThat(page.locator(".graph canvas"))
                        .hasAttribute("aria-label", Pattern.compile("^The computation as a graph.*"));
            } else if (path.endsWith("/") || path.equals("/embed.html")) {
                assertThat(page.locator("#overlay"))
                        .hasAttribute("aria-label", Pattern.compile("^Loss landscape over .*"));
                page.waitForFunction("() => window.fallline");
            }
            List<String> violations = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                            .toList();
            assertEquals(List.of(), violations);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
        }
    }
}
