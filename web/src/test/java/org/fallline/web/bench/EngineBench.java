package org.fallline.web.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
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

    private static final int CHECKED_STEPS = 200;
    private static final int ROUNDS = 9;
    private static final double SECONDS = 0.25;

    /** How far the losses may differ: the references form their derivatives in another order. */
    private static final double TOLERANCE = 1e-9;

    private static final String LOAD = "async () => { window.loops = {"
            + "JavaScript: await import('/loops.js'),"
            + "WebAssembly: (await (await import('/loops.wasm-runtime.js')).load('/loops.wasm')).exports,"
            + "reference: await import('/engine.js')}; }";

    /** Steps a second of one loop on one platform, called until the time is up. */
    private static final String MEASURE = "([platform, loop, steps, seconds]) => {"
            + "const run = loops[platform][loop]; const start = performance.now(); let calls = 0; let now = start;"
            + "while (now - start < 1000 * seconds) { run(steps); calls++; now = performance.now(); }"
            + "return calls * steps / ((now - start) / 1000); }";

    private static final String RESULT = "([platform, loop, steps]) => loops[platform][loop](steps)";

    /** Where a loop runs, and how fast it was in each round. */
    private record Contender(String name, IntToDoubleFunction loop, DoubleSupplier speed, List<Double> speeds) {
        double median() {
            return speeds.stream().sorted().skip(speeds.size() / 2).findFirst().orElseThrow();
        }
    }

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
        Contender reference = inBrowser("reference", loop);
        List<Contender> ours = List.of(
                new Contender("JVM", onJvm, () -> speedOnJvm(onJvm), new ArrayList<>()),
                inBrowser("JavaScript", loop),
                inBrowser("WebAssembly", loop));
        double expected = reference.loop().applyAsDouble(CHECKED_STEPS);
        for (Contender contender : ours) {
            double loss = contender.loop().applyAsDouble(CHECKED_STEPS);
            if (!(Math.abs(loss - expected) <= TOLERANCE * expected)) {
                throw new IllegalStateException(
                        title + " on " + contender.name() + " gives " + loss + ", the reference " + expected);
            }
        }
        List<Contender> all = new ArrayList<>(ours);
        all.add(reference);
        measure(all);
        // The first round let the platforms compile what runs often.
        all.forEach(contender -> contender.speeds().clear());
        for (int round = 0; round < ROUNDS; round++) {
            measure(all);
        }
        for (Contender contender : ours) {
            System.out.printf(
                    "%s, %s, steps/s\t%.0f\t%.0f\t%.3f%n",
                    title,
                    contender.name(),
                    contender.median(),
                    reference.median(),
                    contender.median() / reference.median());
        }
    }

    private static void measure(List<Contender> contenders) {
        for (Contender contender : contenders) {
            contender.speeds().add(contender.speed().getAsDouble());
        }
    }

    private Contender inBrowser(String platform, String loop) {
        return new Contender(
                platform,
                steps -> number(page.evaluate(RESULT, List.of(platform, loop, steps))),
                () -> number(page.evaluate(MEASURE, List.of(platform, loop, STEPS, SECONDS))),
                new ArrayList<>());
    }

    private static double number(Object result) {
        return ((Number) result).doubleValue();
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
}
