package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Entry;
import org.fallline.optim.Objective;
import org.fallline.optim.Sgd;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestFunctionsTest {
    static Stream<String> names() {
        return TestFunctions.CATALOGUE.entries().stream().map(Entry::name);
    }

    private static Problem problem(String name) {
        return new ProblemSpec.Function(name, "", Map.of()).problem();
    }

    private static TestFunction function(String name) {
        return TestFunctions.CATALOGUE.require(name).make();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        // Values worked by hand from the published formulas, none of them at a minimum
        "sphere, 3 4, 25",
        "booth, 0 0, 74",
        "matyas, 1 2, 0.34",
        "trid, 0 0, 2",
        "ravine, 2 1, 27",
        "zakharov, 2 1, 25",
        "rosenbrock, -1.2 1, 24.2",
        "rosenbrock, 0 0, 1",
        "beale, 1 1, 14.203125",
        "beale, 0 5, 14.203125",
        "dixonPrice, 0 1, 9",
        // The published local minima of Goldstein and Price
        "goldsteinPrice, -0.6 -0.4, 30",
        "goldsteinPrice, 1.8 0.2, 84",
        "goldsteinPrice, 1.2 0.8, 840",
        "rosenbrock4, -1.2 1 -1.2 1, 532.4",
        // The published values at the standard starts: Moré, Garbow and Hillstrom, 1981
        "powell, 3 -1 0 1, 215",
        "wood, -3 -1 -3 -1, 19192",
        "doubleWell, 2, 9.6",
        "himmelblau, 0 0, 170",
        "himmelblau, -0.5 -1, 180.3125",
        "branin, 0 6, 19.602112642270262",
        "mccormick, 1 -1, 1",
        "threeHumpCamel, 1 1, 3.1166666666666667",
        "sixHumpCamel, 1 1, 3.2333333333333333",
        "bohachevsky, 1 1, 3.6",
        "styblinskiTang, 1 -1, -15",
        "rastrigin, 1 -2, 5",
        "rastrigin, 0.5 0.5, 40.5",
        "griewank, 0 0, 0",
        "levy13, 2 1, 1",
        "levy13, 1 3, 4",
        "saddle, 3 1, 8",
        "monkeySaddle, 2 1, 2",
        "cliff, 0 2, 1.7",
    })
    void value_ofATestFunction_isThePublishedOne(String name, String place, double value) {
        double[] at =
                Arrays.stream(place.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertEquals(value, problem(name).valueAndGradient().value(at), 1e-14 * Math.max(100, Math.abs(value)));
    }

    /** Functions without a derivative at their minimum. */
    private static final List<String> TIPPED = List.of("ackley");

    @ParameterizedTest
    @MethodSource("names")
    void minima_ofATestFunction_haveItsLeastValueAndNoSlope(String name) {
        TestFunction function = function(name);
        ValueAndGradient value = problem(name).valueAndGradient();
        assertEquals(
                function.minimum() == Double.NEGATIVE_INFINITY,
                function.minima().isEmpty());
        for (List<Double> minimum : function.minima()) {
            double[] gradient = new double[minimum.size()];
            // A few roundings of terms of up to 100; where the least value is 0 all terms vanish.
            double tolerance = function.minimum() == 0 ? 1e-15 : 2e-14;
            assertEquals(function.minimum(), value.valueAndGradient(array(minimum), gradient), tolerance, name);
            if (!TIPPED.contains(name)) {
                // Minima are given to half a unit in the last place, which a curvature of up to 1000 multiplies.
                assertArrayEquals(new double[gradient.length], gradient, 1e-12, name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void minima_ofATestFunction_areLowerThanTheirSurroundings(String name) {
        TestFunction function = function(name);
        ValueAndGradient value = problem(name).valueAndGradient();
        for (List<Double> minimum : function.minima()) {
            Cases.forEachSeed(300, random -> {
                double[] near = array(minimum);
                double distance = Math.pow(10, -4 * random.nextDouble());
                for (int i = 0; i < near.length; i++) {
                    near[i] += distance * random.nextGaussian();
                }
                assertTrue(value.value(near) > function.minimum() - 2e-14, () -> name + " " + Arrays.toString(near));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void picture_ofATestFunction_hasNoLowerPlaceThanItsMinima(String name) {
        TestFunction function = function(name);
        ValueAndGradient value = problem(name).valueAndGradient();
        Cases.forEachSeed(2000, random -> {
            double[] place = new double[function.start().size()];
            for (int i = 0; i < place.length; i++) {
                Interval shown = function.domain().get(i);
                place[i] = shown.from() + random.nextDouble() * (shown.to() - shown.from());
            }
            assertTrue(value.value(place) >= function.minimum(), () -> name + " " + Arrays.toString(place));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"saddle", "monkeySaddle"})
    void saddle_atItsMiddle_isFlatButNoMinimum(String name) {
        ValueAndGradient value = problem(name).valueAndGradient();
        double[] gradient = new double[2];
        double level = value.valueAndGradient(new double[2], gradient);
        assertTrue(gradient[0] == 0 && gradient[1] == 0, Arrays.toString(gradient));
        assertTrue(value.value(new double[] {0.5, 1}) < level && value.value(new double[] {1, 0.1}) > level);
    }

    /** Points are given by the order of appearance, which must be the one a reader expects. */
    @ParameterizedTest
    @MethodSource("names")
    void variables_ofATestFunction_appearInTheirOrder(String name) {
        List<String> variables = function(name).formula().variables();
        assertEquals(variables.stream().sorted().toList(), variables);
        assertEquals(variables.size(), function(name).start().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void startAndMinima_ofATestFunction_lieInItsPicture(String name) {
        Problem problem = problem(name);
        Stream.concat(Stream.of(problem.start()), problem.minima().stream()).forEach(point -> {
            for (int i = 0; i < point.size(); i++) {
                Interval shown = problem.domain().get(i);
                assertTrue(point.get(i) > shown.from() && point.get(i) < shown.to(), name + " " + point);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void learningRate_ofATestFunction_goesDownWellFromTheStart(String name) {
        Problem problem = problem(name);
        Objective objective = problem.objective();
        Sgd sgd = new Sgd(problem.learningRate(), 0, false);
        double[] params = array(problem.start());
        double[] gradient = new double[params.length];
        double first = objective.valueAndGradient(params, gradient, 0);
        double last = first;
        for (int t = 1; t <= 100; t++) {
            sgd.step(t, sgd.learningRate(), params, gradient, new double[0], objective);
            double loss = objective.valueAndGradient(params, gradient, 0);
            // At rest, the last bits of the loss still move.
            double rest = 1e-14 * Math.max(1, Math.abs(first));
            assertTrue(loss <= last + rest, name + " climbs from " + last + " to " + loss + " at step " + t);
            last = loss;
        }
        if (function(name).minima().isEmpty()) {
            assertTrue(last < 0, name + " came down to " + last + " only, not beyond the saddle");
            return;
        }
        double reached = last;
        for (int t = 101; t <= 10_000; t++) {
            sgd.step(t, sgd.learningRate(), params, gradient, new double[0], objective);
            last = objective.valueAndGradient(params, gradient, 0);
        }
        assertTrue(
                first - reached > 0.8 * (first - last), name + " came to " + reached + " of " + first + " to " + last);
    }

    @Test
    void problem_domainOfSomeVariables_keepsTheOthers() {
        Problem problem = new ProblemSpec.Function("sphere", "", Map.of("y", new Interval(0, 1))).problem();
        assertEquals(List.of(new Interval(-4, 4), new Interval(0, 1)), problem.domain());
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> new ProblemSpec.Function("sphere", "", Map.of("z", new Interval(0, 1))).problem());
        assertEquals("the domain names z but the variables are x, y", e.getMessage());
        assertEquals("domain", e.part());
    }

    @Test
    void loss_ofATypedFormula_keepsTheNameOfASingleVariable() {
        Problem problem = new ProblemSpec.Function("", "x", Map.of()).problem();
        assertEquals("x", problem.loss().apply(problem.layout().inputs()).label());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, Infinity", "-1e308, 1e308"})
    void interval_thatIsNone_isRefused(double from, double to) {
        assertThrows(IllegalArgumentException.class, () -> new Interval(from, to));
    }
}
