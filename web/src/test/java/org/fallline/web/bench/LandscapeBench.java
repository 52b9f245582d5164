package org.fallline.web.bench;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;

/**
 * How fast the loss over a grid is by an emitted module, beside a kernel in C compiled to WebAssembly, plain JavaScript and the
 * compiled program, all in one page of a browser; and how far the losses are from those in doubles.
 *
 * <p>The fast ones take turns in several rounds, so that a busy machine slows them alike; the least time counts. Plain JavaScript
 * and the program are timed on a part of the grid.
 *
 * <p>Argument: the folder with the compiled loops and the references.
 */
public final class LandscapeBench {
    private static final int EXAMPLES = 500;
    private static final int DIGITS = 4;

    /** How far losses in single precision may be from those in doubles, of their size. */
    private static final double FLOAT_TOLERANCE = 1e-5;

    /** How far those in doubles may be from each other: sums are formed in another order. */
    private static final double DOUBLE_TOLERANCE = 1e-9;

    private record Grid(String widths, String activation, int side, int rounds, int part) {
        String title() {
            return widths + " " + activation + " " + side + "²";
        }

        Map<String, Object> message() {
            return Map.of(
                    "widths",
                    widths,
                    "activation",
                    activation,
                    "examples",
                    EXAMPLES,
                    "side",
                    side,
                    "rounds",
                    rounds,
                    "part",
                    part);
        }
    }

    private static final List<Grid> GRIDS = List.of(
            new Grid("2-8-8-1", "tanh", 128, 9, 4),
            new Grid("2-8-8-1", "relu", 128, 9, 4),
            new Grid("2-8-8-1", "tanh", 256, 5, 8),
            new Grid("2-32-32-1", "tanh", 128, 5, 8),
            new Grid("2-32-32-1", "tanh", 256, 3, 16));

    private LandscapeBench() {}

    public static void main(String[] args) {
        System.out.println("figure\tours\treference\tours / reference");
        boolean agreed = true;
        try (Chromium chromium = Chromium.start();
                FileServer server = FileServer.start(Path.of(args[0]), FileServer.STRICT_POLICY)) {
            for (Grid grid : GRIDS) {
                Page page = chromium.browser().newPage();
                // Any document of the origin will do.
                page.navigate(server.origin() + "/landscape.js");
                Object result = page.evaluate(
                        "async figure => ({ result: await (await import('/landscape.js')).compare(figure) })",
                        grid.message());
                agreed &= report(grid, map((Map<?, ?>) result, "result"));
                page.close();
            }
        }
        if (!agreed) {
            throw new IllegalStateException("losses differ; see above");
        }
    }

    private static boolean report(Grid grid, Map<?, ?> result) {
        Map<?, ?> times = map(result, "times");
        String relaxed = Boolean.TRUE.equals(result.get("fused")) ? "relaxed" : "relaxed (not in this browser: strict)";
        String title = grid.title() + ", ms, ";
        line(title + relaxed + " / C kernel", number(times, "relaxed"), number(times, "C kernel"));
        line(title + "strict / C kernel", number(times, "strict"), number(times, "C kernel"));
        line(title + "two workers / one core", number(times, "two workers"), number(times, "relaxed"));
        line(title + "called from the engine / from JavaScript", number(times, "engine"), number(times, "relaxed"));
        line(title + relaxed + " / plain JavaScript", number(times, "relaxed"), number(times, "JavaScript"));
        line(title + relaxed + " / compiled program", number(times, "relaxed"), number(times, "program"));
        line(title + "first emission / 10", number(result, "firstEmission"), 10);
        line(title + "emission when warm / 10", number(result, "emission"), 10);
        line(title + "first instantiation / 1", number(result, "instantiation"), 1);
        line(grid.title() + ", bytes, module / 15000", number(result, "bytes"), 15_000);
        boolean agreed = true;
        Map<?, ?> errors = map(result, "errors");
        for (Object name : errors.keySet()) {
            boolean doubles = name.equals("JavaScript") || name.equals("program");
            double tolerance = doubles ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
            double error = number(errors, name);
            line(grid.title() + ", greatest relative error, " + name + " / tolerated", error, tolerance);
            agreed &= error <= tolerance;
        }
        return agreed;
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        if (map.get(name) instanceof Map<?, ?> value) {
            return value;
        }
        throw new IllegalStateException("the page gave no " + name + ": " + map);
    }

    private static double number(Map<?, ?> map, Object name) {
        return map.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static void line(String name, double ours, double reference) {
        System.out.printf("%s\t%s\t%s\t%s%n", name, text(ours), text(reference), text(ours / reference));
    }

    private static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).round(new MathContext(DIGITS)).toPlainString()
                : String.valueOf(number);
    }
}
