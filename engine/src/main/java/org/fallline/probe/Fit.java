package org.fallline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fallline.data.Dataset;
import org.fallline.data.Features;
import org.fallline.data.Split;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.problem.Learning;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A model and the examples it is fitted to, as a reader knows them: with the inputs that were given, before features are made
 * of them.
 *
 * @param model takes the features
 * @param examples with all inputs that were given
 * @param features the model's inputs by name; all inputs if there are none
 * @param trainTargets what is to be predicted of the examples to train with, (n, outputs)
 * @param testTargets and of those to test with, (m, outputs)
 * @param classes the names of the classes that are told apart; empty if quantities are predicted
 * @param low the number that stands for the first class where one output tells two classes apart; 1 stands for the second
 * @param border the output that tells them apart
 */
public record Fit(
        Model model,
        Split examples,
        List<String> features,
        Tensor trainTargets,
        Tensor testTargets,
        List<String> classes,
        double low,
        double border) {
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    public Fit {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    /** The model of a problem and its examples; null if the problem is a function, which has none. */
    public static @Nullable Fit of(ProblemSpec problem, int seed) {
        Optional<Fit> fit = problem.accept(new ProblemSpec.Visitor<>() {
            @Override
            public Optional<Fit> function(ProblemSpec.Function spec) {
                return Optional.empty();
            }

            @Override
            public Optional<Fit> linear(ProblemSpec.Linear spec) {
                return Optional.of(of(spec));
            }

            @Override
            public Optional<Fit> network(ProblemSpec.Network spec) {
                return Optional.of(of(spec, spec.learning(seed)));
            }
        });
        return fit.orElse(null);
    }

    private static Fit of(ProblemSpec.Network spec, Learning learning) {
        return new Fit(
                learning.model(),
                spec.examples().split(spec.examples().dataset()),
                spec.features(),
                learning.targets(learning.split().train()),
                learning.split().test().size() == 0
                        ? none(learning.model().outputs())
                        : learning.targets(learning.split().test()),
                learning.split().train().classes(),
                learning.low(),
                learning.border());
    }

    /** The linear model is a layer of its own: its parameters lie as the layer's do. */
    private static Fit of(ProblemSpec.Linear spec) {
        int inputs = spec.x().shape().extent(1);
        int outputs = spec.y().shape().extent(1);
        Dataset train = new Dataset(numbered("x", inputs), spec.x(), numbered("y", outputs), spec.y(), List.of());
        Dataset test = train.examples(new int[0], 0, 0);
        return new Fit(
                new Model(inputs, List.of(Dense.of(outputs, "linear"))),
                new Split(train, test),
                List.of(),
                spec.y(),
                none(outputs),
                List.of(),
                -1,
                0);
    }

    private static Tensor none(int columns) {
        return Tensor.of(Shape.of(0, columns), new double[0], 0);
    }

    private static List<String> numbered(String name, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            StringBuilder number = new StringBuilder();
            for (char digit : Integer.toString(i).toCharArray()) {
                number.append(SUBSCRIPTS.charAt(digit - '0'));
            }
            names.add(count == 1 ? name : name + number);
        }
        return names;
    }

    /** The inputs that the model's features are made of, by their place among those given. */
    public List<Integer> axes() {
        List<String> given = examples.train().inputs();
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i);
            boolean isUsed = features.isEmpty();
            for (String feature : features) {
                isUsed |= feature.equals(name)
                        || (!given.contains(feature)
                                && Features.CATALOGUE
                                        .require(feature)
                                        .make()
                                        .columns()
                                        .contains(name));
            }
            if (isUsed) {
                axes.add(i);
            }
        }
        return axes;
    }

    /** The names of the model's inputs. */
    public List<String> inputNames() {
        return features.isEmpty() ? examples.train().inputs() : features;
    }

    /** The number of the class that a row of outputs, or of what is to be predicted, stands for. */
    public int classOf(double[] row) {
        if (row.length == 1) {
            return row[0] > border ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    /** How many examples there are, to train and to test with. */
    public int size() {
        return examples.train().size() + examples.test().size();
    }

    /** What the model takes of some rows of inputs, (n, model.inputs). */
    Tensor features(Tensor rows) {
        Dataset train = examples.train();
        if (features.isEmpty()) {
            return rows;
        }
        int n = rows.shape().extent(0);
        Dataset bare = new Dataset(
                train.inputs(), rows, List.of("target"), Tensor.of(Shape.of(n, 1), new double[n], 0), List.of());
        return Features.select(bare, features).x();
    }
}
