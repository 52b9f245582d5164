package org.fallline.problem;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Program;
import org.fallline.autodiff.Simplify;
import org.fallline.catalogue.Choice;
import org.fallline.nn.Metric;
import org.fallline.tensor.Tensor;

/**
 * How good a network's predictions for some examples are, compiled.
 *
 * <p>Nothing is dropped, and batch normalization has the statistics of the training examples. Not safe for use by several threads
 * at once.
 */
public final class Evaluation {
    private final Program program;
    private final Node prediction;
    private final Node loss;
    private final Tensor target;
    private final Choice<Metric> metric;

    private Evaluation(List<Node> inputs, List<Node> outputs, Tensor target, Choice<Metric> metric) {
        this.program = Program.of(inputs, outputs);
        this.prediction = outputs.get(0);
        this.loss = outputs.get(1);
        this.target = target;
        this.metric = metric;
    }

    static Evaluation of(List<Node> inputs, Node prediction, Node loss, Tensor target, Choice<Metric> metric) {
        return new Evaluation(inputs, Simplify.simplify(List.of(prediction, loss)), target, metric);
    }

    /** What is to be predicted, in the numbers that the loss compares with predictions. */
    public Tensor target() {
        return target;
    }

    /** The predictions at some parameters. */
    public Tensor prediction(double[] params) {
        program.run(params);
        return program.value(prediction);
    }

    /** The loss at some parameters, with the price of large weights. */
    public double loss(double[] params) {
        program.run(params);
        return program.value(loss).item();
    }

    /** The metric that suits the examples and the loss. */
    public Choice<Metric> metric() {
        return metric;
    }

    /** The metric at some parameters. */
    public double metric(double[] params) {
        return metric.make().of(target, prediction(params));
    }
}
