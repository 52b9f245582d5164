package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.browser.Chromium;

/** A visitor with a fresh browser profile, who notices every complaint in the console. */
final class Visit implements AutoCloseable {
    private static final Experiment TINY = ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"linear\","
            + "\"x\":[[1,2]],\"y\":[[1]],\"W\":[[0.1],[0.2]],\"b\":[0.3]}}");

    private final BrowserContext context;
    private final List<String> complaints;
    private final Page page;
    private String build = "WebAssembly";

    /** A visitor whom nothing is to move by itself for: what is seen is the same each time. */
    Visit(Browser browser) {
        this(browser, ReducedMotion.REDUCE);
    }

    Visit(Browser browser, ReducedMotion motion) {
        complaints = new ArrayList<>();
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setReducedMotion(motion)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        // What a GPU in software says of its speed is not about the page.
        context.onConsoleMessage(message -> {
            if (!message.text().contains("GL Driver Message")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    private Visit(BrowserContext context, List<String> complaints) {
        this.context = context;
        this.complaints = complaints;
        page = context.newPage();
    }

    /** The same visitor, who has closed this tab and opened another; closing the first visit ends all. */
    Visit again() {
        page.close();
        return new Visit(context, complaints);
    }

    /** The same visitor, whose browser has WebAssembly, but not its garbage collection. */
    Visit withoutGarbageCollection() {
        build = "JavaScript";
        Chromium.hideGarbageCollection(context);
        return this;
    }

    /** The link to the chapter's tiny model on a site. */
    static String tiny(String home) {
        return home + "#" + ExperimentUrl.write(TINY);
    }

    Page page() {
        return page;
    }

    /** Opens an address and waits until the engine has answered. */
    Visit open(String url) {
        page.navigate(url);
        assertThat(landscape())
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Loss (landscape over|along) |Verlust(landschaft über| entlang) "));
        assertThat(page.locator("body")).hasAttribute("data-engine", build);
        isFurnished();
        return this;
    }

    /** Waits until everything on the page is in its place and what is in sight is painted: what moves is not clicked well. */
    void isFurnished() {
        page.waitForFunction("() => window.fallline && document.querySelector('main').ariaBusy === 'false'");
    }

    Locator landscape() {
        return page.locator("#overlay");
    }

    /** What each control beside the landscape says, in order. */
    @SuppressWarnings("unchecked")
    List<String> viewControls() {
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('select, input')]"
                                + ".filter(e => !e.closest('#share, [hidden], dialog, .computation')).map(e => e.id + (e.type === 'checkbox' ? e.checked : e.value))");
    }

    /** Waits until the landscape's description matches. */
    void isDescribed(String pattern) {
        assertThat(landscape()).hasAttribute("aria-label", Pattern.compile(pattern, Pattern.DOTALL));
    }

    String description() {
        return landscape().getAttribute("aria-label");
    }

    /** What the page says below the landscape about the cut it shows. */
    Locator note() {
        return page.locator("#held");
    }

    Locator layer(String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator layersMenu() {
        return page.locator("summary", new Page.LocatorOptions().setHasText("Layers"));
    }

    /** The middle of the map, in the page. */
    double[] middle() {
        BoundingBox box = landscape().boundingBox();
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }

    /** Drags from the middle of the map. */
    void drag(double dx, double dy) {
        double[] from = middle();
        Mouse mouse = page.mouse();
        mouse.move(from[0], from[1]);
        mouse.down();
        mouse.move(from[0] + dx / 2, from[1] + dy / 2);
        mouse.move(from[0] + dx, from[1] + dy);
        mouse.up();
    }

    /** Chooses what to descend in the gallery. */
    void choose(String name) {
        page.locator("#problem-choice").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true))
                .and(page.locator("#gallery input"))
                .click();
        assertThat(page.locator("#gallery")).isHidden();
    }

    /** The name of what is descended. */
    Locator problem() {
        return page.locator("#problem-name");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator step() {
        return page.locator("#step-now");
    }

    /** The view of this title. */
    Locator view(String title) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
    }

    /** The card of an optimizer, from 1. */
    Locator card(int number) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(3))))
                .nth(number - 1);
    }

    /** Types into a field as a visitor does, and leaves it. */
    void type(Locator field, String text) {
        field.fill(text);
        field.press("Tab");
    }

    /** The line of the tape that computes a value of this name. */
    Locator forward(String name) {
        return line(name);
    }

    /** The line of the tape where the derivative by a value has come, as in {@code ∂L/∂W}. */
    Locator backward(String name) {
        return line(name);
    }

    private Locator line(String symbol) {
        view("Computation").scrollIntoViewIfNeeded();
        return view("Computation")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b.symbol:text-is(\"" + symbol + "\"):visible")));
    }

    /** A row of the update's table: its cells joined by blanks. */
    String update(String parameter) {
        return page.locator("#update tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(parameter))))
                .innerText()
                .replaceAll("\\s+", " ");
    }

    /** How many different colours a canvas shows. */
    int colours(String canvas) {
        return ((Number) page.evaluate(
                        "id => { const c = document.getElementById(id);"
                                + " const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);"
                                + " return new Set(d).size; }",
                        canvas))
                .intValue();
    }

    /** What a canvas shows, as a text that differs when it does. */
    String pixels(String canvas) {
        return (String) page.evaluate("id => document.getElementById(id).toDataURL()", canvas);
    }

    /** Waits until a canvas shows something else. */
    void awaitOther(String canvas, String before) {
        page.evaluate(
                "async ([id, before]) => { for (let i = 0; i < 500; i++) {"
                        + " if (document.getElementById(id).toDataURL() !== before) { return; }"
                        + " await new Promise(requestAnimationFrame); } throw new Error('the canvas stays as it is'); }",
                List.of(canvas, before));
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        Chromium.showGarbageCollection(context);
        context.close();
        assertEquals(List.of(), complaints, "the browser's console");
    }
}
