package org.fallline.problem;

import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;

/** Classical functions to descend; each entry is all there is to one. */
public final class TestFunctions {
    /** In the order of the menu. */
    public static final Catalogue<TestFunction> CATALOGUE = new Catalogue<>(
            "test function",
            List.of(
                    entry(
                            "himmelblau",
                            "Himmelblau",
                            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
                            "Himmelblau, Applied Nonlinear Programming, 1972",
                            List.of(new Interval(-5, 5), new Interval(-5, 5)),
                            // From here SGD, momentum and Adam come down to three different minima.
                            List.of(0.0, -3.0),
                            List.of(
                                    List.of(3.0, 2.0),
                                    List.of(-2.805118086952745, 3.131312518250573),
                                    List.of(-3.779310253377747, -3.283185991286170),
                                    List.of(3.584428340330492, -1.848126526964404)),
                            0.01),
                    entry(
                            "rosenbrock",
                            "Rosenbrock",
                            "(1 - x)^2 + 100 (y - x^2)^2",
                            "Rosenbrock, The Computer Journal 3(3), 1960",
                            List.of(new Interval(-2, 2), new Interval(-1, 3)),
                            List.of(-1.2, 1.0),
                            List.of(List.of(1.0, 1.0)),
                            0.001),
                    entry(
                            "sphere",
                            "Sphere",
                            "x^2 + y^2",
                            "De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, 1975",
                            List.of(new Interval(-4, 4), new Interval(-4, 4)),
                            List.of(-3.0, 2.5),
                            List.of(List.of(0.0, 0.0)),
                            0.1)));

    private TestFunctions() {}

    private static Entry<TestFunction> entry(
            String name,
            String label,
            String formula,
            String source,
            List<Interval> domain,
            List<Double> start,
            List<List<Double>> minima,
            double learningRate) {
        return new Entry<>(
                name,
                label,
                formula,
                source,
                List.of(),
                values -> new TestFunction(Formula.parse(formula), domain, start, minima, learningRate));
    }
}
