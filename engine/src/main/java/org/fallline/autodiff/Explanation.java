package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.ReversePass.Term;
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
     * @param user the name of the node that uses it
     * @param local the local derivative of the user by the node, as a formula
     * @param localValue the local derivative's value
     * @param formula the product of the local derivative with the user's own derivative
     * @param numbers the formula with numbers in it
     * @param value the product
     */
    public record Part(String user, String local, Value localValue, String formula, String numbers, Value value) {}

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
        program.run(params);
    }

    /** The graph of the way forward. */
    public Graph graph() {
        return forward;
    }

    /** The way forward, in the order of computation, as the last {@link #run} left it. */
    public List<Forward> forward() {
        List<Forward> lines = new ArrayList<>();
        for (Node node : forward.nodes()) {
            boolean leaf = node.inputs().isEmpty();
            if (leaf && node.label() == null) {
                // A bare number says itself where it is used.
                continue;
            }
            lines.add(new Forward(
                    forward.name(node),
                    node.op().name(),
                    leaf ? "" : Expression.application(node, forward::name),
                    leaf ? "" : Expression.application(node, this::number),
                    value(node)));
        }
        return lines;
    }

    /** The way back, in the order in which the derivatives are complete, as the last {@link #run} left it. */
    public List<Backward> backward() {
        List<Backward> lines = new ArrayList<>();
        for (int i = forward.nodes().size() - 1; i >= 0; i--) {
            Node node = forward.nodes().get(i);
            Node cotangent = pass.cotangent(node);
            if (cotangent != null) {
                lines.add(new Backward(forward.name(node), parts(node), value(cotangent)));
            }
        }
        return lines;
    }

    private List<Part> parts(Node node) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pass.terms().size(); i++) {
            Term term = pass.terms().get(i);
            if (term.receiver() == node) {
                Node user = term.user();
                parts.add(new Part(
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

    private Value value(Node node) {
        return new Value(program, node);
    }
}
