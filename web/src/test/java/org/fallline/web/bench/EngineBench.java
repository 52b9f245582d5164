package org.fallline.web.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;

/**
 * Steps a second of the engine's loops on the JVM, as JavaScript and as WebAssembly, beside the same loops written by hand in
 * JavaScript. All of them take turns in several rounds, so that a busy machine slows them alike; the median counts.
 *
 * <p>Argument: the folder with the compiled loops and the reference.
 */
public final class EngineBench {
    private static final int STEPS = 20_000;

    private static final int ROUNDS = 9;
    private static final double SECONDS = 0.25;

    /** Where a loop runs: ours, then the hand-written one in the browser. */
    private enum Platform {
        JVM("JVM"),
        JAVASCRIPT("JavaScript"),
        WEBASSEMBLY("WebAssembly"),
        REFERENCE("reference");

        private final String label;

        Platform(String label) {
            this.label = label;
        }
    }

    /** How far the losses may differ: the references form their derivatives in another order. */
    private static final double TOLERANCE = 1e-9;

    private static final String LOAD = "async () => { window.loops = {"
            + "JAVASCRIPT: await import('/loops.js'),"
            + "WEBASSEMBLY: (await (await import('/loops.wasm-runtime.js')).load('/loops.wasm')).exports,"
            + "REFERENCE: await import('/engine.js')}; }";

    /** Steps a second of one loop on one platform, called until the time is up. */
    private static final String MEASURE = "([platform, loop, steps, seconds]) => {"
            + "const run = loops[platform][loop]; const start = performance.now(); let calls = 0; let now = start;"
            + "while (now - start < 1000 * seconds) { run(steps); calls++; now = performance.now(); }"
            + "return calls * steps / ((now - start) / 1000); }";

    private static final String RESULT = "([platform, loop, steps]) => loops[platform][loop](steps)";

    private final Page page;

    private EngineBench(Page page) {
        this.page = page;
    }

    public static void main(String[] args) {
        try (Chromium chromium = Chromium.start();
                FileServer server = FileServer.start(Path.of(args[0]), FileServer.STRICT_POLICY);
                Page page = chromium.browser().newPage()) {
            // Any document of the origin will do.
            page.navigate(server.origin() + "/engine.js");
            page.evaluate(LOAD);
            EngineBench bench = new EngineBench(page);
            bench.run("Adam on Rosenbrock", "rosenbrockByAdam", EngineLoops::rosenbrockByAdam);
            bench.run("SGD on the linear model", "linearBySgd", EngineLoops::linearBySgd);
        }
    }

    private void run(String title, String loop, IntToDoubleFunction onJvm) {
        double expected = (Double) page.evaluate(RESULT, List.of(Platform.REFERENCE.name(), loop, 200));
        for (Platform platform : Platform.values()) {
            double loss = platform == Platform.JVM
                    ? onJvm.applyAsDouble(200)
                    : (Double) page.evaluate(RESULT, List.of(platform.name(), loop, 200));
            if (!(Math.abs(loss - expected) <= TOLERANCE * expected)) {
                throw new IllegalStateException(
                        title + " on " + platform + " gives " + loss + ", the reference " + expected);
            }
        }
        double[][] speeds = new double[Platform.values().length][ROUNDS];
        // The round before the first lets the platforms compile what runs often.
        for (int round = -1; round < ROUNDS; round++) {
            for (Platform platform : Platform.values()) {
                double speed = platform == Platform.JVM
                        ? speedOnJvm(onJvm)
                        : ((Number) page.evaluate(MEASURE, List.of(platform.name(), loop, STEPS, SECONDS)))
                                .doubleValue();
                speeds[platform.ordinal()][Math.max(round, 0)] = speed;
            }
        }
        double reference = median(speeds[Platform.REFERENCE.ordinal()]);
        for (Platform platform : List.of(Platform.JVM, Platform.JAVASCRIPT, Platform.WEBASSEMBLY)) {
            double ours = median(speeds[platform.ordinal()]);
            System.out.printf(
                    "%s, %s, steps/s\t%.0f\t%.0f\t%.3f%n", title, platform.label, ours, reference, ours / reference);
        }
    }

    private static double speedOnJvm(IntToDoubleFunction loop) {
        long start = System.nanoTime();
        long now = start;
        int calls = 0;
        double loss = 0;
        while (now - start < SECONDS * 1e9) {
            loss = loop.applyAsDouble(STEPS);
            calls++;
            now = System.nanoTime();
        }
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("The loop diverged");
        }
        return calls * (double) STEPS / ((now - start) * 1e-9);
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
