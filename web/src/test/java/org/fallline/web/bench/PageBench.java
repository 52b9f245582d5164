package org.fallline.web.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;

/**
 * How soon the page answers, in Chromium: the time from what a visitor does to the end of the first frame that shows another map,
 * and the longest task of the page's main thread until the map is fine.
 *
 * <p>Latencies are what a clock on the wall says; tasks are measured in the thread's own time, which other programs on the
 * machine do not lengthen. The reference is what we aim at.
 *
 * <p>Arguments: the folder with the site, and the one with {@code page.js}.
 */
public final class PageBench {
    private static final int ROUNDS = 9;

    /** How often an act is traced: the first times the browser still compiles. */
    private static final int TRACES = 5;

    /** Milliseconds within which there should be a picture. */
    private static final double PICTURE = 50;

    /** Milliseconds of a frame. */
    private static final double FRAME = 16;

    private static final String NETWORK = """
            {"version":1,"steps":100,"optimizers":[{"kind":"adam","learningRate":0.05}],
             "problem":{"kind":"network","dataset":{"kind":"circle","size":500},
                        "layers":[{"units":8,"activation":"tanh"},{"units":8,"activation":"tanh"},
                                  {"units":1,"activation":"tanh"}]}}""";

    private final Browser browser;
    private final String origin;
    private final String script;

    private PageBench(Browser browser, String origin, String script) {
        this.browser = browser;
        this.origin = origin;
        this.script = script;
    }

    public static void main(String[] args) throws IOException {
        System.out.println("figure\tours\treference\tours / reference");
        try (Chromium chromium = Chromium.start();
                FileServer server = FileServer.start(Path.of(args[0]), FileServer.STRICT_POLICY)) {
            PageBench bench =
                    new PageBench(chromium.browser(), server.origin(), Files.readString(Path.of(args[1], "page.js")));
            bench.opening();
            bench.slowOpening();
            bench.frames();
            bench.network();
            bench.changes("2-8-8-1", NETWORK, "AXES", "RANDOM", "PRINCIPAL", "CURVATURE", "POINTS", "LINE");
            bench.changes("2-8-8-1, 1000 steps", NETWORK.replace("100", "1000"), "PRINCIPAL");
            bench.changes("2-32-32-1", widened(32), "AXES", "RANDOM", "PRINCIPAL", "CURVATURE", "POINTS", "LINE");
            bench.changes("2-62-62-1", widened(62), "AXES", "PRINCIPAL", "CURVATURE");
            bench.functions();
        }
    }

    /** A page on which an experiment is shown, and {@code page.js} in it. */
    private Page open(String fragment) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
        page.addInitScript(script);
        page.navigate(origin + "/index.html" + fragment);
        return page;
    }

    private void opening() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Page page = open(networkFragment());
            times.add(number(page.evaluate("bench.opened()")));
            page.close();
        }
        print("page opened with a 2-8-8-1 network, first map, ms / aim", median(times), 1000);
    }

    /** The first page on a processor that is four times slower, until its controls answer. */
    private void slowOpening() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                JsonObject slowness = new JsonObject();
                slowness.addProperty("rate", 4);
                context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", slowness);
                page.addInitScript(script);
                page.navigate(origin + "/index.html");
                times.add(number(page.evaluate("bench.interactive()")));
            }
        }
        print("page opened, 4 times slower processor, controls answer, ms / aim", median(times), 1000);
    }

    /** The longest of a hundred frames, as seen, while time runs. */
    private void frames() {
        StringBuilder race = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            race.append(i == 1 ? "" : ",")
                    .append("{\"kind\":\"adam\",\"learningRate\":")
                    .append(0.01 * i)
                    .append('}');
        }
        frames(
                "eight optimizers on Rosenbrock",
                "{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"rosenbrock\"},"
                        + "\"steps\":1000,\"optimizers\":[" + race + "]}",
                "");
        frames("2-8-8-1, training and refining", NETWORK.replace("100", "1000"), "bench.press('reseed')");
    }

    /** Beside the frames of a page with nothing in it, which is what machine and browser can do at best. */
    private void frames(String name, String experiment, String act) {
        List<Double> ours = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Page empty = browser.newPage();
            empty.addInitScript(script);
            empty.navigate(origin + "/icon.svg");
            best.add(number(empty.evaluate("bench.frames(4000)")));
            empty.close();
            Page page = open("#" + ExperimentUrl.write(ExperimentCodec.read(experiment)));
            page.evaluate("bench.settle()");
            page.evaluate("() => { bench.press('play'); " + act + "; }");
            ours.add(number(page.evaluate("bench.frames(4000)")));
            page.close();
        }
        print(name + ", 99th of 100 frames, ms / an empty page", median(ours), median(best));
    }

    private void network() {
        List<Double> firsts = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Page fresh = open(networkFragment());
            fresh.evaluate("bench.settle()");
            firsts.add(latency(fresh, "bench.choose('plane', 'RANDOM')"));
            fresh.close();
        }
        print("2-8-8-1, the first other plane of a fresh page, first picture, ms / aim", median(firsts), PICTURE);
        Page page = open(networkFragment());
        page.evaluate("bench.settle()");
        page.evaluate("bench.choose('plane', 'RANDOM')");
        page.evaluate("bench.settle()");
        latency("2-8-8-1, another plane", page, "bench.press('reseed')", "bench.press('reseed')");
        latency("2-8-8-1, one zoom step", page, "bench.press('zoom-in')", "bench.press('zoom-out')");
        latency("2-8-8-1, other colours", page, "bench.choose('colors', 'viridis')", "bench.choose('colors', 'fell')");
        longest("2-8-8-1, refining another plane", page, "bench.press('reseed')");
        longest("2-8-8-1, refining after a zoom", page, "bench.press('zoom-in')");
        longest("2-8-8-1, dragging the map", page, "bench.drag(60)");
        longest("2-8-8-1, stepping forward", page, "bench.press('forward')");
        page.evaluate("bench.choose('projection', 'surface')");
        page.evaluate("bench.settle()");
        longest("2-8-8-1, turning the surface", page, "bench.drag(20)");
        longest("2-8-8-1, refining the surface", page, "bench.press('reseed')");
        page.close();
    }

    /** Changes of a network, seen in planes of each kind: those of its walk cannot be known before it has been walked. */
    private void changes(String name, String experiment, String... planes) {
        Page page = open("#" + ExperimentUrl.write(ExperimentCodec.read(experiment)));
        page.evaluate("bench.settle()");
        for (String plane : planes) {
            page.evaluate("bench.choose('plane', '" + plane + "')");
            page.evaluate("bench.settle()");
            String shown = name + ", one unit more or less, plane " + plane.toLowerCase(Locale.ROOT);
            latency(shown, page, "bench.count('+')", "bench.count('−')");
        }
        page.close();
    }

    /** A network with so many units in each hidden layer. */
    private static String widened(int units) {
        return NETWORK.replace("\"units\":8", "\"units\":" + units);
    }

    private void functions() {
        Page page = open("");
        page.evaluate("bench.settle()");
        String himmelblau = "bench.descend('himmelblau')";
        String rosenbrock = "bench.descend('rosenbrock')";
        latency("another test function", page, rosenbrock, himmelblau);
        longest(
                "another test function, refining",
                page,
                "bench.descend(document.getElementById('problem-himmelblau').checked ? 'rosenbrock' : 'himmelblau')");
        longest("Himmelblau, dragging the map", page, "bench.drag(60)");
        page.close();
    }

    private static double latency(Page page, String act) {
        return number(page.evaluate("bench.latency(() => { " + act + "; })"));
    }

    private static void latency(String name, Page page, String act, String undo) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            double time = latency(page, i % 2 == 0 ? act : undo);
            page.evaluate("bench.settle()");
            if (i > 0) {
                times.add(time);
            }
        }
        print(name + ", first picture, ms / aim", median(times), PICTURE);
    }

    private void longest(String name, Page page, String act) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            Trace trace = Trace.of(browser, page, () -> {
                page.evaluate("async () => { await " + act + "; }");
                page.evaluate("bench.settle()");
            });
            times.add(trace.longestTask());
        }
        print(name + ", longest task, ms / aim", median(times), FRAME);
    }

    private static String networkFragment() {
        return "#" + ExperimentUrl.write(ExperimentCodec.read(NETWORK));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static double number(Object result) {
        return ((Number) result).doubleValue();
    }

    private static void print(String name, double ours, double reference) {
        System.out.printf(Locale.ROOT, "%s\t%.1f\t%.1f\t%.2f%n", name, ours, reference, ours / reference);
    }
}
