package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's worker as a browser runs it, under the policy that the site is served with. */
class WorkerTest {
    private static final String ASK = "() => new Promise((resolve, reject) => {"
            + "const worker = new Worker('worker.js', {type: 'module'});"
            + "worker.onmessage = e => resolve({build: e.data.build, values: Array.from(e.data.values)});"
            + "worker.onerror = e => reject(new Error('The worker failed: ' + e.message));"
            + "worker.postMessage(new Float64Array([0.1, -3]));"
            + "})";

    private static Chromium chromium;
    private FileServer server;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openPage() {
        server = FileServer.start(Path.of("target/site"), FileServer.STRICT_POLICY);
        BrowserContext context = chromium.browser().newContext();
        context.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
        page.navigate(server.origin() + "/");
    }

    @AfterEach
    void closePage() {
        page.context().close();
        server.close();
    }

    @Test
    void worker_underStrictPolicy_runsAsWebAssemblyWithoutComplaint() {
        Object answer = page.evaluate(ASK);

        assertEquals(Map.of("build", "WebAssembly", "values", List.of(0.2, -6)), answer);
        assertTrue(server.served().contains("/engine.wasm"));
        assertFalse(server.served().contains("/engine.js"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void worker_withoutGarbageCollection_runsAsJavaScriptWithoutComplaint() {
        page.context().route("**/worker.js", route -> {
            APIResponse response = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(response)
                    .setBody("WebAssembly.validate = () => false;\n" + response.text()));
        });
        Object answer = page.evaluate(ASK);

        assertEquals(Map.of("build", "JavaScript", "values", List.of(0.2, -6)), answer);
        assertTrue(server.served().contains("/engine.js"));
        assertFalse(server.served().contains("/engine.wasm"));
        assertEquals(List.of(), complaints);
    }
}
