package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Entry;
import org.fallline.optim.Objective;
import org.fallline.optim.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestFunctionsTest {
    static Stream<String> names() {
        return TestFunctions.CATALOGUE.entries().stream().map(Entry::name);
    }

    private static Problem problem(String name) {
        return new ProblemSpec.Function(name, "", Map.of()).problem();
    }

    @ParameterizedTest
    @CsvSource({
        // Values worked by hand from the published formulas
        "himmelblau, 0, 0, 170",
        "himmelblau, 3, 2, 0",
        "himmelblau, -0.5, -1, 180.3125",
        "rosenbrock, 1, 1, 0",
        "rosenbrock, -1.2, 1, 24.2",
        "rosenbrock, 0, 0, 1",
        "sphere, 3, 4, 25"
    })
    void value_ofATestFunction_isThePublishedOne(String name, double x, double y, double value) {
        assertEquals(value, problem(name).valueAndGradient().value(new double[] {x, y}), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("names")
    void minima_ofATestFunction_haveNoLossAndNoSlope(String name) {
        Problem problem = problem(name);
        ValueAndGradient function = problem.valueAndGradient();
        assertTrue(!problem.minima().isEmpty());
        for (List<Double> minimum : problem.minima()) {
            double[] at = minimum.stream().mapToDouble(Double::doubleValue).toArray();
            double[] gradient = new double[at.length];
            // Minima are given to a unit in the last place of about 4, which a curvature of up to 1000 multiplies.
            assertEquals(0, function.valueAndGradient(at, gradient), 1e-24);
            assertArrayEquals(new double[at.length], gradient, 1e-12);
        }
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
        double[] params =
                problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        double[] gradient = new double[params.length];
        double first = objective.valueAndGradient(params, gradient, 0);
        double last = first;
        for (int t = 1; t <= 100; t++) {
            sgd.step(t, sgd.learningRate(), params, gradient, new double[0], objective);
            double loss = objective.valueAndGradient(params, gradient, 0);
            assertTrue(loss <= last, name + " climbs from " + last + " to " + loss + " at step " + t);
            last = loss;
        }
        assertTrue(last < first / 5, name + " came from " + first + " to " + last + " only");
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
