package org.fallline.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;

/**
 * A function of scalars to descend, with what is known of it.
 *
 * @param formula of its variables
 * @param domain what a picture shows of each variable
 * @param start where a descent begins if nothing else is said
 * @param minima the global minima, as far as they are known
 * @param learningRate at which plain gradient descent from the start goes down well
 */
public record TestFunction(
        Formula formula, List<Interval> domain, List<Double> start, List<List<Double>> minima, double learningRate) {

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
    static TestFunction typed(String text) {
        Formula formula = Formula.parse(text);
        List<Interval> domain = new ArrayList<>();
        List<Double> start = new ArrayList<>();
        for (int i = 0; i < formula.variables().size(); i++) {
            domain.add(TYPED_DOMAIN);
            start.add(TYPED_START[i % TYPED_START.length]);
        }
        return new TestFunction(formula, domain, start, List.of(), TYPED_LEARNING_RATE);
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
