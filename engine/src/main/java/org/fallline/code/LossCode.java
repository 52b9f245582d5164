package org.fallline.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Notation.Operand;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.op.BroadcastTo;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A loss in a language: what its graph computes, in the graph's order.
 *
 * <p>A node that has a name, that is used more than once or whose text is long has a statement; any other stands where it is used.
 * Data is declared outside. An operand that the language broadcasts by itself is written as it was before.
 */
final class LossCode {
    /** Longer expressions are taken apart, which also bounds how deep they nest. */
    private static final int LONG = 72;

    private static final Set<String> BROADCASTING = Set.of(
            "add",
            "subtract",
            "multiply",
            "divide",
            "power",
            "maximum",
            "minimum",
            "less",
            "lessEqual",
            "greater",
            "greaterEqual",
            "equal",
            "notEqual",
            "where");

    private final Dialect dialect;
    private final Names names;
    private final IdentityHashMap<Node, Operand> written = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> uses = new IdentityHashMap<>();
    private final List<String> declarations = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final String result;

    /**
     * @param inputs symbolic, one a parameter or datum
     * @param words what the program calls them
     * @throws UnlistedException if the language has no words for an op
     */
    LossCode(Dialect dialect, Names names, List<Node> inputs, List<String> words, Node loss) {
        this.dialect = dialect;
        this.names = names;
        for (int i = 0; i < inputs.size(); i++) {
            written.put(inputs.get(i), atom(words.get(i)));
        }
        List<Node> nodes = Graph.of(inputs, List.of(loss)).nodes();
        for (Node node : nodes) {
            node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
        for (Node node : nodes) {
            if (!(node.op() instanceof Input || node.op() instanceof Constant || isElided(node))) {
                write(node);
            }
        }
        this.result = operand(loss).text();
    }

    /** The data, a declaration each. */
    List<String> declarations() {
        return declarations;
    }

    /** The statements before the result. */
    List<String> statements() {
        return statements;
    }

    /** The expression of the loss. */
    String result() {
        return result;
    }

    private static Operand atom(String name) {
        return new Operand(name, Notation.ATOM);
    }

    /** Whether a node is left to its only user, to write or to leave out. */
    private boolean isElided(Node node) {
        return node.op() instanceof BroadcastTo && uses.getOrDefault(node, 0) == 1;
    }

    private void write(Node node) {
        Operand operand = dialect.apply(node, operands(node));
        String label = node.label();
        int used = uses.getOrDefault(node, 0);
        if (used > 0 && (label != null || used > 1 || operand.text().length() > LONG)) {
            String name = names.fresh(label == null ? "v" : label);
            statements.add(dialect.assignment(name, operand.text()));
            operand = atom(name);
        }
        written.put(node, operand);
    }

    private List<Operand> operands(Node node) {
        List<Operand> operands = new ArrayList<>();
        boolean leaves = BROADCASTING.contains(node.op().name());
        if (leaves) {
            @Nullable Shape shape = Shape.SCALAR;
            for (Node input : node.inputs()) {
                shape = shape == null
                        ? null
                        : Shape.broadcast(shape, before(input).shape());
            }
            leaves = node.shape().equals(shape);
        }
        for (Node input : node.inputs()) {
            operands.add(operand(leaves ? before(input) : input));
        }
        return operands;
    }

    /** What was broadcast to make an operand, if nothing else uses it; else the operand. */
    private Node before(Node node) {
        if (isElided(node)) {
            return node.input(0);
        }
        if (node.isConcrete() && node.op() instanceof Constant constant) {
            Tensor tensor = constant.tensor();
            boolean filled = tensor.shape().size() > 0 && tensor.equals(Tensor.filled(tensor.shape(), tensor.at(0)));
            return filled ? Ops.constant(tensor.at(0)) : node;
        }
        return node;
    }

    private Operand operand(Node node) {
        Operand known = written.get(node);
        if (known != null) {
            return known;
        }
        if (node.op() instanceof Constant constant) {
            Operand made = constant(node, constant.tensor());
            written.put(node, made);
            return made;
        }
        write(node);
        return written.getOrDefault(node, atom(""));
    }

    private Operand constant(Node node, Tensor tensor) {
        if (tensor.shape().equals(Shape.SCALAR)) {
            return dialect.number(tensor.item());
        }
        String label = node.label();
        String name = names.fresh(label == null ? "data" : label);
        declarations.add(dialect.declaration(name, dialect.data(tensor)));
        return atom(name);
    }
}
