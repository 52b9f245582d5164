package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** All rungs give the picture of the program, in a worker under the site's policy, and where a rung is missing it says so. */
class RungsTest {
    private static final Path COMPILED = Path.of("target/conformance");

    /** Relative, of a loss: a dozen roundings to float a layer, each 6e-8, of sums whose terms cancel to a tenth. */
    private static final double STATED = 1e-5;

    /** A worker that runs the program, and posts what it prints; asked so, it loses each context when something is drawn. */
    private static final String WORKER = """
            const lines = [];
            console.log = console.info = line => lines.push(line);
            const asked = new URLSearchParams(location.search);
            if (asked.has('lost')) {
              const begin = OffscreenCanvas.prototype.getContext;
              OffscreenCanvas.prototype.getContext = function (...kind) {
                const gl = begin.apply(this, kind);
                const draw = gl.drawArrays.bind(gl);
                gl.drawArrays = (...range) => {
                  gl.getExtension('WEBGL_lose_context').loseContext();
                  draw(...range);
                };
                return gl;
              };
            }
            const module = asked.has('wasm')
              ? (await (await import('./rungs.wasm-runtime.js')).load('./rungs.wasm')).exports
              : await import('./rungs.js');
            module.main(asked.getAll('case'));
            postMessage(lines.join(String.fromCharCode(10)));
            """;

    private static final String RUN = "query => new Promise((resolve, reject) => {"
            + "const worker = new Worker('/rungs-worker.js' + query, {type: 'module'});"
            + "worker.onmessage = e => resolve(e.data);"
            + "worker.onerror = e => reject(new Error('The worker failed: ' + e.message));"
            + "})";

    private static final String NETWORKS = "case=2-8-8-1&case=2-32-32-1";

    private static FileServer server;

    @BeforeAll
    static void serve() throws IOException {
        Files.writeString(COMPILED.resolve("rungs-worker.js"), WORKER);
        server = FileServer.start(COMPILED, FileServer.STRICT_POLICY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void rungs_asJavaScriptWithWebGl_agreeWithTheProgram() {
        checkWithWebGl("");
    }

    @Test
    void rungs_asWebAssemblyWithWebGl_agreeWithTheProgram() {
        checkWithWebGl("?wasm");
    }

    @Test
    void rungs_withoutWebGl_lackTheShaderAndSaySo() {
        try (Chromium chromium = Chromium.start("--disable-software-rasterizer");
                Page page = chromium.browser().newPage()) {
            page.navigate(server.origin() + "/rungs.js");
            Found found = Found.of((String) page.evaluate(RUN, "?" + NETWORKS));
            assertEquals("there is no WebGL2", found.missing().get("2-8-8-1 shader"));
            assertEquals("there is no WebGL2", found.settled().get("2-32-32-1"));
            assertTrue(found.deviations().keySet().stream().noneMatch(name -> name.endsWith("shader")));
            assertTrue(found.deviations().containsKey("2-8-8-1 strict"));
        }
    }

    @Test
    void rungs_whoseContextIsLost_areThoseBelowAndSaySo() {
        try (Chromium chromium = withWebGl();
                Page page = chromium.browser().newPage()) {
            page.navigate(server.origin() + "/rungs.js");
            Found found = Found.of((String) page.evaluate(RUN, "?lost&" + NETWORKS));
            assertEquals(0, found.deviations().get("2-8-8-1 shader"));
            assertEquals("the context was lost", found.missing().get("2-8-8-1 shader"));
            assertEquals("the context was lost", found.settled().get("2-32-32-1"));
        }
    }

    @Test
    void rungs_inAFrameOfAnotherOrigin_areThere() {
        inFrame("", frame -> {
            Found found = Found.of((String) frame.evaluate(RUN, "?" + NETWORKS));
            assertTrue(found.deviations().getOrDefault("2-8-8-1 shader", Double.NaN) <= STATED, found.toString());
        });
    }

    /** Such a frame has an origin of its own, which no file shares; a worker from a blob the policy does not allow. */
    @Test
    void rungs_inASandboxWithoutOrigin_areMissingWithTheWorker() {
        inFrame("sandbox='allow-scripts'", frame -> {
            PlaywrightException refused = assertThrows(
                    PlaywrightException.class, () -> frame.evaluate(RUN, "?" + NETWORKS), "has embedding changed?");
            String reason = String.valueOf(refused.getMessage());
            assertTrue(reason.contains("cannot be accessed from origin 'null'"), reason);
        });
    }

    private interface Check {
        void of(Frame frame);
    }

    private static void inFrame(String attributes, Check check) {
        try (Chromium chromium = withWebGl();
                Page page = chromium.browser().newPage()) {
            page.setContent("<iframe src='" + server.origin() + "/rungs-worker.js' " + attributes + "></iframe>");
            page.waitForCondition(() -> page.frames().size() == 2);
            Frame frame = page.frames().get(1);
            frame.waitForURL("**/rungs-worker.js");
            check.of(frame);
        }
    }

    private static Chromium withWebGl() {
        return Chromium.start("--use-angle=swiftshader", "--enable-unsafe-swiftshader");
    }

    private static void checkWithWebGl(String query) {
        try (Chromium chromium = withWebGl();
                Page page = chromium.browser().newPage()) {
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text() + " " + message.location()));
            page.navigate(server.origin() + "/rungs.js");
            Found found = Found.of((String) page.evaluate(RUN, query));
            List<Executable> checks = new ArrayList<>();
            found.deviations()
                    .forEach((name, deviation) -> checks.add(
                            () -> assertTrue(deviation <= STATED, name + " differs from the program by " + deviation)));
            checks.add(() -> assertEquals(
                    Map.of(
                            "batch normalization shader",
                            "tanh of all rows is used after a sum over them, and a pixel keeps no rows"),
                    found.missing()));
            checks.add(() -> assertTrue(
                    List.of("the shader is faster", "the shader is slower")
                            .contains(found.settled().get("2-32-32-1")),
                    found.settled().toString()));
            checks.add(() -> assertEquals(
                    found.missing().get("batch normalization shader"),
                    found.settled().get("batch normalization")));
            // A script that is shown as a page has no icon.
            complaints.removeIf(complaint -> complaint.contains("/favicon.ico"));
            checks.add(() -> assertEquals(List.of(), complaints));
            assertAll(checks);
        }
    }

    /** What the program printed. */
    private record Found(Map<String, Double> deviations, Map<String, String> missing, Map<String, String> settled) {
        static Found of(String text) {
            Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String line : text.split("\n", -1)) {
                String[] cells = line.split("\t", -1);
                if (cells[0].equals("ladder")) {
                    found.settled.put(cells[1], cells[2]);
                } else if (cells[2].equals("-")) {
                    found.missing.put(cells[0] + " " + cells[1], cells[3]);
                } else {
                    found.deviations.put(cells[0] + " " + cells[1], Double.parseDouble(cells[2]));
                }
            }
            return found;
        }
    }
}
