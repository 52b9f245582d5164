package org.fallline.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonProgramTest {
    private static final List<Language> PYTHON = List.of(new TensorFlow(), new PyTorch(), new Jax());

    /** The rounding of some elementary operations, grown along a descent of 25 steps in a smooth valley. */
    private static final double TOLERANCE = 1e-9;

    @TempDir
    Path directory;

    /** The optimizers and schedules of the catalogues, on a function of two numbers. */
    private static List<String> rules() {
        List<String> cases = new ArrayList<>();
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            cases.add(CodeCases.function("himmelblau", "{\"kind\":\"" + entry.name() + "\",\"learningRate\":0.003}"));
        }
        for (Entry<Schedule> entry : Schedules.CATALOGUE.entries()) {
            cases.add(CodeCases.function(
                    "himmelblau",
                    "{\"kind\":\"sgd\",\"learningRate\":0.003,\"globalClipNorm\":20,\"weightDecay\":0.1,"
                            + "\"schedule\":{\"kind\":\"" + entry.name() + "\",\"warmupSteps\":4}}"));
        }
        cases.add(CodeCases.function(
                "himmelblau", "{\"kind\":\"sgd\",\"momentum\":0.5,\"nesterov\":true,\"clipValue\":9}"));
        cases.add(CodeCases.function(
                "himmelblau", "{\"kind\":\"rmsprop\",\"momentum\":0.5,\"centered\":true,\"clipNorm\":9}"));
        cases.add(CodeCases.function("himmelblau", "{\"kind\":\"adam\",\"amsgrad\":true,\"beta2\":0.5}"));
        for (String kind : List.of("sgd", "rmsprop", "adam", "nadam", "lion")) {
            cases.add(CodeCases.function(
                    "himmelblau",
                    "{\"kind\":\"" + kind
                            + "\",\"learningRate\":0.003,\"globalClipNorm\":20,\"changes\":[{\"step\":2,\"learningRate\":0.001},"
                            + "{\"step\":5,\"weightDecay\":0.1,\"globalClipNorm\":0,\"clipValue\":9},"
                            + "{\"step\":9,\"learningRate\":0.002,\"clipValue\":0}]}"));
        }
        cases.add(CodeCases.function(
                "himmelblau",
                "{\"kind\":\"sgd\",\"learningRate\":0.003,\"schedule\":{\"kind\":\"cosine\",\"decaySteps\":20},\"changes\":"
                        + "[{\"step\":3,\"momentum\":0.5},{\"step\":7,\"learningRate\":0.001,\"nesterov\":true}]}"));
        cases.add(CodeCases.function(
                "himmelblau", "{\"kind\":\"adam\",\"changes\":[{\"step\":3,\"beta1\":0.5,\"amsgrad\":true}]}"));
        return cases;
    }

    @Test
    void listings_ofEveryCase_areWholeProgramsOrSayWhyNot() {
        List<String> cases = new ArrayList<>(CodeCases.varied());
        cases.addAll(rules());
        int programs = 0;
        for (String text : cases) {
            for (Language language : PYTHON) {
                Listing listing = language.listing(CodeCases.read(text), 0);
                assertFalse(listing.text().contains("$"), listing.text());
                assertTrue(listing.isProgram() || listing.refusal().endsWith("."), listing.refusal());
                programs += listing.isProgram() ? 1 : 0;
            }
        }
        assertTrue(programs > 2 * cases.size(), programs + " programs of " + cases.size() + " experiments");
    }

    @Test
    void listing_ofAnOptimizerThatALibraryLacks_saysSo() {
        Experiment newton = CodeCases.read(CodeCases.function("himmelblau", "{\"kind\":\"newton\"}"));
        for (Language language : PYTHON) {
            assertFalse(language.listing(newton, 0).isProgram());
        }
        assertEquals(
                "TensorFlow has no optimizer like Newton.",
                new TensorFlow().listing(newton, 0).refusal());
    }

    @Test
    void tensorFlow_ofTheRosenbrockFunction_isATapeAndAKerasOptimizer() {
        String text = new TensorFlow()
                .listing(
                        CodeCases.read(CodeCases.function("rosenbrock", "{\"kind\":\"adam\",\"learningRate\":0.05}")),
                        0)
                .text();
        assertTrue(text.contains("with tf.GradientTape() as tape:\n        value = loss(params)\n"), text);
        assertTrue(
                text.contains("tf.keras.optimizers.Adam(learning_rate=0.05, beta_1=0.9, beta_2=0.999, epsilon=1e-7,"
                        + " amsgrad=False)"),
                text);
    }

    @Test
    void programs_readByPython_areSyntax() throws Exception {
        assumeTrue(python("import sys").equals(""), "there is no python3 here");
        List<String> cases = new ArrayList<>(CodeCases.varied());
        cases.addAll(rules());
        for (int i = 0; i < cases.size(); i++) {
            for (Language language : PYTHON) {
                Listing listing = language.listing(CodeCases.read(cases.get(i)), 0);
                Files.writeString(directory.resolve(i + listing.fileName()), listing.text());
            }
        }
        assertEquals("", python("""
                        import ast, pathlib, sys
                        for p in sorted(pathlib.Path(sys.argv[1]).glob("*walk*.py")):
                            ast.parse(p.read_text(encoding="utf-8"), str(p))
                        """));
    }

    @Test
    void rules_runInPython_giveTheNumbersOfThePage() throws Exception {
        assumeTrue(python("import sys").equals(""), "there is no python3 here");
        String stub = new String(
                PythonProgramTest.class.getResourceAsStream("jax_of_scalars.py").readAllBytes(),
                StandardCharsets.UTF_8);
        int checked = 0;
        for (String text : rules()) {
            Experiment experiment = CodeCases.read(text);
            Listing listing = new Jax().listing(experiment, 0);
            if (listing.isProgram()) {
                checked++;
                Files.writeString(directory.resolve("walk_jax.py"), listing.text());
                List<String> lines = python(stub).lines().toList();
                Trajectory expected = Run.of(experiment).trajectories().get(0);
                assertEquals(expected.length(), lines.size(), String.join("\n", lines) + listing.text());
                for (int step = 0; step < lines.size(); step++) {
                    String[] parts = lines.get(step).split(" ", -1);
                    double loss = expected.loss(step);
                    assertEquals(loss, Double.parseDouble(parts[1]), TOLERANCE * (1 + Math.abs(loss)), listing.text());
                }
            }
        }
        assertTrue(checked > 15, checked + " programs were run");
    }

    /** What a script prints, errors included. */
    private String python(String script) throws InterruptedException {
        try {
            Path file = Files.writeString(directory.resolve("script.py"), script);
            Process process = new ProcessBuilder("python3", file.toString(), directory.toString())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } catch (IOException e) {
            return "none: " + e.getMessage();
        }
    }

    @Test
    void settingsThatChangeOnTheWay_areInTheProgram_orRefused_notLeftOut() {
        Experiment rate = CodeCases.read(
                CodeCases.function("rosenbrock", "{\"kind\":\"sgd\",\"changes\":[{\"step\":5,\"learningRate\":0.5}]}"));
        Experiment momentum = CodeCases.read(
                CodeCases.function("rosenbrock", "{\"kind\":\"sgd\",\"changes\":[{\"step\":5,\"momentum\":0.9}]}"));
        for (Language language : PYTHON) {
            String text = language.listing(rate, 0).text();
            assertTrue(text.contains("base = changing({0: 0.01, 5: 0.5}, step)"), text);
            Listing other = language.listing(momentum, 0);
            assertEquals(!language.label().contains("TensorFlow"), other.isProgram(), language.label());
            assertTrue(
                    other.isProgram()
                            ? other.text().contains("momentum = changing({0: 0.0, 5: 0.9}, t - 1)")
                            : other.refusal().startsWith("“Momentum” changes on the way"),
                    other.text() + other.refusal());
        }
    }

    @Test
    void frozenLayers_areNoneOfWhatIsTrained() {
        Experiment experiment = CodeCases.read(CodeCases.problem(
                "{\"kind\":\"network\",\"dataset\":{\"kind\":\"circle\",\"size\":20},\"layers\":[{\"units\":2,\"trainable\":false},"
                        + "{\"units\":1}]}",
                "{\"kind\":\"sgd\"}"));
        for (Language language : PYTHON) {
            String text = language.listing(experiment, 0).text();
            assertTrue(text.contains("trained = [2, 3]  # the others are frozen"), text);
            assertTrue(text.contains("[i] for i in trained]"), text);
        }
    }
}
