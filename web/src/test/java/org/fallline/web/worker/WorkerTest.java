package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's worker as a browser runs it, under the policy that the site is served with. */
class WorkerTest {
    /** Runs the chapter's model for one step; answers with the build and the two losses. */
    private static final String ASK = "() => new Promise((resolve, reject) => {"
            + "const worker = new Worker('worker.js', {type: 'module'});"
            + "let build = '';"
            + "worker.onmessage = ({data}) => {"
            + " if (data.kind === 'ready') { build = data.text; }"
            + " else { resolve({build, kind: data.kind, text: data.text, numbers: Array.from(data.numbers)}); } };"
            + "worker.onerror = e => reject(new Error('The worker failed: ' + e.message));"
            + "worker.postMessage({kind: 'run', id: 7, numbers: new Float64Array(0), text: EXPERIMENT});"
            + "})";

    private static final String CHAPTER = "{\"version\":1,\"problem\":{\"kind\":\"linear\",\"x\":[[1,2]],\"y\":[[1]],"
            + "\"W\":[[0.1],[0.2]],\"b\":[0.3]},\"steps\":1}";

    /** Dimension, length, two losses, then two states of W and b, then their gradients. */
    private static final double[] EXPECTED = {
        3, 2, 0.04, 0.030976, 0.1, 0.2, 0.3, 0.104, 0.208, 0.304, -0.4, -0.8, -0.4, -0.352, -0.704, -0.352
    };

    /**
     * Asks for the findings of a network's first two parameters of five, for those of a smaller part, then for a point; answers
     * with the kinds and numbers of three answers.
     */
    private static final String INSPECT = "() => new Promise((resolve, reject) => {"
            + "const worker = new Worker('worker.js', {type: 'module'});"
            + "const answers = [];"
            + "const post = (kind, id, text, numbers) =>"
            + " worker.postMessage({kind, id, text, numbers: new Float64Array(numbers)});"
            + "const slice = [5, 0, 0, 1, 1, 1, 5, 1, 0, 0, 0, 0, 5, 0, 1, 0, 0, 0, -1, 1, -1, 1, 1];"
            + "worker.onmessage = ({data}) => {"
            + " if (data.kind === 'ready') {"
            + "  post('findings', 1, EXPERIMENT, slice.concat([-1, 1, -1, 1]));"
            + "  post('findings', 2, '', slice.concat([-2, 2, -2, 2]));"
            + "  post('point', 3, '', [0, 0, 0, 0, 1]);"
            + "  post('standing', 4, '', [0, 0, 0, 0, 1]);"
            + " } else {"
            + "  answers.push({kind: data.kind, id: data.id, text: data.text, numbers: Array.from(data.numbers)});"
            + "  if (answers.length === 3) { resolve(answers); }"
            + " } };"
            + "worker.onerror = e => reject(new Error('The worker failed: ' + e.message));"
            + "})";

    /** ŷ = x·w + b with two inputs, in two layers: with w = 0 the output is the last bias. */
    private static final String NETWORK =
            "{\"version\":1,\"problem\":{\"kind\":\"network\",\"dataset\":{\"kind\":\"circle\",\"size\":2000},"
                    + "\"layers\":[{\"units\":1,\"activation\":\"tanh\"},{\"units\":1}],\"loss\":\"meanSquaredError\"}}";

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private FileServer server;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openPage() {
        server = FileServer.start(Path.of("target/site"), FileServer.STRICT_POLICY);
        BrowserContext context = CHROMIUM.browser().newContext();
        context.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        context.onWebError(error -> complaints.add(error.error()));
        page = context.newPage();
    }

    @AfterEach
    void closePage() {
        Chromium.showGarbageCollection(page.context());
        page.context().close();
        server.close();
    }

    @Test
    void worker_underStrictPolicy_runsAsWebAssemblyWithoutComplaint() {
        assertChapter("WebAssembly", ask(CHAPTER));

        assertTrue(server.served().contains("/app.wasm"));
        assertFalse(server.served().contains("/app.js"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void worker_withoutGarbageCollection_runsAsJavaScriptWithoutComplaint() {
        Chromium.hideGarbageCollection(page.context());
        assertChapter("JavaScript", ask(CHAPTER));

        assertTrue(server.served().contains("/app.js"));
        assertFalse(server.served().contains("/app.wasm"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void worker_givenWhatIsNoExperiment_saysWhyAndGoesOn() {
        Map<?, ?> answer = ask("{}");

        assertEquals("failed", answer.get("kind"));
        assertEquals("the field \"version\" is missing", answer.get("text"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void questionAboutAPoint_doesNotWaitForFindings_andOnlyTheNewestFindingsAreFound() {
        page.navigate(server.origin() + "/");
        List<?> answers =
                assertInstanceOf(List.class, page.evaluate(INSPECT.replace("EXPERIMENT", "'" + NETWORK + "'")));
        List<String> kinds = answers.stream()
                .map(answer -> ((Map<?, ?>) answer).get("kind") + " " + ((Map<?, ?>) answer).get("id"))
                .toList();
        assertEquals(List.of("noted 3", "stood 4", "found 2"), kinds, answers.toString());
        assertEquals(List.of(), complaints);
    }

    private Map<?, ?> ask(String experiment) {
        page.navigate(server.origin() + "/");
        return (Map<?, ?>) page.evaluate(ASK.replace("EXPERIMENT", "'" + experiment + "'"));
    }

    private static void assertChapter(String build, Map<?, ?> answer) {
        assertEquals(build, answer.get("build"));
        assertEquals("ran", answer.get("kind"));
        List<?> numbers = assertInstanceOf(List.class, answer.get("numbers"));
        assertArrayEquals(
                EXPECTED,
                numbers.stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray(),
                1e-15);
    }
}
