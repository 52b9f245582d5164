package org.fallline.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.catalogue.Entry;

/**
 * A function of scalars to descend, with what is known of it.
 *
 * @param formula of its variables
 * @param domain what a picture shows of each variable
 * @param start where a descent begins if nothing else is said
 * @param minimum the least value, minus infinity if there is none, NaN if it is not known
 * @param learningRate at which plain gradient descent from the start goes down well
 * @param minima where the least value is taken, as far as that is known
 */
public record TestFunction(
        Formula formula,
        List<Interval> domain,
        List<Double> start,
        double minimum,
        double learningRate,
        List<List<Double>> minima) {

    /** The domain of a variable of which nothing is known. */
    private static final Interval TYPED_DOMAIN = new Interval(-4, 4);

    /** Where a typed formula's variables start by turns: off the axes, where many functions have their minima. */
    private static final double[] TYPED_START = {-3, 2.5};

    private static final double TYPED_LEARNING_RATE = 0.01;

    public TestFunction {
        domain = List.copyOf(domain);
        start = List.copyOf(start);
        minima = List.copyOf(minima);
    }

    /**
     * A formula that somebody typed.
     *
     * @throws FormulaException if it is wrong
     */
    static TestFunction typed(String text, Columns data) {
        Formula formula = Formula.parse(text, data);
        List<Interval> domain = new ArrayList<>();
        List<Double> start = new ArrayList<>();
        for (int i = 0; i < formula.variables().size(); i++) {
            domain.add(TYPED_DOMAIN);
            start.add(TYPED_START[i % TYPED_START.length]);
        }
        return new TestFunction(formula, domain, start, Double.NaN, TYPED_LEARNING_RATE, List.of());
    }

    /**
     * An entry of the catalogue; its formula is what a reader sees and what is descended.
     *
     * @param lesson what it teaches, in a sentence
     * @param domain one interval for all variables, or one for each
     * @param minima each with one number a variable
     */
    static Entry<TestFunction> entry(
            String name,
            String label,
            String lesson,
            String formula,
            String source,
            List<Interval> domain,
            double[] start,
            double minimum,
            double learningRate,
            double[]... minima) {
        List<Interval> intervals = domain.size() == 1 ? Collections.nCopies(start.length, domain.get(0)) : domain;
        List<Double> first = list(start);
        List<List<Double>> least = Arrays.stream(minima).map(TestFunction::list).toList();
        Entry<TestFunction> entry = new Entry<>(
                name,
                label,
                formula,
                source,
                List.of(),
                values -> new TestFunction(Formula.parse(formula), intervals, first, minimum, learningRate, least));
        return entry.withLesson(lesson);
    }

    /** Intervals, each by its two ends. */
    static List<Interval> over(double... ends) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            intervals.add(new Interval(ends[i], ends[i + 1]));
        }
        return intervals;
    }

    /** The place where a descent begins, by one number a variable. */
    static double[] startingAt(double... coordinates) {
        return coordinates;
    }

    /** A place, by one number a variable. */
    static double[] at(double... coordinates) {
        return coordinates;
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /**
     * The problem of descending this function.
     *
     * @param shown intervals for some of the variables, in place of this function's own
     * @throws ProblemException if the formula has no variable, or an interval names one that it does not have
     */
    Problem problem(Map<String, Interval> shown) {
        List<String> variables = formula.variables();
        if (variables.isEmpty()) {
            throw new ProblemException(
                    "formula", "the formula has no variable to descend along: use x, y or other names");
        }
        for (String name : shown.keySet()) {
            if (!variables.contains(name)) {
                throw new ProblemException(
                        "domain",
                        "the domain names " + name + " but the variables are " + String.join(", ", variables));
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            intervals.add(shown.getOrDefault(variables.get(i), domain.get(i)));
        }
        return new Problem(ParameterLayout.scalars(variables), this::loss, start, intervals, minima, learningRate);
    }

    private Node loss(List<Node> values) {
        Node loss = formula.apply(values);
        return loss.label() == null ? loss.named("f") : loss;
    }
}
