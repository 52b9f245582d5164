package org.fallline.autodiff;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Divide;
import org.fallline.autodiff.op.Identity;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.MatMul;
import org.fallline.autodiff.op.Multiply;
import org.fallline.autodiff.op.Negate;
import org.fallline.autodiff.op.StopGradient;
import org.fallline.autodiff.op.Transpose;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A graph that computes the same bits with fewer operations.
 *
 * <p>Only what is exact in IEEE 754 is rewritten: {@code 1·x = x}, {@code x/1 = x}, {@code −(−x) = x}, the identity and what
 * stops a derivative are what they are of, a matrix product takes in its operands' transposes, an op on constants is its value,
 * and the same op on the same nodes is computed once. {@code x + 0} stays, since {@code −0 + 0} is 0.
 *
 * <p>Values are kept, derivatives are not: differentiate first, for through what stopped a derivative one flows afterwards.
 */
public final class Simplify {
    private final IdentityHashMap<Node, Node> replacements = new IdentityHashMap<>();
    private final Map<Computation, Node> computed = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();

    private Simplify() {}

    /** Nodes with the values of the given ones, in the same order; inputs stay the nodes they are. */
    public static List<Node> simplify(List<Node> outputs) {
        Simplify pass = new Simplify();
        for (Node node : Graph.of(List.of(), outputs).nodes()) {
            pass.replacements.put(node, pass.replacement(node));
        }
        return outputs.stream().map(pass::of).toList();
    }

    /**
     * A vjp simplified, as the formula of a local derivative: the op's application and its inputs stay the nodes they are, and
     * what they came of is not visited.
     */
    static Node rule(Node vjp, Node application) {
        Simplify pass = new Simplify();
        pass.replacements.put(application, application);
        application.inputs().forEach(input -> pass.replacements.put(input, input));
        return pass.visit(vjp);
    }

    // A rule is a few ops deep, so the recursion is.
    private Node visit(Node node) {
        Node known = replacements.get(node);
        if (known != null) {
            return known;
        }
        node.inputs().forEach(this::visit);
        Node replacement = replacement(node);
        replacements.put(node, replacement);
        return replacement;
    }

    private Node of(Node node) {
        Node replacement = replacements.get(node);
        if (replacement == null) {
            throw new IllegalStateException("not visited yet: " + node);
        }
        return replacement;
    }

    private Node replacement(Node node) {
        if (node.op() instanceof Input) {
            return node;
        }
        if (node.op() instanceof Constant constant) {
            // A literal may now be folded.
            return merged(Ops.constant(constant.tensor()), node);
        }
        List<Node> inputs = node.inputs().stream().map(this::of).toList();
        Node shorter = shorter(node.op(), inputs);
        if (shorter != null) {
            return shorter;
        }
        Node same = node.op() instanceof MatMul product
                ? untransposed(product, inputs)
                : Ops.apply(node.op(), inputs.toArray(new Node[0]));
        return merged(same, node);
    }

    private static @Nullable Node shorter(Op op, List<Node> inputs) {
        if (op instanceof Multiply && isOne(inputs.get(0))) {
            return inputs.get(1);
        }
        if ((op instanceof Multiply || op instanceof Divide) && isOne(inputs.get(1))) {
            return inputs.get(0);
        }
        if (op instanceof Identity || op instanceof StopGradient) {
            return inputs.get(0);
        }
        if (op instanceof Negate && inputs.get(0).op() instanceof Negate) {
            return inputs.get(0).input(0);
        }
        return null;
    }

    /** The product without the transposes of its operands: it reads them as they lie. */
    private static Node untransposed(MatMul product, List<Node> inputs) {
        Node a = inputs.get(0);
        Node b = inputs.get(1);
        boolean ofA = a.op() instanceof Transpose;
        boolean ofB = b.op() instanceof Transpose;
        return Ops.apply(
                new MatMul(product.transposedA() ^ ofA, product.transposedB() ^ ofB),
                ofA ? a.input(0) : a,
                ofB ? b.input(0) : b);
    }

    private static boolean isOne(Node node) {
        return node.isConcrete() && node.value().equals(Tensor.filled(node.shape(), 1));
    }

    /** The node that already computes this, or this one. */
    private Node merged(Node node, Node original) {
        List<Integer> inputs = node.inputs().stream().map(this::number).toList();
        Node first = computed.putIfAbsent(new Computation(node.op(), inputs), node);
        String label = original.label();
        if (first == null && label != null) {
            node.named(label);
        }
        return first == null ? node : first;
    }

    private int number(Node node) {
        numbers.putIfAbsent(node, numbers.size());
        return numbers.getOrDefault(node, -1);
    }

    /** What a node computes: equal for nodes that must have equal values. */
    private record Computation(Op op, List<Integer> inputs) {}
}
