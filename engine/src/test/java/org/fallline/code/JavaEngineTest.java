package org.fallline.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.problem.TestFunction;
import org.fallline.problem.TestFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaEngineTest {
    @TempDir
    Path directory;

    static List<String> varied() {
        List<String> cases = new ArrayList<>(CodeCases.varied());
        cases.add(CodeCases.function(
                "rosenbrock",
                "{\"kind\":\"adamw\",\"changes\":[{\"step\":5,\"learningRate\":0.1,\"clipNorm\":1},"
                        + "{\"step\":9,\"weightDecay\":0.1,\"clipNorm\":0}]}"));
        return cases;
    }

    static Stream<String> optimizers() {
        return Optimizers.CATALOGUE.entries().stream()
                .map(Entry<Optimizer>::name)
                .map(name -> CodeCases.function("rosenbrock", "{\"kind\":\"" + name + "\"}"));
    }

    static Stream<String> functions() {
        return TestFunctions.CATALOGUE.entries().stream()
                .map(Entry<TestFunction>::name)
                .map(name -> CodeCases.function(name, "{\"kind\":\"sgd\",\"learningRate\":0.001}"));
    }

    @ParameterizedTest
    @MethodSource({"varied", "optimizers", "functions"})
    void program_compiledAndRun_printsTheNumbersOfThePage(String text) throws Exception {
        Experiment experiment = CodeCases.read(text);
        Trajectory expected = Run.of(experiment).trajectories().get(0);
        Listing listing = new JavaEngine().listing(experiment, 0);
        List<String> lines = run(listing);
        assertEquals(expected.length(), lines.size(), listing.text());
        for (int step = 0; step < lines.size(); step++) {
            String[] parts = lines.get(step).split("\t", -1);
            assertEquals(step, Integer.parseInt(parts[0]));
            assertEquals(
                    expected.loss(step), Double.parseDouble(parts[1]), 0.0, "step " + step + "\n" + listing.text());
            assertArrayEquals(expected.params(step), numbers(parts[2]), 0.0);
        }
    }

    @Test
    void program_ofANetworkWithoutBatches_saysItsLossInOperations() {
        String text =
                new JavaEngine().listing(CodeCases.read(CodeCases.NETWORK), 0).text();
        assertTrue(text.contains("tanh("), text);
        assertTrue(text.contains("matmul(x, "), text);
        assertFalse(text.contains("ExperimentCodec"), text);
    }

    @Test
    void program_ofAFunction_isWhatAReaderWouldWrite() {
        String text = new JavaEngine()
                .listing(CodeCases.read(CodeCases.formula("(1-x)^2 + 3y", "{\"kind\":\"adam\",\"beta1\":0.8}")), 0)
                .text();
        assertTrue(text.contains("return add(square(subtract(constant(1.0), x)), multiply(constant(3.0), y));"), text);
        assertTrue(text.contains("OptimizerSpec.of(\"adam\")\n                .with(\"learningRate\", 0.001)\n"
                + "                .with(\"beta1\", 0.8);"));
    }

    private static double[] numbers(String list) {
        return Stream.of(list.substring(1, list.length() - 1).split(", ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private List<String> run(Listing listing) throws Exception {
        Path source = Files.writeString(directory.resolve(listing.fileName()), listing.text(), StandardCharsets.UTF_8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, messages + listing.text());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass("Walk").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new AssertionError(listing.text(), e.getCause());
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
