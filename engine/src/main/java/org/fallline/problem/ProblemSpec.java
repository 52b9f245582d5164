package org.fallline.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.catalogue.Choice;
import org.fallline.math.Real;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** What an experiment says of its problem. */
public sealed interface ProblemSpec {
    /**
     * The problem that this describes.
     *
     * @param seed of all that is random: initial parameters, the order of batches, dropout
     * @throws FormulaException if a typed formula is wrong
     * @throws ProblemException if the parts do not fit together, saying which
     */
    Problem problem(int seed);

    /** The same problem in the fewest words: without what holds where nothing is said. */
    ProblemSpec withoutDefaults();

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case, so that a new case breaks every consumer at compile time. */
    interface Visitor<R> {
        R function(Function spec);

        R linear(Linear spec);

        R network(Network spec);
    }

    /**
     * A function of scalars.
     *
     * @param name of a test function of {@link TestFunctions}, or empty
     * @param formula a typed formula, or empty; exactly one of the two is given
     * @param data the columns that the formula may use; none with a test function
     * @param domain what a picture shows of each variable; a variable that is not named has the function's own domain
     */
    record Function(String name, String formula, Columns data, Map<String, Interval> domain) implements ProblemSpec {
        public Function {
            domain = Collections.unmodifiableMap(new LinkedHashMap<>(domain));
            if (name.isEmpty() == formula.isEmpty()) {
                throw new IllegalArgumentException("a function has either a name or a formula");
            }
            if (formula.isEmpty() && !data.isEmpty()) {
                throw new IllegalArgumentException("data goes with a formula, not with a test function");
            }
        }

        /** A function without data. */
        public Function(String name, String formula, Map<String, Interval> domain) {
            this(name, formula, Columns.NONE, domain);
        }

        @Override
        public Problem problem(int seed) {
            return problem();
        }

        /** The problem, in which nothing is random. */
        public Problem problem() {
            TestFunction function = name.isEmpty()
                    ? TestFunction.typed(formula, data)
                    : TestFunctions.CATALOGUE.require(name).make();
            return function.problem(domain);
        }

        @Override
        public Function withoutDefaults() {
            if (domain.isEmpty()) {
                return this;
            }
            Problem own = new Function(name, formula, data, Map.of()).problem();
            List<String> variables = own.layout().names();
            Map<String, Interval> others = new LinkedHashMap<>(domain);
            for (int i = 0; i < variables.size(); i++) {
                others.remove(variables.get(i), own.domain().get(i));
            }
            return new Function(name, formula, data, others);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.function(this);
        }
    }

    /**
     * The linear model {@code ŷ = xW + b} under the mean squared error.
     *
     * @param x the inputs, (n, k)
     * @param y the targets, (n, m)
     * @param w the weights at the start, (k, m)
     * @param b the biases at the start, (m)
     */
    record Linear(Tensor x, Tensor y, Tensor w, Tensor b) implements ProblemSpec {
        private static final double LEARNING_RATE = 0.01;

        /** Wide enough for a descent of the small numbers that a model worked by hand has. */
        private static final double DOMAIN_WIDTH = 0.6;

        @Override
        public Problem problem(int seed) {
            return problem();
        }

        /** The problem, in which nothing is random. */
        public Problem problem() {
            Shape xShape = x.shape();
            Shape expectedW = Shape.of(xShape.extent(1), y.shape().extent(1));
            require("y", y, Shape.of(xShape.extent(0), y.shape().extent(1)));
            require("W", w, expectedW);
            require("b", b, Shape.of(y.shape().extent(1)));
            ParameterLayout layout = new ParameterLayout(List.of("W", "b"), List.of(w.shape(), b.shape()));
            List<Double> start = new ArrayList<>();
            for (Tensor parameter : List.of(w, b)) {
                for (double value : parameter.toArray()) {
                    start.add(value);
                }
            }
            List<Interval> domain = start.stream()
                    .map(value -> Interval.around(value, Real.max(DOMAIN_WIDTH, Math.abs(value))))
                    .toList();
            return new Problem(layout, this::loss, start, domain, List.of(), LEARNING_RATE);
        }

        @Override
        public Linear withoutDefaults() {
            return this;
        }

        private Node loss(List<Node> parameters) {
            Node product =
                    Ops.matmul(Ops.literal(x).named("x"), parameters.get(0)).named("xW");
            Node prediction = Ops.add(product, parameters.get(1)).named("ŷ");
            return Ops.meanSquaredError(prediction, Ops.literal(y).named("y")).named("L");
        }

        private void require(String name, Tensor tensor, Shape expected) {
            if (!tensor.shape().equals(expected)) {
                throw new ProblemException(
                        name,
                        name + " has the shape " + tensor.shape() + " but must have " + expected
                                + " to go with x of shape " + x.shape());
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linear(this);
        }
    }

    /**
     * A feed-forward network under the loss of its predictions on examples.
     *
     * @param examples what it learns from
     * @param features the inputs, by name; all columns of the examples if there are none
     * @param layers in order; the last one's units are the prediction
     * @param loss of a batch
     * @param batchSize how many examples a step sees; 0 for all of them
     */
    record Network(ExamplesSpec examples, List<String> features, List<Layer> layers, Choice<Loss> loss, int batchSize)
            implements ProblemSpec {
        public Network {
            features = List.copyOf(features);
            layers = List.copyOf(layers);
        }

        @Override
        public Problem problem(int seed) {
            return learning(seed).problem();
        }

        /** The network in one line: {@code circle → 4 tanh → 1 sigmoid, L = binaryCrossentropy}. */
        public String text() {
            StringBuilder out = new StringBuilder(examples.source().text());
            layers.forEach(layer -> out.append(" → ").append(layer.text()));
            return out.append(", L = ").append(loss).toString();
        }

        /** Model, examples and loss, joined: where predictions and metrics are. */
        public Learning learning(int seed) {
            return Learning.of(this, seed);
        }

        @Override
        public Network withoutDefaults() {
            // The examples, which may be many, are made only where it depends on them.
            boolean every =
                    !features.isEmpty() && features.equals(examples.dataset().inputs());
            boolean whole =
                    batchSize != 0 && batchSize == learning(0).split().train().size();
            return new Network(examples, every ? List.of() : features, layers, loss, whole ? 0 : batchSize);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.network(this);
        }
    }
}
