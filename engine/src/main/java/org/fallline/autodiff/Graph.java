package org.fallline.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.math.Decimal;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Nodes in topological order: each stands after its inputs. */
public final class Graph {
    private final List<Node> nodes;
    private final IdentityHashMap<Node, Integer> positions = new IdentityHashMap<>();
    private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();

    private Graph(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        int unnamed = 0;
        for (Node node : nodes) {
            positions.put(node, positions.size());
            String name = ownName(node);
            names.put(node, name == null ? "v" + ++unnamed : name);
        }
    }

    /**
     * All that some nodes depend on, themselves included, in the order of a depth-first walk over the operands. The leading
     * nodes come first and in their own order, even where nothing depends on them.
     *
     * @param leading leaves to put first, such as a program's inputs
     */
    public static Graph of(List<Node> leading, List<Node> outputs) {
        List<Node> order = new ArrayList<>(leading);
        IdentityHashMap<Node, Boolean> finished = new IdentityHashMap<>();
        leading.forEach(node -> finished.put(node, true));
        // A deep graph must not overflow the stack, so the walk keeps its own: an open node is closed on the way back.
        Deque<Node> stack = new ArrayDeque<>();
        for (Node output : outputs) {
            stack.push(output);
            while (!stack.isEmpty()) {
                Node node = stack.peek();
                Boolean state = finished.get(node);
                if (state == null) {
                    finished.put(node, false);
                    for (int i = node.inputs().size() - 1; i >= 0; i--) {
                        if (finished.get(node.input(i)) == null) {
                            stack.push(node.input(i));
                        }
                    }
                } else {
                    stack.pop();
                    if (!state) {
                        finished.put(node, true);
                        order.add(node);
                    }
                }
            }
        }
        Graph graph = new Graph(order);
        graph.verify();
        return graph;
    }

    /** The nodes, each after its inputs. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The nodes that an op computed, in order: the tape. */
    public List<Node> operations() {
        return nodes.stream().filter(node -> !node.inputs().isEmpty()).toList();
    }

    /** Whether a node is a bare number, which says itself where it is used. */
    public static boolean isNumber(Node node) {
        return node.op() instanceof Constant
                && node.label() == null
                && node.shape().equals(Shape.SCALAR);
    }

    /** Where a node stands in {@link #nodes()}, or null if it is not of this graph. */
    public @Nullable Integer position(Node node) {
        return positions.get(node);
    }

    /**
     * The name of a node in text forms: its label, the number that a constant is, or v and a number, as in a Wengert list.
     *
     * @throws IllegalArgumentException if the node is not of this graph
     */
    public String name(Node node) {
        String name = names.get(node);
        if (name == null) {
            throw new IllegalArgumentException("not of this graph: " + node);
        }
        return name;
    }

    /** The first node of a name, or null if there is none. */
    public @Nullable Node named(String name) {
        return nodes.stream()
                .filter(node -> name(node).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ownName(Node node) {
        return isNumber(node) ? Decimal.text(((Constant) node.op()).tensor().item()) : node.label();
    }

    /** Checks that inputs stand before their node and that every op agrees with the shape it was given. */
    private void verify() {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            for (Node input : node.inputs()) {
                Integer position = positions.get(input);
                if (position == null || position >= i) {
                    throw new IllegalStateException(name(node) + " stands before its input " + name(input));
                }
            }
            if (!(node.op() instanceof Input)) {
                Shape shape =
                        node.op().shape(node.inputs().stream().map(Node::shape).toList());
                if (!shape.equals(node.shape())) {
                    throw new IllegalStateException(
                            name(node) + " has the shape " + node.shape() + " but its op gives " + shape);
                }
            }
        }
    }

    /** One line a node: {@code ŷ (1, 1) = add(v2, v4)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            out.append(line(node)).append('\n');
        }
        return out.toString();
    }

    /** A node's line of the text form. */
    String line(Node node) {
        StringBuilder out = new StringBuilder();
        out.append(name(node))
                .append(' ')
                .append(node.shape())
                .append(" = ")
                .append(node.op().name());
        String separator = "(";
        for (Node input : node.inputs()) {
            out.append(separator).append(name(input));
            separator = ", ";
        }
        if (!node.inputs().isEmpty()) {
            out.append(')');
        } else if (node.isConcrete()) {
            out.append(' ').append(node.value());
        }
        return out.toString();
    }

    /** The graph in Graphviz's language: leaves as boxes, edges from an operand to its users. */
    public String dot() {
        StringBuilder out = new StringBuilder("digraph {\n  rankdir=LR\n");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean leaf = node.inputs().isEmpty();
            out.append("  n").append(i).append(" [label=").append(quoted(name(node)));
            if (!leaf) {
                out.append(",xlabel=").append(quoted(node.op().name()));
            }
            out.append(",tooltip=").append(quoted(node.shape().toString())).append(leaf ? ",shape=box]\n" : "]\n");
            for (Node input : node.inputs()) {
                out.append("  n")
                        .append(positions.get(input))
                        .append(" -> n")
                        .append(i)
                        .append('\n');
            }
        }
        return out.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
