package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.math.Decimal;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;

/** Files out of the page and into it, and work that survives. */
class FilesJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static final String RAVINE = """
            { "version": 1, "title": "Momentum in a ravine",
              "problem": { "kind": "function", "name": "rosenbrock" }, "start": [-1.5, 2], "steps": 30,
              "optimizers": [ { "kind": "sgd", "learningRate": 0.0001 }, { "kind": "adam", "learningRate": 0.05 } ],
              "view": { "step": 12 } }""";

    private static Visit visit() {
        return new Visit(CHROMIUM.browser());
    }

    private static Experiment ravine() {
        return ExperimentCodec.read(RAVINE);
    }

    private static String link() {
        return SERVER.home() + "#" + ExperimentUrl.write(ravine());
    }

    private static Locator summary(Visit visit) {
        return visit.page().locator("summary", new Page.LocatorOptions().setHasText("Export"));
    }

    private static Locator told(Visit visit) {
        return visit.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your experiment"))
                .getByRole(AriaRole.STATUS);
    }

    private static Locator notice(Visit visit) {
        return visit.page().getByRole(AriaRole.ALERT).first();
    }

    private static byte[] export(Visit visit, String button, String name) throws IOException {
        summary(visit).click();
        Download download =
                visit.page().waitForDownload(() -> visit.button(button).click());
        assertEquals(name, download.suggestedFilename());
        Path file = download.path();
        return Files.readAllBytes(file);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Visit visit, FilePayload file) {
        visit.page().waitForFileChooser(() -> visit.button("Open…").click()).setFiles(file);
    }

    private static void isRavine(Visit visit) {
        assertThat(visit.step()).hasText("Step 12 of 30");
        assertThat(visit.problem()).hasText("Rosenbrock");
        assertThat(visit.card(2).getByRole(AriaRole.HEADING)).hasText("Adam");
    }

    /** Does what a browser does when something is dropped or pasted on an element. */
    private static void bring(Visit visit, String selector, String event, String kind, String content) {
        visit.page().evaluate("""
                        ([selector, type, kind, content]) => {
                          const data = new DataTransfer();
                          if (kind === 'file') {
                            data.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
                          } else {
                            data.setData('text/plain', content);
                          }
                          const Kind = type === 'paste' ? ClipboardEvent : DragEvent;
                          document.querySelector(selector).dispatchEvent(new Kind(type,
                              { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data }));
                        }""", List.of(selector, event, kind, content));
    }

    @Test
    void pictures_exported_showTheSceneAndCanBeOpenedAgain() throws Exception {
        try (Visit visit = visit().open(link())) {
            isRavine(visit);
            visit.isDescribed("step 12");
            byte[] png = export(visit, "Picture PNG", "momentum-in-a-ravine-step-12.png");
            assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, Arrays.copyOf(png, 8));
            // The header's first two words (PNG specification, 11.2.2).
            ByteBuffer header = ByteBuffer.wrap(png, 16, 8);
            assertEquals(2 * (int) visit.landscape().evaluate("e => e.clientWidth"), header.getInt());
            assertEquals(2 * (int) visit.landscape().evaluate("e => e.clientHeight"), header.getInt());
            assertTrue(png.length > 20_000, png.length + " bytes are a map and walks");

            byte[] svg = export(visit, "Drawing SVG", "momentum-in-a-ravine-step-12.svg");
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertEquals(
                    "Momentum in a ravine",
                    document.getElementsByTagName("title").item(0).getTextContent());
            assertEquals(
                    visit.description(),
                    document.getElementsByTagName("desc").item(0).getTextContent());
            assertEquals(
                    ravine(),
                    ExperimentCodec.read(
                            document.getElementsByTagName("metadata").item(0).getTextContent()));

            visit.button("To the start").click();
            assertThat(visit.step()).hasText("Step 0 of 30");
            choose(visit, new FilePayload("picture.svg", "image/svg+xml", svg));
            isRavine(visit);
            assertThat(told(visit)).hasText("Opened picture.svg.");
        }
    }

    @Test
    void film_exported_playsTheWalkToItsEnd() throws IOException {
        try (Visit visit = visit().open(link())) {
            isRavine(visit);
            visit.field("Speed").selectOption("2×");
            byte[] film = export(visit, "Animation WebM", "momentum-in-a-ravine.webm");
            // WebM is Matroska, which begins with this element (RFC 8794, section 11.2.1).
            assertArrayEquals(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, Arrays.copyOf(film, 4));
            assertThat(visit.step()).hasText("Step 30 of 30");
            // The site's own pages show no films, and their policy allows none.
            visit.page().context().newPage().evaluate("""
                    async bytes => {
                      const video = document.createElement('video');
                      video.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
                      await new Promise((done, failed) => { video.onloadeddata = done; video.onerror = failed; });
                      if (video.videoWidth < 300) throw new Error('the film is ' + video.videoWidth + ' px wide');
                    }""", toInts(film));
        }
    }

    private static List<Integer> toInts(byte[] bytes) {
        List<Integer> ints = new ArrayList<>();
        for (byte b : bytes) {
            ints.add(b & 0xff);
        }
        return ints;
    }

    @Test
    void table_exported_holdsTheNumbersOfThePage() throws IOException {
        try (Visit visit = visit().open(link())) {
            isRavine(visit);
            String csv =
                    new String(export(visit, "Trajectories CSV", "momentum-in-a-ravine.csv"), StandardCharsets.UTF_8);
            List<String> rows = List.of(csv.split("\r\n", -1));
            assertEquals("optimizer,step,loss,gradient norm,x,y", rows.get(0));
            List<Trajectory> walks = Run.of(ravine()).trajectories();
            assertEquals(1 + 2 * 31 + 1, rows.size());
            for (int i = 0; i < 2; i++) {
                for (int step = 0; step <= 30; step++) {
                    List<String> fields = List.of(rows.get(1 + 31 * i + step).split(",", -1));
                    assertEquals(i == 0 ? "SGD" : "Adam", fields.get(0));
                    assertEquals(step, Integer.parseInt(fields.get(1)));
                    assertEquals(walks.get(i).loss(step), Double.parseDouble(fields.get(2)));
                    assertEquals(walks.get(i).param(step, 1), Double.parseDouble(fields.get(5)));
                }
            }
            double loss = Double.parseDouble(
                    List.of(rows.get(1 + 31 + 12).split(",", -1)).get(2));
            assertThat(visit.card(2).locator("output")).hasText("loss " + Decimal.typeset(Decimal.text(loss, 3)));
        }
    }

    @Test
    void experiment_exportedAndOpened_isTheSameMoment() throws IOException {
        byte[] json;
        try (Visit visit = visit().open(link())) {
            isRavine(visit);
            json = export(visit, "Experiment JSON", "momentum-in-a-ravine-step-12.json");
        }
        assertEquals(ravine(), ExperimentCodec.read(new String(json, StandardCharsets.UTF_8)));
        try (Visit other = visit().open(SERVER.home())) {
            choose(other, new FilePayload("ravine.json", "application/json", json));
            isRavine(other);
            assertThat(told(other)).hasText("Opened ravine.json.");
            assertThat(other.page()).hasURL(link());
            other.button("Back to yours").click();
            assertThat(other.step()).hasText("Step 0 of 150");
            other.button("Return to the other").click();
            isRavine(other);
        }
    }

    @Test
    void drop_anywhere_isAnnouncedAndOpened() {
        try (Visit visit = visit().open(SERVER.home())) {
            Locator hint = visit.page().getByText(Pattern.compile("^Drop an experiment"));
            assertThat(hint).isHidden();
            bring(visit, "#step-title", "dragover", "file", RAVINE);
            assertThat(hint).isVisible();
            bring(visit, "#step-title", "dragleave", "file", RAVINE);
            assertThat(hint).isHidden();
            bring(visit, "#step-title", "dragover", "file", RAVINE);
            bring(visit, "#step-title", "drop", "file", RAVINE);
            assertThat(hint).isHidden();
            isRavine(visit);
            assertThat(told(visit)).hasText("Opened dropped.json.");
        }
    }

    @Test
    void paste_ofALinkOrAnId_isOpened_butNotInAField() {
        try (Visit visit = visit().open(SERVER.home())) {
            visit.button("Save & share").click();
            assertThat(visit.field("Link")).isVisible();
            String saved = visit.field("Link").inputValue();
            bring(visit, "#link", "paste", "text", link());
            visit.page().evaluate("text => navigator.clipboard.writeText(text)", link());
            visit.landscape().focus();
            visit.page().keyboard().press("Control+v");
            isRavine(visit);
            assertThat(told(visit)).hasText("Opened what you pasted.");
            bring(visit, "body", "paste", "text", saved);
            assertThat(visit.step()).hasText("Step 0 of 150");
            assertThat(told(visit)).hasText("Opened the saved experiment.");
        }
    }

    @Test
    void paste_ofATable_isLearnedFrom() {
        try (Visit visit = visit().open(SERVER.home())) {
            bring(visit, "body", "paste", "text", "height\tweight\n1.5\t50\n1.7\t68\n1.8\t76\n1.6\t59\n");
            assertThat(visit.page().locator("#data")).containsText("height");
            assertThat(visit.view("Prediction").getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile(".*along height.*"));
        }
    }

    @Test
    void wrongFile_isRefusedWithThePlace_andWhatWasShownStays() {
        try (Visit visit = visit().open(link())) {
            isRavine(visit);
            choose(visit, file("wrong.json", RAVINE.replace("0.0001", "\"fast\"")));
            assertThat(notice(visit))
                    .hasText(Pattern.compile("Cannot open wrong.json: /optimizers/0/learningRate: .*"));
            choose(visit, file("cut.json", RAVINE.substring(0, 60)));
            assertThat(notice(visit))
                    .hasText(Pattern.compile("Cannot open cut.json: not JSON: .* at line \\d, column \\d+"));
            choose(visit, file("foreign.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
            assertThat(notice(visit)).containsText("Cannot open foreign.svg: it holds no experiment");
            bring(visit, "body", "paste", "text", "Dear all");
            assertThat(notice(visit)).containsText("Cannot open what you pasted: expected an experiment as JSON");
            isRavine(visit);
        }
    }

    @Test
    void work_survivesAClosedTab_untilTheVisitorStartsAfresh() {
        try (Visit visit = visit().open(SERVER.home())) {
            visit.choose("Rosenbrock");
            visit.field("Step").fill("42");
            assertThat(visit.step()).hasText("Step 42 of 200");
            visit.page().waitForFunction("() => (localStorage.getItem('fallline.experiment') || '').includes('42')");
            Visit again = visit.again().open(SERVER.home());
            assertThat(again.step()).hasText("Step 42 of 200");
            assertThat(again.problem()).hasText("Rosenbrock");
            assertThat(told(again)).hasText("This is where you left off.");

            again.button("Start afresh").click();
            assertThat(again.step()).hasText("Step 0 of 150");
            again.button("Back to yours").click();
            assertThat(again.step()).hasText("Step 42 of 200");
            again.button("Return to the other").click();
            assertThat(again.step()).hasText("Step 0 of 150");

            Visit guest = again.again().open(link());
            isRavine(guest);
            assertThat(told(guest)).hasText("Your own experiment is kept.");
            guest.button("Step forward").click();
            assertThat(guest.step()).hasText("Step 13 of 30");
            guest = guest.again().open(SERVER.home());
            assertThat(guest.step()).hasText("Step 42 of 200");

            guest = guest.again().open(link());
            isRavine(guest);
            guest.button("Remove Adam").click();
            guest.button("Step forward").click();
            guest.page().waitForFunction("() => localStorage.getItem('fallline.experiment').includes('13')");
            guest = guest.again().open(SERVER.home());
            assertThat(guest.step()).hasText("Step 13 of 30");
        }
    }

    @Test
    void tabThatCrashes_losesNothing() {
        try (Visit visit = visit().open(SERVER.home())) {
            visit.choose("Himmelblau");
            visit.type(visit.field("Learning rate, optimizer 1"), "0.0123");
            visit.page()
                    .waitForFunction("() => (localStorage.getItem('fallline.experiment') || '').includes('0.0123')");
            visit.page().onCrash(page -> {});
            assertThrows(PlaywrightException.class, () -> visit.page().navigate("chrome://crash"));
            Visit next = visit.again().open(SERVER.home());
            assertThat(next.problem()).hasText("Himmelblau");
            assertThat(next.field("Learning rate, optimizer 1")).hasValue("0.0123");
        }
    }

    @Test
    void storage_denied_breaksNothing() {
        try (Visit visit = visit()) {
            visit.page()
                    .addInitScript("Object.defineProperty(window, 'localStorage',"
                            + " { get() { throw new DOMException('denied', 'SecurityError'); } });");
            visit.open(SERVER.home());
            visit.choose("Rosenbrock");
            assertThat(visit.step()).hasText("Step 0 of 200");
            assertThat(visit.page()).hasURL(Pattern.compile(".*#v1\\..*"));
            visit.page().reload();
            assertThat(visit.problem()).hasText("Rosenbrock");
        }
    }

    @Test
    void header_onAPhone_staysWithinThePage() {
        try (Visit visit = visit()) {
            visit.page().setViewportSize(360, 740);
            visit.open(link());
            summary(visit).click();
            assertThat(visit.button("Experiment JSON")).isInViewport();
            BoundingBox box = visit.button("Experiment JSON").boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= 360, "from " + box.x + " to " + (box.x + box.width));
            assertEquals(360, visit.page().evaluate("document.documentElement.scrollWidth"));
            visit.page().keyboard().press("Escape");
            assertThat(visit.button("Experiment JSON")).isHidden();
        }
    }
}
