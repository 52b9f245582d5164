package org.fallline.web.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Same program, same bits: on the JVM, as JavaScript on two engines and as WebAssembly. */
class ConformanceTest {
    private static final Path COMPILED = Path.of("target/conformance");
    private static final int SHOWN = 10;

    /** JavaScript: what the program prints becomes the elements of {@code lines}. */
    private static final String CAPTURE = "const lines = []; console.log = console.info = line => lines.push(line); ";

    private static List<String> expected;
    private static Chromium chromium;
    private static FileServer server;

    @BeforeAll
    static void start() {
        expected = new ArrayList<>();
        Conformance.print(new Lines(expected::add));
        chromium = Chromium.start();
        server = FileServer.start(COMPILED, FileServer.STRICT_POLICY);
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    @Test
    void program_onJvm_printsNamedAsciiLines() {
        assertFalse(expected.isEmpty());
        for (String line : expected) {
            assertTrue(line.matches("[ -~]+\t[ -~]*"), line);
        }
    }

    @Test
    void program_asJavaScriptOnGraal_printsWhatTheJvmPrints() throws IOException {
        Source program = Source.newBuilder(
                        "js", COMPILED.resolve("conformance.js").toFile())
                .mimeType("application/javascript+module")
                .build();
        try (Context context = Context.newBuilder("js")
                .option("js.esm-eval-returns-exports", "true")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            Value lines = context.eval("js", CAPTURE + "lines");
            context.eval(program).getMember("main").execute(context.eval("js", "[]"));
            compare(lines.as(String[].class));
        }
    }

    @Test
    void program_asJavaScriptInChromium_printsWhatTheJvmPrints() {
        compareInChromium("await import('/conformance.js')");
    }

    @Test
    void program_asWebAssemblyInChromium_printsWhatTheJvmPrints() {
        compareInChromium("(await (await import('/conformance.wasm-runtime.js')).load('/conformance.wasm')).exports");
    }

    private static void compareInChromium(String module) {
        try (Page page = chromium.browser().newPage()) {
            // Any document of the origin will do.
            page.navigate(server.origin() + "/conformance.js");
            Object text = page.evaluate("async () => {"
                    + CAPTURE
                    + "const module = " + module + ";"
                    + "module.main([]);"
                    + "return lines.join('\\n');"
                    + "}");
            compare(((String) text).split("\n"));
        }
    }

    private static void compare(String[] actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.length); i++) {
            String here = i < expected.size() ? expected.get(i) : "(no line)";
            String there = i < actual.length ? actual[i] : "(no line)";
            if (!here.equals(there)) {
                differences.add("line " + (i + 1) + "\n  JVM   " + here + "\n  there " + there);
            }
        }
        if (!differences.isEmpty()) {
            List<String> first = differences.subList(0, Math.min(SHOWN, differences.size()));
            fail(differences.size() + " of " + expected.size() + " lines differ; the first:\n"
                    + String.join("\n", first));
        }
    }
}
