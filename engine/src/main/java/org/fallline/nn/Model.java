package org.fallline.nn;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A feed-forward network: layers through which a row of numbers goes for each example.
 *
 * @param inputs how many numbers an example has
 * @param layers in order
 */
public record Model(int inputs, List<Layer> layers) {
    public Model {
        layers = List.copyOf(layers);
        if (inputs < 1) {
            throw new IllegalArgumentException("a model of " + inputs + " inputs: expected at least 1");
        }
    }

    /** How many numbers a prediction has. */
    public int outputs() {
        return width(layers.size());
    }

    /** How many numbers an example has before a layer. */
    private int width(int layer) {
        int width = inputs;
        for (int i = 0; i < layer; i++) {
            width = layers.get(i).units(width);
        }
        return width;
    }

    /**
     * Where the parameters lie: those of each layer in turn, named by their symbol and the number, from 1, of their layer among
     * those that have any.
     */
    public ParameterLayout parameters() {
        List<String> names = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < layers.size(); i++) {
            List<Parameter> own = layers.get(i).parameters(width(i));
            number += own.isEmpty() ? 0 : 1;
            for (Parameter parameter : own) {
                names.add(parameter.symbol() + number);
                shapes.add(parameter.shape());
            }
        }
        return new ParameterLayout(names, shapes);
    }

    /** The numbers, in {@link #parameters}, of those that are not learned: the parameters of frozen layers. */
    public List<Integer> frozen() {
        List<Integer> frozen = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < layers.size(); i++) {
            int count = layers.get(i).parameters(width(i)).size();
            for (int j = 0; j < count; j++) {
                if (!layers.get(i).trainable()) {
                    frozen.add(next + j);
                }
            }
            next += count;
        }
        return frozen;
    }

    /**
     * The parameters before the first step.
     *
     * @param key its child i, of it child j, is the key of parameter j of layer i
     */
    public double[] initial(Key key) {
        double[] values = new double[parameters().size()];
        int at = 0;
        for (int i = 0; i < layers.size(); i++) {
            List<Parameter> own = layers.get(i).parameters(width(i));
            for (int j = 0; j < own.size(); j++) {
                Parameter parameter = own.get(j);
                Key ownKey = key.split(i).split(j);
                parameter.initializer().fill(ownKey, parameter.fanIn(), parameter.fanOut(), values, at);
                at += parameter.shape().size();
            }
        }
        return values;
    }

    /** The masks that a training pass over so many examples needs: one a dropout layer, (examples, units). */
    public ParameterLayout masks(int examples) {
        List<String> names = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dropout) {
                names.add("m" + (names.size() + 1));
                shapes.add(Shape.of(examples, width(i)));
            }
        }
        return new ParameterLayout(names, shapes);
    }

    /** The masks of a key, step by step, for so many examples. */
    public Masks masks(int examples, Key key) {
        double[] rates = layers.stream()
                .filter(layer -> layer instanceof Dropout)
                .mapToDouble(layer -> ((Dropout) layer).rate())
                .toArray();
        int[] sizes = masks(examples).shapes().stream().mapToInt(Shape::size).toArray();
        return new Masks(key, rates, sizes);
    }

    /**
     * What the model says of some examples.
     *
     * @param parameters one node a parameter
     * @param x (n, inputs)
     * @return (n, outputs)
     */
    public Node predict(List<Node> parameters, Node x, Pass pass) {
        List<Node> outputs = outputs(parameters, x, pass);
        return outputs.get(outputs.size() - 1);
    }

    /**
     * What each layer gives for some examples, the last one being the prediction.
     *
     * @param parameters one node a parameter
     * @param x (n, inputs)
     * @return (n, units) each
     */
    public List<Node> outputs(List<Node> parameters, Node x, Pass pass) {
        List<Node> outputs = new ArrayList<>();
        Node at = x;
        int next = 0;
        int number = 0;
        for (int i = 0; i < layers.size(); i++) {
            int count = layers.get(i).parameters(width(i)).size();
            at = layers.get(i).apply(at, parameters.subList(next, next + count), pass);
            next += count;
            number += count == 0 ? 0 : 1;
            if (count > 0 && i < layers.size() - 1) {
                at.named("a" + number);
            }
            outputs.add(at);
        }
        at.named("ŷ");
        return outputs;
    }

    /** What the loss has added for large weights, a scalar; null if nothing. */
    public @Nullable Node penalty(List<Node> parameters) {
        Node sum = null;
        int next = 0;
        for (int i = 0; i < layers.size(); i++) {
            int count = layers.get(i).parameters(width(i)).size();
            Node penalty = layers.get(i).penalty(parameters.subList(next, next + count));
            if (penalty != null) {
                sum = sum == null ? penalty : Ops.add(sum, penalty);
            }
            next += count;
        }
        return sum;
    }
}
