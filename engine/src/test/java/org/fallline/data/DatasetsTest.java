package org.fallline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.fallline.catalogue.Entry;
import org.fallline.math.Key;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetsTest {
    private static final double PI = Math.PI;

    private static Dataset generated(String name, double noise, int n, int seed) {
        Entry<Generator> entry = Datasets.CATALOGUE.require(name);
        return entry.make(entry.initial().with("noise", noise)).generate(n, Key.of(seed));
    }

    static Stream<String> names() {
        return Datasets.CATALOGUE.entries().stream().map(Entry::name);
    }

    static Stream<String> classified() {
        return names().filter(name -> generated(name, 0, 4, 1).isClassified());
    }

    @ParameterizedTest
    @MethodSource("names")
    void generate_sameKey_givesTheSameExamplesAndAnotherKeyOthers(String name) {
        assertEquals(generated(name, 0.1, 50, 3), generated(name, 0.1, 50, 3));
        assertTrue(!generated(name, 0.1, 50, 3).equals(generated(name, 0.1, 50, 4)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void generate_anySize_hasFiniteExamplesOfThatNumber(String name) {
        for (int n : new int[] {1, 2, 3, 7, 200}) {
            Dataset data = generated(name, 0.3, n, 5);
            assertEquals(n, data.size());
            for (Tensor tensor : List.of(data.x(), data.y())) {
                for (double value : tensor.toArray()) {
                    assertTrue(Double.isFinite(value), name + " has " + value + " among " + n);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classified")
    void generate_manyExamples_haveBothClassesInLikeNumbers(String name) {
        Dataset data = generated(name, 0, 1000, 2);
        double ones = 0;
        for (double value : data.y().toArray()) {
            assertTrue(value == 0 || value == 1, name + " has the class " + value);
            ones += value;
        }
        // Of 1000 fair draws the share is within 4 standard deviations, 0.063, of a half; the halves are exact.
        assertEquals(0.5, ones / 1000, 0.064, name);
        assertEquals(2, data.classes().size());
        assertEquals(List.of("x", "y"), data.inputs());
    }

    /** What each dataset of two classes says of a point when there is no noise, from its source. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule("circle", (x, y) -> Math.hypot(x, y) < 2.5 ? 1 : 0),
                rule("xor", (x, y) -> x * y >= 0 ? 1 : 0),
                rule(
                        "checkerboard",
                        (x, y) -> Math.floorMod((int) (Math.floor(x / 2.5) + Math.floor(y / 2.5)), 2) == 0 ? 1 : 0),
                // Between the arms, which turn 1.75 times within radius 5: the one whose angle at this radius is
                // nearer.
                rule("spiral", (x, y) -> Math.cos(Math.atan2(x, y) - 3.5 * PI * Math.hypot(x, y) / 5) >= 0 ? 1 : 0),
                rule("moons", (x, y) -> Math.abs(Math.hypot(x, y) - 1) < 1e-9 && y > -1e-9 ? 0 : 1));
    }

    private static Arguments rule(String name, ToDoubleBiFunction<Double, Double> rule) {
        return Arguments.of(name, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void generate_noNoise_labelsEveryPointByTheRule(String name, ToDoubleBiFunction<Double, Double> rule) {
        Dataset data = generated(name, 0, 500, 8);
        int from = name.equals("spiral") ? 1 : 0;
        for (int i = from; i < data.size(); i++) {
            double x = data.x().at(2 * i);
            double y = data.x().at(2 * i + 1);
            // The arms of the spiral begin at the origin together.
            if (!name.equals("spiral") || Math.hypot(x, y) > 1e-9) {
                assertEquals(rule.applyAsDouble(x, y), data.y().at(i), name + " at (" + x + ", " + y + ")");
            }
        }
    }

    @Test
    void circle_withoutNoise_leavesTheRingBetweenEmpty() {
        Dataset data = generated("circle", 0, 1000, 1);
        double inner = 0;
        double outer = 0;
        for (int i = 0; i < data.size(); i++) {
            double r = Math.hypot(data.x().at(2 * i), data.x().at(2 * i + 1));
            assertTrue(r <= 2.5 || (r >= 3.5 - 1e-12 && r <= 5 + 1e-12), "a point at radius " + r);
            inner = Math.max(inner, r <= 2.5 ? r : 0);
            outer = Math.max(outer, r);
        }
        assertTrue(inner > 2.4 && outer > 4.9, "the radii reach " + inner + " and " + outer);
    }

    @Test
    void xor_points_keepOffTheAxes() {
        for (double value : generated("xor", 0.5, 1000, 1).x().toArray()) {
            assertTrue(Math.abs(value) >= 0.3 && Math.abs(value) <= 5.3, "a coordinate " + value);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.1, 1.2", "0.5, 4"})
    void gaussians_ofANoise_haveTheVarianceOfTensorFlowPlayground(double noise, double variance) {
        // dataset.ts: scaleLinear().domain([0, .5]).range([0.5, 4]).
        int n = 4000;
        Dataset data = generated("gaussians", noise, n, 6);
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double deviation = data.x().at(2 * i) - (data.y().at(i) == 1 ? 2 : -2);
            mean += deviation / n;
            squares += deviation * deviation / n;
        }
        // Four standard errors: σ/√n of the mean and σ²·√(2/n) of the variance.
        assertEquals(0, mean, 4 * Math.sqrt(variance / n));
        assertEquals(variance, squares, 4 * variance * Math.sqrt(2.0 / n));
    }

    @Test
    void moons_ofTenPoints_areScikitLearns() {
        // sklearn.datasets.make_moons(10, shuffle=False): outer (cos t, sin t), inner (1 − cos t, 1 − sin t − 0.5),
        // t = linspace(0, π, 5).
        Dataset data = generated("moons", 0, 10, 0);
        double h = Math.sqrt(0.5);
        double[] expected = {1, 0, h, h, 0, 1, -h, h, -1, 0, 0, 0.5, 1 - h, 0.5 - h, 1, -0.5, 1 + h, 0.5 - h, 2, 0.5};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], data.x().at(i), 1e-15, "number " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "line, -1, -1",
        "line, 1, 3",
        "line, 0.25, 1.5",
        "sine, 0.25, 1",
        "sine, 0.5, 0",
        "step, -0.1, -1",
        "step, 0.1, 1"
    })
    void curve_withoutNoise_isItsFormula(String name, double x, double y) {
        // The nearest of many examples is within the spacing of 2000 points on an interval of at most 2, times a slope
        // below 7.
        Dataset data = generated(name, 0, 2000, 9);
        int nearest = 0;
        for (int i = 0; i < data.size(); i++) {
            nearest = Math.abs(data.x().at(i) - x) < Math.abs(data.x().at(nearest) - x) ? i : nearest;
        }
        assertEquals(y, data.y().at(nearest), 7 * Math.abs(data.x().at(nearest) - x) + 1e-12);
        assertEquals(x, data.x().at(nearest), 0.02);
    }

    @Test
    void plane_withoutNoise_isATenthOfTheSum() {
        Dataset data = generated("plane", 0, 300, 9);
        for (int i = 0; i < data.size(); i++) {
            assertEquals(
                    (data.x().at(2 * i) + data.x().at(2 * i + 1)) / 10, data.y().at(i), 1e-15);
        }
    }

    @Test
    void multiGaussian_withoutNoise_isTensorFlowPlaygrounds() {
        // dataset.ts: of the six bumps the one that is largest in size; label = sign · scale(distance), clamped to [0,
        // 1].
        double[][] centres = {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};
        Dataset data = generated("multiGaussian", 0, 2000, 9);
        int seen = 0;
        for (int i = 0; i < data.size(); i++) {
            double label = 0;
            for (double[] centre : centres) {
                double distance =
                        Math.hypot(data.x().at(2 * i) - centre[0], data.x().at(2 * i + 1) - centre[1]);
                double bump = centre[2] * Math.min(1, Math.max(0, 1 - distance / 2));
                label = Math.abs(bump) > Math.abs(label) ? bump : label;
            }
            assertEquals(label, data.y().at(i), 1e-14);
            seen += label != 0 ? 1 : 0;
        }
        assertTrue(seen > 500, seen + " of 2000 points on a bump");
    }

    @Test
    void noise_ofACurve_hasItsDeviation() {
        int n = 4000;
        Dataset data = generated("line", 0.3, n, 4);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double error = data.y().at(i) - (2 * data.x().at(i) + 1);
            squares += error * error / n;
        }
        assertEquals(0.09, squares, 4 * 0.09 * Math.sqrt(2.0 / n));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0", "0.5, 10, 5", "0.25, 10, 2", "0.9999, 10, 9", "0.35, 1, 0"})
    void split_ofAShare_dealsOutEveryExampleOnce(double share, int n, int test) {
        Dataset data = generated("circle", 0, n, 1);
        Split split = data.split(share, Key.of(2));
        assertEquals(test, split.test().size());
        assertEquals(n - test, split.train().size());
        Set<String> rows = new HashSet<>();
        for (Dataset part : List.of(split.train(), split.test())) {
            for (int i = 0; i < part.size(); i++) {
                rows.add(part.x().at(2 * i) + " " + part.x().at(2 * i + 1) + " "
                        + part.y().at(i));
            }
        }
        assertEquals(n, rows.size());
    }

    @Test
    void features_ofAPoint_areTensorFlowPlaygrounds() {
        Dataset data = new Dataset(
                List.of("x", "y"),
                Tensor.matrix(new double[][] {{2, -3}}),
                List.of("z"),
                Tensor.matrix(new double[][] {{1}}),
                List.of());
        List<String> all = List.of("x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY");
        assertEquals(all, Features.available(data));
        Dataset chosen = Features.select(data, all);
        assertEquals(all, chosen.inputs());
        double[] expected = {2, -3, 4, 9, -6, 0.9092974268256817, -0.1411200080598672};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], chosen.x().at(i), 1e-15, all.get(i));
        }
    }

    @Test
    void features_ofALine_areThoseOfX() {
        Dataset line = generated("line", 0, 3, 1);
        assertEquals(List.of("x", "xSquared", "sinX"), Features.available(line));
        assertEquals(
                "there is no feature \"y\" of these examples; there is x, xSquared, sinX",
                assertThrows(IllegalArgumentException.class, () -> Features.select(line, List.of("y")))
                        .getMessage());
    }

    @Test
    void batches_ofAnySize_haveEveryExampleOnceAnEpoch() {
        Cases.forEachSeed(50, random -> {
            int n = 1 + random.nextInt(40);
            int size = 1 + random.nextInt(n);
            int epochs = 4;
            Batches batches = new Batches(n, size, Key.of(random.nextInt()));
            int[] dealt = new int[epochs * n];
            int[] batch = new int[size];
            for (int step = 0; step * size < dealt.length; step++) {
                batches.fill(step, batch);
                for (int i = 0; i < size && step * size + i < dealt.length; i++) {
                    dealt[step * size + i] = batch[i];
                }
            }
            for (int epoch = 0; epoch < epochs; epoch++) {
                Set<Integer> seen = new HashSet<>();
                for (int i = epoch * n; i < (epoch + 1) * n; i++) {
                    assertTrue(dealt[i] >= 0 && dealt[i] < n && seen.add(dealt[i]), "example " + dealt[i]);
                }
            }
        });
    }

    @Test
    void batches_askedInAnyOrder_dependOnTheStepAlone() {
        Batches forwards = new Batches(7, 3, Key.of(1));
        int[][] seen = new int[20][3];
        for (int step = 0; step < 20; step++) {
            forwards.fill(step, seen[step]);
        }
        int[] batch = new int[3];
        for (int step = 19; step >= 0; step--) {
            forwards.fill(step, batch);
            assertEquals(List.of(seen[step][0], seen[step][1], seen[step][2]), List.of(batch[0], batch[1], batch[2]));
        }
    }

    @Test
    void batches_ofTwoEpochs_comeInDifferentOrders() {
        Batches batches = new Batches(20, 20, Key.of(1));
        int[] first = new int[20];
        int[] second = new int[20];
        batches.fill(0, first);
        batches.fill(1, second);
        assertTrue(!Arrays.equals(first, second));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, expected 1 to 10", "10, 11, expected 1 to 10", "1, 2, expected 1 to 1"})
    void batches_ofASizeThatIsNot_areRefused(int n, int size, String message) {
        String found =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Batches(n, size, Key.of(1)))
                        .getMessage());
        assertTrue(found.endsWith(message), found);
    }
}
