package org.fallline.web.bench;

import com.microsoft.playwright.Browser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;

/**
 * How fast the engine's loops are on the JVM, as JavaScript and as WebAssembly, beside the same loops written by hand in
 * JavaScript and in TensorFlow.js, and whether all end at the same loss.
 *
 * <p>All platforms take turns in several rounds, so that a busy machine slows them alike; the median counts.
 *
 * <p>Arguments: the folder with the compiled loops and the references; which figures, names separated by spaces, or
 * {@code all}. A figure that is asked for by name is taken apart as well: how fast the losses alone are, and with gradients.
 */
public final class EngineBench {
    private static final int ROUNDS = 15;
    private static final int SCALING_ROUNDS = 5;
    private static final double SECONDS = 0.05;

    /** The platforms compile in the background what runs often; this long they are let. */
    private static final double WARM_UP_SECONDS = 0.4;

    private static final int DIGITS = 4;
    private static final int LOSS_DIGITS = 10;

    /** How far the losses may differ, of their size: the hand-written loops form sums in another order. */
    private static final double TOLERANCE = 1e-9;

    /** A platform in a figure, and how fast it was in each round. */
    private record Contender(Platform platform, int count, List<Double> speeds) {
        double median() {
            return speeds.stream().sorted().skip(speeds.size() / 2).findFirst().orElseThrow();
        }
    }

    private final List<Platform> engine;
    private final Platform handwritten;
    private final List<Platform> tensorFlow;
    private final List<String> disagreements = new ArrayList<>();

    private EngineBench(List<Platform> engine, Platform handwritten, List<Platform> tensorFlow) {
        this.engine = engine;
        this.handwritten = handwritten;
        this.tensorFlow = tensorFlow;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        List<String> names = List.of(args[1].trim().split(" +", -1));
        boolean all = names.equals(List.of("all"));
        List<Figure> figures = chosen(Figure.ALL, Figure::key, names);
        List<Scaling> scalings = chosen(Scaling.ALL, Scaling::name, names);
        if (!all && figures.size() + scalings.size() < names.size()) {
            throw new IllegalArgumentException("not all of " + names + " are figures");
        }
        System.out.println("figure\tours\treference\tours / reference");
        try (Chromium chromium = Chromium.start();
                FileServer server = FileServer.start(folder, FileServer.STRICT_POLICY)) {
            EngineBench bench = open(chromium.browser(), server.origin(), folder);
            figures.forEach(figure -> bench.compare(figure, all ? List.of() : figure.parts()));
            scalings.forEach(bench::scale);
            bench.disagreements.forEach(System.err::println);
            if (!bench.disagreements.isEmpty()) {
                throw new IllegalStateException(bench.disagreements.size() + " losses differ; see above");
            }
        }
    }

    private static <T> List<T> chosen(List<T> table, Function<T, String> key, List<String> names) {
        return table.stream()
                .filter(entry -> names.equals(List.of("all")) || names.contains(key.apply(entry)))
                .toList();
    }

    private static EngineBench open(Browser browser, String origin, Path folder) {
        List<Platform> engine = List.of(
                new JvmPlatform(),
                PagePlatform.open(browser, origin, "JavaScript", "JavaScript"),
                PagePlatform.open(browser, origin, "WebAssembly", "WebAssembly"));
        Platform handwritten = PagePlatform.open(browser, origin, "hand-written", "hand-written JavaScript");
        if (!Files.isRegularFile(folder.resolve("tfjs/tf.es2017.min.js"))) {
            System.out.println("TensorFlow.js\t\tmissing: npm could not fetch it\t");
            return new EngineBench(engine, handwritten, List.of());
        }
        List<Platform> tensorFlow = List.of(
                PagePlatform.open(browser, origin, "tfjs-cpu", "TensorFlow.js cpu"),
                PagePlatform.open(browser, origin, "tfjs-wasm", "TensorFlow.js wasm"));
        return new EngineBench(engine, handwritten, tensorFlow);
    }

    private void compare(Figure figure, List<String> parts) {
        List<Contender> ours = contenders(engine, figure.count());
        Contender reference = new Contender(handwritten, figure.count(), new ArrayList<>());
        List<Contender> floats =
                figure.tensorFlowCount() == 0 ? List.of() : contenders(tensorFlow, figure.tensorFlowCount());
        List<Contender> doubles = new ArrayList<>(ours);
        doubles.add(reference);
        List<Contender> everyone = new ArrayList<>(doubles);
        everyone.addAll(floats);
        everyone.forEach(contender -> contender.platform().prepare(figure.task()));
        checkLosses(figure, everyone, floats);
        measure("run", everyone, ROUNDS);
        String title = figure.name() + ", " + figure.unit() + "/s, ";
        for (Contender other : everyone.subList(ours.size(), everyone.size())) {
            ours.forEach(contender -> print(title, contender, other));
        }
        floats.forEach(other -> print(title, reference, other));
        for (String part : parts) {
            measure(part, doubles, ROUNDS);
            ours.forEach(contender -> print(title + part + " only, ", contender, reference));
        }
    }

    /** Prints the loss that is farthest from the hand-written one, and notes each that is too far from it. */
    private void checkLosses(Figure figure, List<Contender> everyone, List<Contender> floats) {
        double expected = handwritten.lossAfter(figure.checked());
        double farthest = expected;
        String where = handwritten.name();
        String title = figure.name() + ", loss after " + figure.checked() + " " + figure.unit() + ", ";
        for (Contender contender : everyone) {
            double loss = contender.platform().lossAfter(figure.checked());
            double tolerance = floats.contains(contender) ? figure.floatTolerance() : TOLERANCE;
            double distance = Math.abs(loss - expected);
            if (!(distance <= tolerance * Math.abs(expected))) {
                disagreements.add(title + contender.platform().name() + ": " + loss + ", by hand " + expected
                        + "; they may differ by " + tolerance + " of that");
            }
            if (!(distance <= Math.abs(farthest - expected))) {
                farthest = loss;
                where = contender.platform().name();
            }
        }
        print(title + "farthest: " + where + " / " + handwritten.name(), farthest, expected, LOSS_DIGITS);
    }

    private void scale(Scaling scaling) {
        List<Contender> contenders = contenders(engine, 1);
        contenders.add(new Contender(handwritten, 1, new ArrayList<>()));
        int tasks = scaling.tasks().size();
        double[] sizes = new double[tasks];
        double[][] times = new double[contenders.size()][tasks];
        // Once for nothing: the first task would otherwise bear what the platforms learn for all of them.
        contenders.forEach(
                contender -> contender.platform().prepare(scaling.tasks().get(0)));
        measure("run", contenders, SCALING_ROUNDS);
        for (int i = 0; i < tasks; i++) {
            Task task = scaling.tasks().get(i);
            sizes[i] = scaling.size().applyAsDouble(task);
            contenders.forEach(contender -> contender.platform().prepare(task));
            measure("run", contenders, SCALING_ROUNDS);
            for (int k = 0; k < times.length; k++) {
                times[k][i] = 1 / contenders.get(k).median();
            }
        }
        for (int k = 0; k < times.length; k++) {
            String platform = contenders.get(k).platform().name();
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < tasks; i++) {
                smallest = Math.min(smallest, 1e9 * times[k][i] / sizes[i]);
            }
            for (int i = 0; i < tasks; i++) {
                Task task = scaling.tasks().get(i);
                String name = task.widths() + " batch " + task.batch() + ", ns/" + scaling.unit() + ", " + platform;
                print(name + " / its smallest", 1e9 * times[k][i] / sizes[i], smallest);
            }
            print(
                    "time as a power of " + scaling.name() + ", " + platform + " / linear",
                    Scaling.exponent(sizes, times[k]),
                    1);
        }
    }

    private static List<Contender> contenders(List<Platform> platforms, int count) {
        List<Contender> contenders = new ArrayList<>();
        platforms.forEach(platform -> contenders.add(new Contender(platform, count, new ArrayList<>())));
        return contenders;
    }

    /** Fills the contenders' speeds, after a warm-up. */
    private static void measure(String part, List<Contender> contenders, int rounds) {
        for (Contender contender : contenders) {
            contender.speeds().clear();
            contender.platform().speed(part, contender.count(), WARM_UP_SECONDS);
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                contender.speeds().add(contender.platform().speed(part, contender.count(), SECONDS));
            }
        }
    }

    private static void print(String title, Contender contender, Contender other) {
        print(
                title + contender.platform().name() + " / " + other.platform().name(),
                contender.median(),
                other.median());
    }

    private static void print(String name, double ours, double reference) {
        print(name, ours, reference, DIGITS);
    }

    private static void print(String name, double ours, double reference, int digits) {
        System.out.printf(
                "%s\t%s\t%s\t%s%n", name, text(ours, digits), text(reference, digits), text(ours / reference, digits));
    }

    /** Without an exponent; what is not finite, as it is. */
    private static String text(double number, int digits) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).round(new MathContext(digits)).toPlainString()
                : String.valueOf(number);
    }
}
