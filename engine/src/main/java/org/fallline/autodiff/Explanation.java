package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fallline.autodiff.ReversePass.Term;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.MatMul;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A computation opened for reading: every value on the way forward, and on the way back every product of the chain rule with
 * its local derivative.
 *
 * <p>Formulas are read off the graph that runs and numbers off the memory it ran in, so nothing here can differ from what the
 * engine does.
 */
public final class Explanation {
    /** Numbers inside formulas are rounded to this many significant digits; values are given in full beside them. */
    private static final int DIGITS = 6;

    private final Graph forward;
    private final Node loss;
    private final ReversePass pass;
    private final List<Node> locals;
    private final Program program;
    /** For central differences: the way forward alone; null until they are asked for. */
    private @Nullable Program alone;

    private double[] params = {};

    /**
     * A node computed on the way forward.
     *
     * @param name of the node
     * @param op that computed it
     * @param formula of the operands' names, or empty for a leaf
     * @param numbers the formula with the operands' values, or the shapes of large ones, or empty for a leaf
     * @param value the result
     */
    public record Forward(String name, String op, String formula, String numbers, Value value) {}

    /**
     * The derivative of the loss by a node, formed on the way back.
     *
     * @param name of the node
     * @param parts what each use of the node adds
     * @param value the sum of the parts
     */
    public record Backward(String name, List<Part> parts, Value value) {}

    /**
     * What one use of a node adds to its derivative.
     *
     * @param receiver the name of the node
     * @param user the name of the node that uses it
     * @param local the local derivative of the user by the node, as a formula
     * @param localValue the local derivative's value
     * @param formula the product of the local derivative with the user's own derivative
     * @param numbers the formula with numbers in it
     * @param value the product
     */
    public record Part(
            String receiver,
            String user,
            String local,
            Value localValue,
            String formula,
            String numbers,
            Value value) {}

    /**
     * What flows back along an edge.
     *
     * @param user the node whose op passes it on
     * @param receiver the operand to whose derivative it is added
     */
    public record Flow(Node user, Node receiver, Value value) {}

    /** What the last {@link #run} computed for a node: read when asked for, since those of a network are large. */
    public static final class Value {
        private final Program program;
        private final Node node;

        private Value(Program program, Node node) {
            this.program = program;
            this.node = node;
        }

        public Shape shape() {
            return node.shape();
        }

        /** A copy of the numbers. */
        public Tensor tensor() {
            return program.value(node);
        }

        /** As {@link Tensor#brief} writes it. */
        public String brief(int significantDigits) {
            return Tensor.isBrief(shape()) ? tensor().brief(significantDigits) : shape().toString();
        }
    }

    private Explanation(List<Node> inputs, Node loss) {
        this.loss = loss;
        this.forward = Graph.of(inputs, List.of(loss));
        this.pass = ReversePass.of(loss, inputs);
        this.locals = pass.terms().stream().map(Explanation::local).toList();
        List<Node> outputs = new ArrayList<>(List.of(loss));
        for (Term term : pass.terms()) {
            outputs.add(term.value());
            outputs.add(pass.cotangentOrZeros(term.receiver()));
        }
        // Also the derivatives that no product reaches: of the loss by itself, and of what it does not change with.
        for (Node node : forward.nodes()) {
            Node cotangent = pass.cotangent(node);
            if (cotangent != null) {
                outputs.add(cotangent);
            }
        }
        outputs.addAll(locals);
        this.program = Program.of(inputs, outputs);
    }

    /** Opens a scalar function of some parameters. */
    public static Explanation of(ParameterLayout layout, Function<List<Node>, Node> function) {
        List<Node> inputs = layout.inputs();
        return new Explanation(inputs, function.apply(inputs));
    }

    /** Computes everything at some parameters, given by the layout. */
    public void run(double[] params) {
        this.params = params.clone();
        program.run(params);
    }

    /** The graph of the way forward. */
    public Graph graph() {
        return forward;
    }

    /** The nodes that ops computed, in the order of recording. */
    public List<Node> tape() {
        return forward.operations();
    }

    /** What is differentiated. */
    public Node loss() {
        return loss;
    }

    /** Every moment of the way: the tape, the loss, and the tape backwards, as far as a derivative flows. */
    public List<Moment> moments() {
        List<Node> tape = tape();
        List<Moment> moments = new ArrayList<>();
        for (int op = 1; op <= tape.size(); op++) {
            moments.add(Moment.forward(op));
        }
        moments.add(Moment.LOSS);
        for (int op = tape.size(); op >= 1; op--) {
            Node user = tape.get(op - 1);
            if (pass.terms().stream().anyMatch(term -> term.user() == user)) {
                moments.add(Moment.backward(op));
            }
        }
        return moments;
    }

    /** The way forward, in the order of computation, as the last {@link #run} left it. */
    public List<Forward> forward() {
        List<Forward> lines = new ArrayList<>();
        for (Node node : forward.nodes()) {
            // A bare number says itself where it is used.
            if (!node.inputs().isEmpty() || node.label() != null) {
                lines.add(forward(node));
            }
        }
        return lines;
    }

    /** How a node is computed. */
    public Forward forward(Node node) {
        boolean leaf = node.inputs().isEmpty();
        return new Forward(
                forward.name(node),
                node.op().name(),
                leaf ? "" : Expression.application(node, forward::name),
                leaf ? "" : Expression.application(node, this::number),
                value(node));
    }

    /** The way back, in the order in which the derivatives are complete, as the last {@link #run} left it. */
    public List<Backward> backward() {
        List<Backward> lines = new ArrayList<>();
        for (int i = forward.nodes().size() - 1; i >= 0; i--) {
            Node node = forward.nodes().get(i);
            Value derivative = derivative(node);
            if (derivative != null) {
                lines.add(new Backward(forward.name(node), received(node), derivative));
            }
        }
        return lines;
    }

    /** The derivative of the loss by a node; null if it does not depend on it, or is not asked for it. */
    public @Nullable Value derivative(Node node) {
        Node cotangent = pass.cotangent(node);
        return cotangent == null ? null : value(cotangent);
    }

    /** What the uses of a node add to its derivative, in the order in which they do. */
    public List<Part> received(Node node) {
        return parts(term -> term.receiver() == node);
    }

    /** What a node's op passes on to the derivatives of its operands, one part an operand that has any. */
    public List<Part> passed(Node node) {
        return parts(term -> term.user() == node);
    }

    /** All that flows back, in the order in which it does. */
    public List<Flow> flows() {
        return pass.terms().stream()
                .map(term -> new Flow(term.user(), term.receiver(), value(term.value())))
                .toList();
    }

    private List<Part> parts(Predicate<Term> wanted) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pass.terms().size(); i++) {
            Term term = pass.terms().get(i);
            if (wanted.test(term)) {
                Node user = term.user();
                parts.add(new Part(
                        forward.name(term.receiver()),
                        forward.name(user),
                        Expression.of(locals.get(i), this::forwardName),
                        value(locals.get(i)),
                        Expression.of(
                                term.value(),
                                part -> name(part, user, Explanation.this::derivativeName, this::forwardName)),
                        Expression.of(
                                term.value(), part -> name(part, user, this::derivativeNumber, this::forwardNumber)),
                        value(term.value())));
            }
        }
        return parts;
    }

    /**
     * Compares the derivative by a node with central differences, as {@link GradientCheck} does: the node's elements are moved one
     * by one, and what was recorded after it is computed anew.
     *
     * @param most elements; of more, as many that lie evenly among them
     */
    public GradientCheck check(Node node, int most) {
        Program moving = alone;
        if (moving == null) {
            moving = Program.of(
                    forward.nodes().stream()
                            .filter(one -> one.op() instanceof Input)
                            .toList(),
                    List.of(loss));
            alone = moving;
        }
        moving.run(params);
        Tensor at = moving.value(node);
        Node cotangent = pass.cotangent(node);
        List<String> names = new ParameterLayout(List.of(forward.name(node)), List.of(node.shape())).elementNames();
        List<GradientCheck.Derivative> derivatives = new ArrayList<>();
        int count = Math.min(most, names.size());
        for (int i = 0; i < count; i++) {
            int element = (int) ((long) names.size() * i / count);
            double x = at.at(element);
            double above = x + GradientCheck.step(x);
            double below = x - GradientCheck.step(x);
            derivatives.add(GradientCheck.derivative(
                    "∂" + forward.name(loss) + "/∂" + names.get(element),
                    cotangent == null ? 0 : program.memory()[program.offset(cotangent) + element],
                    moving.probe(node, element, above, loss),
                    moving.probe(node, element, below, loss),
                    above - below));
        }
        return new GradientCheck(derivatives);
    }

    /** The local derivative: the matrix that multiplies ȳ, or else what the rule gives for ȳ = 1. */
    private static Node local(Term term) {
        Node value = term.value();
        if (value.op() instanceof MatMul && term.user().op() instanceof MatMul) {
            return value.input(term.input() == 0 ? 1 : 0);
        }
        Node one = Ops.literal(Tensor.filled(term.user().shape(), 1));
        Node rule = term.user().op().vjp(term.user(), one).get(term.input());
        // The user and its inputs stay the nodes they are, so that the formula can name them.
        return Simplify.rule(rule, term.user());
    }

    private @Nullable String name(
            Node part, Node user, Function<Node, String> derivative, Function<Node, @Nullable String> value) {
        return part == pass.cotangent(user) ? derivative.apply(user) : value.apply(part);
    }

    private String derivativeName(Node node) {
        return "∂" + forward.name(loss) + "/∂" + forward.name(node);
    }

    private String derivativeNumber(Node node) {
        return number(pass.cotangentOrZeros(node));
    }

    private @Nullable String forwardName(Node node) {
        return forward.position(node) == null ? null : forward.name(node);
    }

    private @Nullable String forwardNumber(Node node) {
        return forward.position(node) == null ? null : number(node);
    }

    private String number(Node node) {
        return value(node).brief(DIGITS);
    }

    /** What the last {@link #run} computed for a node of the graph. */
    public Value value(Node node) {
        return new Value(program, node);
    }
}
