package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that end by themselves; {@code serve} is in {@link ServeCommandTest}. */
class MainTest {
    @TempDir
    Path directory;

    /** What a command did. */
    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int status = Main.commandLine(console).execute(args);
        console.out().flush();
        console.err().flush();
        return new Outcome(status, out.toString(), err.toString());
    }

    private static Outcome grad(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "grad";
        System.arraycopy(args, 0, all, 1, args.length);
        return run("", all);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static double[] numbers(Json line, String member) {
        return ((Json.Arr) member(line, member))
                .items().stream().mapToDouble(MainTest::number).toArray();
    }

    private static Json member(Json line, String name) {
        Json value = ((Json.Obj) line).member(name);
        return value == null ? new Json.Null() : value;
    }

    private static double number(Json value) {
        return ((Json.Num) value).value();
    }

    @Test
    void code_inEveryLanguage_isAProgramOfTheOptimizerAskedFor() throws IOException {
        String spec = file("two.json", Specs.HIMMELBLAU);
        Outcome java = run("", "code", spec);
        assertEquals(0, java.status(), java.err());
        assertTrue(java.out().contains("public static void main(String[] args)"), java.out());
        for (String language : List.of("tensorflow", "pytorch", "jax")) {
            Outcome python = run("", "code", spec, "--language", language, "--optimizer", "2");
            assertEquals(0, python.status(), python.err());
            assertTrue(python.out().contains("import "), python.out());
            assertTrue(python.out().contains("0.1"), python.out());
        }
    }

    @Test
    void code_thatCannotBe_saysWhy() throws IOException {
        String spec = file("two.json", Specs.HIMMELBLAU);
        assertEquals(
                new Outcome(2, "", "fallline: --language must be one of java, tensorflow, pytorch, jax, not cobol\n"),
                run("", "code", spec, "--language", "cobol"));
        assertEquals(
                new Outcome(2, "", "fallline: --optimizer must be from 1 to 2, as many as the experiment has, not 3\n"),
                run("", "code", spec, "--optimizer", "3"));
        Outcome refused = run(
                Specs.HIMMELBLAU.replace("\"sgd\",\"learningRate\":0.01", "\"newton\""),
                "code",
                "-",
                "--language",
                "jax");
        assertEquals(2, refused.status());
        assertTrue(refused.err().startsWith("fallline: "), refused.err());
        assertEquals("", refused.out());
    }

    @Test
    void grad_formulaAtAPoint_isItsValueAndGradientInFullPrecision() {
        Outcome outcome = grad("x^2*sin(y)", "x=1", "y=2");
        assertEquals(0, outcome.status(), outcome.err());
        Json answer = JsonReader.read(outcome.out());
        // sin 2 and cos 2 to 20 digits: 0.90929742682568169540, -0.41614683654714238700
        assertEquals(0.9092974268256817, number(member(answer, "value")), 2e-16);
        Json gradient = member(answer, "gradient");
        assertEquals(1.8185948536513634, number(member(gradient, "x")), 4e-16);
        assertEquals(-0.4161468365471424, number(member(gradient, "y")), 1e-16);
        assertTrue(outcome.out().matches("\\{\"value\":[0-9.]{17,},\"gradient\":\\{\"x\":[0-9.]+,\"y\":-[0-9.]+}}\\R"));
    }

    @Test
    void grad_signsAndExponents_areReadAsNumbers() {
        assertEquals(
                "{\"value\":-4,\"gradient\":{\"x\":4}}",
                grad("-x^2", "x=-2").out().strip());
        assertEquals(
                "{\"value\":2,\"gradient\":{\"x\":1}}", grad("x", "x=2e0").out().strip());
        assertEquals("{\"value\":6,\"gradient\":{}}", grad("2*3").out().strip());
    }

    @Test
    void grad_valueThatIsNotFinite_isNull() {
        assertEquals(
                "{\"value\":null,\"gradient\":{\"x\":null}}",
                grad("1/x", "x=0").out().strip());
    }

    @Test
    void grad_malformedFormula_pointsAtTheCharacter() {
        Outcome outcome = grad("x^2 + * y", "x=1", "y=2");
        assertEquals(2, outcome.status());
        assertEquals("", outcome.out());
        List<String> lines = outcome.err().lines().toList();
        assertTrue(lines.get(0).startsWith("fallline: expected a number"), lines.get(0));
        assertEquals(List.of("  x^2 + * y", "        ^"), lines.subList(1, lines.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "x*y, x=1,   the variable y needs a number: y=1",
        "2xy, x=1,   the variable y needs a number: y=1",
        "x,   x=one, 'x is \"one\"; expected a finite number such as 1, -0.5 or 2e3'",
        "x,   x=NaN, 'x is \"NaN\"; expected a finite number such as 1, -0.5 or 2e3'",
        "x,   y=1,   the formula has no variable y; it has [x]",
    })
    void grad_wrongPoint_saysWhatIsMissing(String formula, String point, String message) {
        Outcome outcome = grad(formula, point);
        assertEquals(2, outcome.status());
        assertEquals("fallline: " + message, outcome.err().strip());
    }

    @Test
    void run_chapterExample_makesTheChaptersStep() throws IOException {
        Outcome outcome = run("", "run", file("chapter.json", Specs.CHAPTER));
        assertEquals(0, outcome.status(), outcome.err());
        List<Json> lines = outcome.out().lines().map(JsonReader::read).toList();
        assertEquals(2, lines.size());
        Json start = lines.get(0);
        assertEquals(0, number(member(start, "optimizer")));
        assertEquals(0, number(member(start, "step")));
        assertEquals(0.04, number(member(start, "loss")), 1e-15);
        assertClose(new double[] {0.1, 0.2, 0.3}, numbers(start, "params"));
        assertClose(new double[] {-0.4, -0.8, -0.4}, numbers(start, "gradient"));
        Json step = lines.get(1);
        assertEquals(1, number(member(step, "step")));
        assertEquals(0.030976, number(member(step, "loss")), 1e-15);
        assertClose(new double[] {0.104, 0.208, 0.304}, numbers(step, "params"));
        assertClose(new double[] {-0.352, -0.704, -0.352}, numbers(step, "gradient"));
        assertFalse(outcome.out().contains("ended"));
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-15);
        }
    }

    @Test
    void run_severalOptimizers_printsEachOnesStepsInTurn() {
        Outcome outcome = run(Specs.HIMMELBLAU, "run", "-");
        List<String> heads = outcome.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(",\"loss\"")))
                .toList();
        assertEquals(102, heads.size());
        assertEquals("{\"optimizer\":0,\"step\":0", heads.get(0));
        assertEquals("{\"optimizer\":0,\"step\":50", heads.get(50));
        assertEquals("{\"optimizer\":1,\"step\":0", heads.get(51));
        assertEquals("{\"optimizer\":1,\"step\":50", heads.get(101));
    }

    @Test
    void run_thatDiverges_endsWithAReasonAndNoNumberThatIsNotJson() {
        String spec = """
                {"version":1,"problem":{"kind":"function","formula":"x^4"},"start":[10],"steps":50,
                 "optimizers":[{"kind":"sgd","learningRate":1}]}""";
        Outcome outcome = run(spec, "run", "-");
        assertEquals(0, outcome.status(), outcome.err());
        List<Json> lines = outcome.out().lines().map(JsonReader::read).toList();
        assertTrue(lines.size() < 51);
        Json last = lines.get(lines.size() - 1);
        assertEquals(new Json.Null(), member(last, "loss"));
        assertTrue(((Json.Str) member(last, "ended")).text().contains("Infinity"), last.toString());
        assertEquals(
                1, outcome.out().lines().filter(line -> line.contains("ended")).count());
    }

    @Test
    void run_malformedFormula_namesTheFileAndPointsAtTheCharacter() throws IOException {
        String file = file("wrong.json", Specs.formula("x^2 +"));
        Outcome outcome = run("", "run", file);
        assertEquals(2, outcome.status());
        List<String> lines = outcome.err().lines().toList();
        assertTrue(lines.get(0).startsWith("fallline: " + file + ": /problem/formula: expected"), lines.get(0));
        assertEquals(List.of("  x^2 +", "       ^"), lines.subList(1, lines.size()));
    }

    @Test
    void run_wrongInput_saysWhatAndWhere() {
        assertRefused("standard input: /version:", run("{\"version\":7,\"problem\":{}}", "run", "-"));
        assertRefused("standard input: not JSON: ", run("{\"version\":1", "run", "-"));
        assertRefused("nowhere.json: no such file", run("", "run", "nowhere.json"));
    }

    private static void assertRefused(String message, Outcome outcome) {
        assertEquals(2, outcome.status());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().startsWith("fallline: " + message), outcome.err());
        assertEquals(1, outcome.err().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {Specs.HIMMELBLAU, Specs.CHAPTER})
    void render_png_isAPictureOfTheAskedSize(String spec) throws IOException {
        Path picture = directory.resolve("picture.png");
        Outcome outcome = run(spec, "render", "-", "-o", picture.toString(), "--width", "640", "--height", "480");
        assertEquals(0, outcome.status(), outcome.err());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertEquals(640, image.getWidth());
        assertEquals(480, image.getHeight());
    }

    @Test
    void render_svg_isADocumentWithTheTitleAndTheThemesBackground() throws IOException {
        String spec = file("spec.json", Specs.titled("Four valleys", ""));
        Path picture = directory.resolve("picture.svg");
        assertEquals(
                0,
                run("", "render", spec, "-o", picture.toString(), "--theme", "dark")
                        .status());
        String svg = Files.readString(picture);
        assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"800\""), svg);
        assertTrue(svg.contains("<title id=\"title\">Four valleys</title>"));
        assertTrue(svg.contains("fill=\"#14181d\""));
    }

    @ParameterizedTest
    @CsvSource({
        "picture.gif, 640, expected a name that ends in .png or .svg",
        "picture.png, 0,   --width is 0; a picture has from 200 to 8192 pixels",
        "no/such/directory/picture.png, 640, cannot be written",
    })
    void render_whatCannotBe_saysWhy(String name, String width, String message) {
        Outcome outcome = run(
                Specs.HIMMELBLAU, "render", "-", "-o", directory.resolve(name).toString(), "--width", width);
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains(message), outcome.err());
    }

    @Test
    void version_isTheOneOfTheBuild() {
        Outcome outcome = run("", "--version");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().matches("fallline [0-9]+\\.[0-9]+\\.[0-9]+.*\\R"), outcome.out());
    }

    @Test
    void usage_wrongOrMissing_isStatus2WithTheCommandsOnStandardError() {
        for (Outcome outcome : List.of(run("", "--descend-for-me"), run(""), run("", "run"))) {
            assertEquals(2, outcome.status());
            assertTrue(outcome.err().contains("Usage: fallline"), outcome.err());
            assertEquals("", outcome.out());
        }
    }
}
