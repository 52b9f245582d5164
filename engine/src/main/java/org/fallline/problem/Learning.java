package org.fallline.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.catalogue.Choice;
import org.fallline.data.CsvException;
import org.fallline.data.Dataset;
import org.fallline.data.Features;
import org.fallline.data.Split;
import org.fallline.math.Key;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.nn.Metric;
import org.fallline.nn.Model;
import org.fallline.nn.Parameter;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A network, examples and a loss, joined.
 *
 * <p>The loss that is descended, mapped and charted is that of all training examples, without dropout, batch normalization having
 * the statistics of them all: a function of the parameters alone. A step sees the loss of its batch, with units dropped. Both
 * have the price of large weights added.
 */
public final class Learning {
    /** The most parameters of a network. */
    public static final int MAX_PARAMETERS = 10_000;

    /** The most numbers that the layers give for all examples together; each costs some hundred bytes. */
    private static final int MAX_ACTIVATIONS = 500_000;

    /** So many examples times parameters are looked at in some milliseconds, on a grid as coarse as can be read. */
    private static final int SKETCH = 75_000;

    /** Fewer examples do not tell what a network has to learn. */
    private static final int LEAST_SKETCHED = 32;

    /** What the picture shows of a weight's axis, around its start. */
    private static final double DOMAIN_WIDTH = 6;

    /** TensorFlow Playground's. */
    private static final double LEARNING_RATE = 0.03;

    private static final int INITIAL = 0;
    private static final int BATCHES = 1;
    private static final int DROPOUT = 2;

    private final Model model;
    private final Split split;
    private final Labels labels;
    private final Loss loss;
    private final Choice<Metric> metric;
    private final int batchSize;
    private final Key key;
    private final Tensor x;
    private final Tensor y;

    private Learning(Model model, Dataset examples, ProblemSpec.Network spec, Key key) {
        this.model = model;
        this.split = spec.examples().split(examples);
        this.loss = spec.loss().make();
        this.labels = Labels.of(loss, model);
        this.metric = labels.metric(examples.isClassified());
        this.key = key;
        this.x = split.train().x();
        this.y = labels.of(split.train());
        int size = split.train().size();
        this.batchSize = spec.batchSize() == 0 ? size : spec.batchSize();
        if (batchSize > size) {
            throw new ProblemException(
                    "batchSize",
                    "a batch of " + batchSize + " from " + size + (size == 1 ? " example" : " examples")
                            + " to train with: expected 1 to " + size);
        }
    }

    /** The network, examples and loss that a spec describes. */
    static Learning of(ProblemSpec.Network spec, int seed) {
        Dataset given = examples(spec);
        Model model = new Model(given.inputs().size(), spec.layers());
        Labels labels = Labels.of(spec.loss().make(), model);
        Dataset examples = labels.classified(given);
        // All of them, so that a class of which none is left to train with is not missed.
        labels.of(examples);
        requireRoom(model, examples.size());
        if (model.frozen().size() == model.parameters().names().size()) {
            throw new ProblemException(
                    "layers", "nothing is left to learn: expected at least one layer with weights that is not frozen");
        }
        return new Learning(model, examples, spec, Key.of(seed));
    }

    private static Dataset examples(ProblemSpec.Network spec) {
        Dataset all;
        try {
            all = spec.examples().dataset();
        } catch (CsvException e) {
            throw new ProblemException("dataset/csv", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException("dataset", String.valueOf(e.getMessage()));
        }
        if (spec.features().isEmpty()) {
            return all;
        }
        try {
            return Features.select(all, spec.features());
        } catch (IllegalArgumentException e) {
            throw new ProblemException("features", String.valueOf(e.getMessage()));
        }
    }

    private static void requireRoom(Model model, int examples) {
        int parameters = 0;
        int units = 0;
        int width = model.inputs();
        for (Layer layer : model.layers()) {
            for (Parameter parameter : layer.parameters(width)) {
                parameters += parameter.shape().size();
            }
            width = layer.units(width);
            units += width;
            if (parameters > MAX_PARAMETERS) {
                throw new ProblemException("layers", "expected at most " + MAX_PARAMETERS + " parameters");
            }
        }
        if (units > MAX_ACTIVATIONS / examples) {
            throw new ProblemException(
                    "layers",
                    "the layers have " + units + " units in all: expected at most " + MAX_ACTIVATIONS / examples
                            + ", which is what fits with " + examples + " examples");
        }
    }

    /** The network. */
    public Model model() {
        return model;
    }

    /** The examples, with the features that are the network's inputs. */
    public Split split() {
        return split;
    }

    /** What is to be predicted of some of the examples, in the numbers that the loss compares with predictions, (n, outputs). */
    public Tensor targets(Dataset examples) {
        return labels.of(examples);
    }

    /** The number that stands for what is not so, where one output tells two classes apart; 1 stands for what is. */
    public double low() {
        return labels.low();
    }

    /** The output that tells the two classes of one output apart. */
    public double border() {
        return labels.border();
    }

    /** The problem of descending the loss of all training examples; its sketch has the first of them, which are in a random order. */
    public Problem problem() {
        List<Double> start =
                Arrays.stream(model.initial(key.split(INITIAL))).boxed().toList();
        List<Interval> domain = start.stream()
                .map(value -> Interval.around(value, DOMAIN_WIDTH))
                .toList();
        return new Problem(
                model.parameters(),
                lossOf(x, y),
                start,
                domain,
                List.of(),
                LEARNING_RATE,
                sampling(),
                model.frozen(),
                sketchedLoss(start.size()));
    }

    private @Nullable Function<List<Node>, Node> sketchedLoss(int parameters) {
        int some = Math.max(LEAST_SKETCHED, SKETCH / parameters);
        // The whole must take so much longer that it is worth while to look twice.
        if (2 * some >= split.train().size()) {
            return null;
        }
        Dataset first = split.train().first(some);
        return lossOf(first.x(), labels.of(first));
    }

    private Function<List<Node>, Node> lossOf(Tensor inputs, Tensor targets) {
        return parameters -> {
            Node prediction = model.predict(parameters, literal("x", inputs), Pass.measuring());
            return loss(parameters, literal("y", targets), prediction);
        };
    }

    private Node loss(List<Node> parameters, Node target, Node prediction) {
        Node mean = loss.apply(target, prediction);
        Node penalty = model.penalty(parameters);
        return (penalty == null ? mean : Ops.add(mean, penalty)).named("L");
    }

    private static Node literal(String name, Tensor value) {
        return Ops.literal(value).named(name);
    }

    /** What a step sees; null if all examples with all units. */
    private @Nullable Sampling sampling() {
        boolean whole = batchSize == x.shape().extent(0);
        ParameterLayout masks = model.masks(batchSize);
        if (whole && masks.names().isEmpty()) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of("x", "y"));
        List<Shape> shapes = new ArrayList<>(
                List.of(x.shape().withExtent(0, batchSize), y.shape().withExtent(0, batchSize)));
        names.addAll(masks.names());
        shapes.addAll(masks.shapes());
        return new Sampling(
                new ParameterLayout(names, shapes),
                this::sampledLoss,
                () -> new BatchFeed(x, y, batchSize, key.split(BATCHES), model.masks(batchSize, key.split(DROPOUT))));
    }

    private Node sampledLoss(List<Node> all) {
        int count = model.parameters().names().size();
        List<Node> parameters = all.subList(0, count);
        Pass pass = Pass.training(all.subList(count + 2, all.size()));
        return loss(parameters, all.get(count + 1), model.predict(parameters, all.get(count), pass));
    }

    /** How good predictions for the training examples are. */
    public Evaluation training() {
        return evaluation(x, y);
    }

    /** How good predictions for the test examples are; null if there are none. */
    public @Nullable Evaluation test() {
        return split.test().size() == 0 ? null : evaluation(split.test().x(), labels.of(split.test()));
    }

    private Evaluation evaluation(Tensor inputs, Tensor targets) {
        List<Node> parameters = model.parameters().inputs();
        Pass measured = Pass.measuring();
        model.predict(parameters, literal("x", x), measured);
        Node prediction = model.predict(parameters, literal("x", inputs), Pass.inference(measured.statistics()));
        return Evaluation.of(
                parameters, prediction, loss(parameters, literal("y", targets), prediction), targets, metric);
    }
}
