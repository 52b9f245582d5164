package org.fallline.web.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;

/** The loops in a page of their own; {@code harness.js} is its other end. */
final class PagePlatform implements Platform {
    private static final String LOAD =
            "async platform => { window.bench = await import('/harness.js'); await bench.load(platform); }";

    private final String name;
    private final Page page;

    private PagePlatform(String name, Page page) {
        this.name = name;
        this.page = page;
    }

    /**
     * Opens a page.
     *
     * @param platform one of those in {@code harness.js}
     */
    static PagePlatform open(Browser browser, String origin, String platform, String name) {
        Page page = browser.newPage();
        // Any document of the origin will do.
        page.navigate(origin + "/harness.js");
        page.evaluate(LOAD, platform);
        return new PagePlatform(name, page);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(Task task) {
        page.evaluate("task => bench.prepare(task)", task.message());
    }

    @Override
    public double lossAfter(int count) {
        return number(page.evaluate("count => bench.lossAfter(count)", count));
    }

    @Override
    public double speed(String part, int count, double seconds) {
        return number(page.evaluate("given => bench.speed(...given)", List.of(part, count, seconds)));
    }

    private static double number(Object result) {
        return ((Number) result).doubleValue();
    }
}
