package org.fallline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Program;
import org.fallline.autodiff.ReversePass;
import org.fallline.autodiff.Simplify;
import org.fallline.autodiff.op.MatMul;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Model;
import org.fallline.problem.Problem;

/**
 * How the loss of a network's training examples changes with what its units give, and how much of that passes through them.
 *
 * <pre>
 * z = a' W + b          what a unit of a dense layer adds up, of the outputs a' of the layer before
 * a = φ(z)              what it gives
 * error of a unit     = ∂ℓ/∂a
 * delta of a unit     = ∂ℓ/∂z = φ′(z) ∂ℓ/∂a
 * error along an edge = W[i,j] · delta of j: what unit j passes back to what it takes of unit i
 * </pre>
 *
 * <p>ℓ is the loss of one example, or its mean over all; prices on weights are no part of an error. Source: D. E. Rumelhart,
 * G. E. Hinton and R. J. Williams, <i>Learning representations by back-propagating errors</i>, Nature 323 (1986), 533–536.
 */
public final class UnitErrors {
    /** All examples, of which the mean is taken. */
    public static final int ALL = -1;

    /** A unit that passes on less of its error, in comparison, is as good as stopped. */
    private static final double LITTLE = 0.05;

    private final Wiring wiring;
    private final Program program;
    private final List<Node> errors = new ArrayList<>();
    private final List<Node> deltas = new ArrayList<>();
    private final int examples;
    private double[] params = {};

    /** How well a gradient passes through a unit. */
    public enum Passing {
        /** Well enough. */
        OPEN,
        /** So flat is the activation where the unit stands that little passes: under a twentieth. */
        SATURATED,
        /** Nothing passes, whatever the example. */
        DEAD
    }

    /** The errors of a network; nothing has been computed yet. */
    public UnitErrors(Problem problem, Fit fit) {
        this.wiring = Wiring.of(fit);
        this.examples = fit.examples().train().size();
        List<Node> inputs = problem.layout().inputs();
        Node loss = problem.loss().apply(inputs);
        Graph graph = Graph.of(inputs, List.of(loss));
        List<Node> sums = sums(fit.model(), inputs, graph);
        List<Node> outputs = sums.stream().map(sum -> output(sum, graph)).toList();
        List<Node> sources = new ArrayList<>(sums);
        sources.addAll(outputs);
        ReversePass pass = ReversePass.of(loss, sources);
        List<Node> wanted = new ArrayList<>();
        outputs.forEach(node -> wanted.add(pass.cotangentOrZeros(node)));
        sums.forEach(node -> wanted.add(pass.cotangentOrZeros(node)));
        List<Node> simple = Simplify.simplify(wanted);
        errors.addAll(simple.subList(0, outputs.size()));
        deltas.addAll(simple.subList(outputs.size(), simple.size()));
        this.program = Program.compact(inputs, simple);
    }

    /** What the units of each dense layer add up: found by the weights that it uses. */
    private static List<Node> sums(Model model, List<Node> inputs, Graph graph) {
        List<Node> sums = new ArrayList<>();
        int next = 0;
        int width = model.inputs();
        for (Layer layer : model.layers()) {
            int count = layer.parameters(width).size();
            if (layer instanceof Dense) {
                Node weights = inputs.get(next);
                for (Node node : graph.nodes()) {
                    if (node.op() instanceof MatMul && node.input(1) == weights) {
                        sums.add(Objects.requireNonNull(user(node, graph)));
                    }
                }
            }
            next += count;
            width = layer.units(width);
        }
        return sums;
    }

    /** The first node that uses another. */
    private static Node user(Node used, Graph graph) {
        for (Node node : graph.nodes()) {
            if (node.inputs().contains(used)) {
                return node;
            }
        }
        return used;
    }

    /** What an activation makes of sums: the labelled node behind them, or the sums themselves if they are it. */
    private static Node output(Node sum, Graph graph) {
        Node at = sum;
        // An activation is a few ops deep, and what it gives is named.
        while (at.label() == null) {
            Node next = user(at, graph);
            if (next == at || !next.shape().equals(sum.shape())) {
                return sum;
            }
            at = next;
        }
        return at;
    }

    /** Computes the errors at some parameters, which are copied. */
    public void run(double[] at) {
        params = at.clone();
        program.run(params);
    }

    /** How many examples there are. */
    public int examples() {
        return examples;
    }

    /** The error of a unit of a column of the wiring, from 1, for an example or {@link #ALL}. */
    double error(int column, int unit, int example) {
        return of(errors.get(column - 1), unit, example);
    }

    private double of(Node node, int unit, int example) {
        int units = node.shape().extent(1);
        int from = program.offset(node) + unit;
        double[] memory = program.memory();
        if (example != ALL) {
            // The loss is a mean: an example's own is so many times its share.
            return memory[from + example * units] * examples;
        }
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            sum += memory[from + i * units];
        }
        return sum;
    }

    /** All that flows back, of an example or of {@link #ALL}. */
    public Backflow backflow(int example) {
        List<double[]> all = new ArrayList<>();
        List<List<Passing>> passing = new ArrayList<>();
        for (int column = 1; column < wiring.columns().size(); column++) {
            double[] of = new double[wiring.columns().get(column).units()];
            List<Passing> through = new ArrayList<>();
            for (int unit = 0; unit < of.length; unit++) {
                of[unit] = error(column, unit, example);
                through.add(passing(column, unit));
            }
            all.add(of);
            passing.add(through);
        }
        return new Backflow(example, flows(example), all, passing);
    }

    /** What flows back, by the parameters: along each weight its edge's error, at each bias its unit's delta; others are 0. */
    double[] flows(int example) {
        double[] flows = new double[wiring.names().size()];
        for (int column = 1; column < wiring.columns().size(); column++) {
            Wiring.Column of = wiring.columns().get(column);
            for (int to = 0; to < of.units(); to++) {
                double delta = of(deltas.get(column - 1), to, example);
                flows[of.biases() + to] = delta;
                for (int from = 0; from < wiring.columns().get(column - 1).units(); from++) {
                    int weight = wiring.weight(column, from, to);
                    flows[weight] = params[weight] * delta;
                }
            }
        }
        return flows;
    }

    /** How well the errors of all examples pass through a unit. */
    Passing passing(int column, int unit) {
        double arriving = 0;
        double passing = 0;
        Node error = errors.get(column - 1);
        int units = error.shape().extent(1);
        for (int i = 0; i < examples; i++) {
            arriving += Math.abs(program.memory()[program.offset(error) + i * units + unit]);
            passing += Math.abs(program.memory()[program.offset(deltas.get(column - 1)) + i * units + unit]);
        }
        // Where nothing arrives, nothing is stopped.
        boolean isLittle = arriving > 0 && passing < LITTLE * arriving;
        return !isLittle ? Passing.OPEN : passing == 0 ? Passing.DEAD : Passing.SATURATED;
    }
}
