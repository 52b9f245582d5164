package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation of {@link OpCases} owes: its value, its derivatives, one result however it is run, and a text form. */
class OpTest {
    private static final Path SOURCES = Path.of("src/main/java/org/fallline/autodiff");

    private static final List<Class<?>> VOCABULARY =
            List.of(Ops.class, Reductions.class, Layouts.class, Activations.class, Convolutions.class);

    /** Where rounding and truncation of a central difference balance. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** The error of either is about STEP² of a derivative, and third derivatives are up to a hundred times the first. */
    private static final double DIFFERENCE_TOLERANCE = 100 * STEP * STEP;

    /** A few units in the last place: the platform's functions and ours need not round alike. */
    private static final double VALUE_TOLERANCE = 8 * Math.ulp(1.0);

    static Stream<OpRow> rows() {
        return OpCases.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void value_randomInputs_agreesWithTheNaiveReference(OpRow row) {
        forEachCase(row, (tried, random) -> {
            double[] values = tried.sample(random);
            double[] expected = tried.reference().apply(tried.tensors(values));
            double[] actual =
                    tried.build().apply(tried.constants(values)).value().toArray();
            assertEquals(expected.length, actual.length, "elements");
            for (int i = 0; i < actual.length; i++) {
                assertEquals(expected[i], actual[i], VALUE_TOLERANCE * Math.max(1, Math.abs(expected[i])));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void derivatives_randomDirections_agreeWithCentralDifferencesToSecondOrder(OpRow row) {
        forEachCase(row, (tried, random) -> {
            Node y = tried.build().apply(tried.layout().inputs());
            Tensor weights = Tensor.of(y.shape(), normals(random, y.shape().size()), 0);
            Function<List<Node>, Node> projected =
                    inputs -> Ops.sum(Ops.multiply(tried.build().apply(inputs), Ops.constant(weights)));
            checkDerivative(tried.layout(), projected, tried.sample(random), random, 2);
        });
    }

    /** Compares ⟨∇f, v⟩ with (f(x + hv/2) − f(x − hv/2)) / h, and then does the same to a random projection of ∇f. */
    private static void checkDerivative(
            ParameterLayout layout, Function<List<Node>, Node> f, double[] at, Random random, int order) {
        ValueAndGradient compiled = ValueAndGradient.of(layout, f);
        double[] gradient = new double[at.length];
        compiled.valueAndGradient(at, gradient);
        double[] direction = normals(random, at.length);
        double difference =
                (compiled.value(moved(at, direction, STEP / 2)) - compiled.value(moved(at, direction, -STEP / 2)))
                        / STEP;
        double product = 0;
        double scale = 1 + Math.abs(compiled.value(at));
        for (int i = 0; i < at.length; i++) {
            product += gradient[i] * direction[i];
            scale += Math.abs(gradient[i]);
        }
        assertEquals(difference, product, DIFFERENCE_TOLERANCE * scale, () -> "derivative of order " + (3 - order));
        if (order > 1) {
            double[] weights = normals(random, at.length);
            checkDerivative(layout, inputs -> projectedGradient(layout, f, inputs, weights), at, random, order - 1);
        }
    }

    private static Node projectedGradient(
            ParameterLayout layout, Function<List<Node>, Node> f, List<Node> inputs, double[] weights) {
        ReversePass pass = ReversePass.of(f.apply(inputs), inputs);
        Node sum = Ops.constant(0);
        for (int i = 0; i < inputs.size(); i++) {
            Node input = inputs.get(i);
            Node weight = Ops.constant(Tensor.of(input.shape(), weights, layout.offset(i)));
            sum = Ops.add(sum, Ops.sum(Ops.multiply(pass.cotangentOrZeros(input), weight)));
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tapeAndProgram_sameInputs_agreeInBitsToSecondOrder(OpRow row) {
        forEachCase(row, (tried, random) -> {
            double[] values = tried.sample(random);
            List<double[]> traced = traced(tried, values, false);
            List<double[]> simplified = traced(tried, values, true);
            List<double[]> taped = taped(tried, values);
            for (int i = 0; i < traced.size(); i++) {
                assertArrayEquals(taped.get(i), traced.get(i), "output " + i);
                assertArrayEquals(taped.get(i), simplified.get(i), "simplified output " + i);
            }
        });
    }

    /** The value, the gradients of its sum, and the gradients of the sum of those, by a program. */
    private static List<double[]> traced(OpCase row, double[] values, boolean simplify) {
        List<Node> inputs = row.layout().inputs();
        List<Node> outputs = new ArrayList<>(List.of(row.build().apply(inputs)));
        ReversePass first = ReversePass.of(outputs.get(0), inputs);
        inputs.forEach(input -> outputs.add(first.cotangentOrZeros(input)));
        ReversePass second = ReversePass.of(total(outputs.subList(1, outputs.size())), inputs);
        inputs.forEach(input -> outputs.add(second.cotangentOrZeros(input)));
        List<Node> computed = simplify ? Simplify.simplify(outputs) : outputs;
        Program program = simplify ? Program.compact(inputs, computed) : Program.of(inputs, computed);
        program.run(values);
        return computed.stream().map(node -> program.value(node).toArray()).toList();
    }

    /** The same by tapes. */
    private static List<double[]> taped(OpCase row, double[] values) {
        List<Node> inputs = row.constants(values);
        List<Node> outputs = new ArrayList<>();
        try (GradientTape outer = GradientTape.persistent()) {
            inputs.forEach(outer::watch);
            try (GradientTape inner = new GradientTape()) {
                inputs.forEach(inner::watch);
                outputs.add(row.build().apply(inputs));
                ReversePass first = inner.gradients(outputs.get(0), inputs);
                inputs.forEach(input -> outputs.add(first.cotangentOrZeros(input)));
            }
            Node sum = total(outputs.subList(1, outputs.size()));
            ReversePass second = outer.gradients(sum, inputs);
            inputs.forEach(input -> outputs.add(second.cotangentOrZeros(input)));
        }
        return outputs.stream().map(node -> node.value().toArray()).toList();
    }

    private static Node total(List<Node> nodes) {
        return nodes.stream().map(Ops::sum).reduce(Ops::add).orElseThrow();
    }

    private static void forEachCase(OpRow row, BiConsumer<OpCase, Random> check) {
        Cases.forEachSeed(10, random -> {
            for (OpCase tried : row.cases(random)) {
                try {
                    check.accept(tried, random);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError(tried + ": " + e.getMessage(), e);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void graph_ofTheOperation_readsAsItsComposition(OpRow row) {
        List<Node> inputs = row.example().layout().inputs();
        String text =
                Graph.of(inputs, List.of(row.example().build().apply(inputs))).toString();
        String computed = text.lines().skip(inputs.size()).collect(Collectors.joining("; "));
        assertEquals(row.text(), computed);
    }

    @Test
    void everyPrimitive_ofThePackage_isInSomeRow() throws IOException {
        Set<String> covered = new TreeSet<>();
        for (OpRow row : OpCases.ROWS) {
            List<Node> inputs = row.example().layout().inputs();
            Node result = row.example().build().apply(inputs);
            for (Node node : Graph.of(inputs, List.of(result)).nodes()) {
                covered.add(node.op().getClass().getSimpleName());
            }
        }
        Set<String> primitives = primitives();
        primitives.removeAll(covered);
        assertEquals(Set.of(), primitives, "ops without a row in OpCases");
    }

    @Test
    void everyPrimitive_ofThePackage_saysItsDerivativeAndSource() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (String name : primitives()) {
            String source = Files.readString(SOURCES.resolve("op/" + name + ".java"));
            String javadoc = source.substring(source.indexOf("/**"), source.indexOf("public record " + name));
            if (!saysDerivativeAndSource(javadoc)) {
                silent.add(name);
            }
        }
        assertEquals(Set.of(), silent, "ops whose class Javadoc lacks a derivative or a source");
    }

    @Test
    void everyMethod_ofTheVocabulary_saysItsDerivativeAndSourceOrWhereTheyAre() throws IOException {
        // To a class that has them, or to the method that this one is a form of.
        Pattern link = Pattern.compile("\\{@link [A-Z]|^ As \\{@link #");
        Pattern method = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public static Node (\\w+)\\(", Pattern.DOTALL);
        Set<String> silent = new TreeSet<>();
        int documented = 0;
        for (Class<?> vocabulary : VOCABULARY) {
            String source = Files.readString(SOURCES.resolve(vocabulary.getSimpleName() + ".java"));
            for (MatchResult found : method.matcher(source).results().toList()) {
                documented++;
                if (!link.matcher(found.group(1)).find() && !saysDerivativeAndSource(found.group(1))) {
                    silent.add(vocabulary.getSimpleName() + "." + found.group(2));
                }
            }
        }
        long methods = VOCABULARY.stream()
                .flatMap(vocabulary -> Arrays.stream(vocabulary.getDeclaredMethods()))
                .filter(declared -> Modifier.isPublic(declared.getModifiers()))
                .count();
        silent.remove("Ops.apply");
        assertEquals(Set.of(), silent, "methods whose Javadoc lacks a derivative or a source, and a link to them");
        assertEquals(methods, documented, "methods with a Javadoc");
    }

    private static boolean saysDerivativeAndSource(String javadoc) {
        return javadoc.contains("erivative") && javadoc.contains("Source");
    }

    /** The records of the package, a primitive each. */
    private static Set<String> primitives() throws IOException {
        Set<String> primitives = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve("op"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (Files.readString(file).contains("public record " + name + "(")) {
                    primitives.add(name);
                }
            }
        }
        return primitives;
    }

    @Test
    void everyMethod_ofTheVocabulary_hasARow() {
        Set<String> methods = VOCABULARY.stream()
                .flatMap(vocabulary -> Arrays.stream(vocabulary.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        // What any op is applied by, and the leaf that has no value outside of a program.
        methods.removeAll(Set.of("Ops.apply", "Ops.literal"));
        OpCases.ROWS.forEach(row -> methods.remove(row.example().method()));
        assertEquals(Set.of(), methods, "methods of the vocabulary without a row in OpCases");
    }

    private static double[] normals(Random random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static double[] moved(double[] from, double[] direction, double distance) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += distance * direction[i];
        }
        return to;
    }
}
