package org.fallline.server.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A look at a page by axe's rules, in a window of some width. */
final class AxeVisit implements AutoCloseable {
    private static final int HEIGHT = 800;

    private final BrowserContext context;
    private final Page page;
    private final int width;

    AxeVisit(Browser browser, ColorScheme scheme, int width) {
        this.width = width;
        // Axe is injected as a script, which the pages' own policy forbids.
        context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setBypassCSP(true)
                .setViewportSize(width, HEIGHT));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Nothing is to be mended, and nothing is wider than the window. */
    void check() {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                        .toList();
        assertEquals(List.of(), violations);
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    }

    @Override
    public void close() {
        context.close();
    }
}
