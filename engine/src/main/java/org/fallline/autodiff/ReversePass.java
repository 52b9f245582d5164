package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The chain rule, applied once to a graph: walks from a target back to the nodes it is differentiated by, and gives each node
 * on the way its cotangent.
 *
 * <pre>
 * cotangent of target = 1
 * cotangent of x      = Σ over the nodes y that use x of vjp(y, cotangent of y)
 * </pre>
 *
 * <p>The cotangents are nodes themselves: symbolic for a symbolic target, concrete (so already computed) for a concrete one.
 * A target that is not a scalar is differentiated as the sum of its elements, as TensorFlow does.
 */
public final class ReversePass {
    private final Graph graph;
    private final List<Node> targets;
    private final IdentityHashMap<Node, Boolean> active;
    private final Predicate<Node> follows;
    private final IdentityHashMap<Node, Node> cotangents = new IdentityHashMap<>();
    private final List<Term> terms = new ArrayList<>();

    /**
     * What one use of a node adds to its cotangent.
     *
     * @param user the node that uses it
     * @param input which operand of the user it is
     * @param value the user's vjp for that operand
     */
    public record Term(Node user, int input, Node value) {
        /** The node to whose cotangent this is added. */
        public Node receiver() {
            return user.input(input);
        }
    }

    private ReversePass(
            Graph graph, List<Node> targets, IdentityHashMap<Node, Boolean> active, Predicate<Node> follows) {
        this.graph = graph;
        this.targets = List.copyOf(targets);
        this.active = active;
        this.follows = follows;
    }

    /** Differentiates a target by some nodes. */
    public static ReversePass of(Node target, List<Node> sources) {
        return of(target, ones(target), sources);
    }

    /**
     * The vector-Jacobian product of a target: its derivative by some nodes, weighted by a cotangent.
     *
     * @param seed the cotangent of the target, of its shape
     */
    public static ReversePass of(Node target, Node seed, List<Node> sources) {
        return unseeded(List.of(target), sources, node -> true).with(List.of(seed));
    }

    /**
     * A pass from some targets that have no cotangents yet, following only some of the operations.
     *
     * @param follows whether the derivative flows through a node to its inputs
     */
    static ReversePass unseeded(List<Node> targets, List<Node> sources, Predicate<Node> follows) {
        Graph graph = Graph.of(List.of(), targets);
        return new ReversePass(graph, targets, active(graph, sources, follows), follows);
    }

    /**
     * The derivative of the sum of this pass's targets, each weighted by a cotangent.
     *
     * @param seeds the cotangents of the targets, each of its target's shape
     */
    ReversePass with(List<Node> seeds) {
        if (seeds.size() != targets.size()) {
            throw new IllegalArgumentException(
                    seeds.size() + " cotangents were given for " + targets.size() + " targets");
        }
        ReversePass pass = new ReversePass(graph, targets, active, follows);
        for (int i = 0; i < seeds.size(); i++) {
            pass.start(targets.get(i), seeds.get(i));
        }
        pass.run();
        return pass;
    }

    /** The derivative of the sum of all elements of this pass's targets. */
    ReversePass withOnes() {
        return with(targets.stream().map(ReversePass::ones).toList());
    }

    private void start(Node target, Node seed) {
        if (!seed.shape().equals(target.shape())) {
            throw new IllegalArgumentException(
                    "the cotangent has the shape " + seed.shape() + " but its target " + target.shape());
        }
        if (active.containsKey(target)) {
            add(target, seed);
        }
    }

    /** The cotangent with which a target is differentiated as the sum of its elements. */
    static Node ones(Node target) {
        return seed(target, Tensor.filled(target.shape(), 1));
    }

    /** A cotangent of a target: symbolic for a symbolic target, so that what is computed of it is not folded away. */
    static Node seed(Node target, Tensor cotangent) {
        return target.isConcrete() ? Ops.constant(cotangent) : Ops.literal(cotangent);
    }

    /** The nodes through which a change of a source reaches the graph's outputs. */
    private static IdentityHashMap<Node, Boolean> active(Graph graph, List<Node> sources, Predicate<Node> follows) {
        IdentityHashMap<Node, Boolean> active = new IdentityHashMap<>();
        sources.forEach(source -> active.put(source, true));
        for (Node node : graph.nodes()) {
            if (follows.test(node)) {
                for (int k = 0; k < node.inputs().size(); k++) {
                    if (active.containsKey(node.input(k)) && node.op().isDifferentiable(k)) {
                        active.put(node, true);
                    }
                }
            }
        }
        return active;
    }

    private void run() {
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node y = graph.nodes().get(i);
            Node yBar = cotangents.get(y);
            // A source that was itself computed may have no active input: there the derivative ends.
            if (yBar != null && follows.test(y) && y.inputs().stream().anyMatch(active::containsKey)) {
                passOn(y, yBar);
            }
        }
    }

    private void passOn(Node y, Node yBar) {
        List<Node> values = y.op().vjp(y, yBar);
        for (int k = 0; k < values.size(); k++) {
            Node x = y.input(k);
            if (active.containsKey(x) && y.op().isDifferentiable(k)) {
                terms.add(new Term(y, k, values.get(k)));
                add(x, values.get(k));
            }
        }
    }

    private void add(Node x, Node cotangent) {
        Node soFar = cotangents.get(x);
        cotangents.put(x, soFar == null ? cotangent : Ops.add(soFar, cotangent));
    }

    /** The derivative of the target by a node, of the node's shape; null if the target does not depend on it. */
    public @Nullable Node cotangent(Node node) {
        return cotangents.get(node);
    }

    /** The derivative of the target by a node; zeros if the target does not depend on it. */
    public Node cotangentOrZeros(Node node) {
        Node cotangent = cotangents.get(node);
        return cotangent == null ? Ops.zerosLike(node) : cotangent;
    }

    /** Every product of the chain rule, in the order in which it was formed. */
    public List<Term> terms() {
        return Collections.unmodifiableList(terms);
    }
}
