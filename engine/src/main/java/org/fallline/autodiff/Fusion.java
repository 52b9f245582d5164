package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fallline.autodiff.op.BroadcastTo;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Shape;

/**
 * Which nodes of a graph are computed together: neighbours that are element-wise and of one size form a group, every other
 * node one of its own. Leaves, and broadcasts that a chain makes on the fly, are in no group.
 */
final class Fusion {
    private final List<List<Node>> groups = new ArrayList<>();
    private final IdentityHashMap<Node, Integer> groupOf = new IdentityHashMap<>();
    private final IdentityHashMap<Node, List<Node>> users = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> lastReaders = new IdentityHashMap<>();
    private final Set<Node> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> tiled = Collections.newSetFromMap(new IdentityHashMap<>());

    Fusion(Graph graph, List<Node> outputs) {
        this.outputs.addAll(outputs);
        for (Node node : graph.nodes()) {
            users.put(node, new ArrayList<>());
            for (Node input : node.inputs()) {
                uses(input).add(node);
            }
        }
        for (Node node : graph.nodes()) {
            if (canBeTiled(node)) {
                tiled.add(node);
            }
        }
        for (Node node : graph.nodes()) {
            boolean leaf = node.op() instanceof Input || node.op() instanceof Constant;
            if (!leaf && !isTiled(node)) {
                add(node);
            }
        }
        // Said once of each node, not looked for again at each of its uses, of which there may be as many as nodes.
        for (int g = 0; g < groups.size(); g++) {
            for (Node node : groups.get(g)) {
                for (Node input : node.inputs()) {
                    lastReaders.put(isTiled(input) ? input.input(0) : input, g);
                }
            }
        }
    }

    private void add(Node node) {
        List<Node> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
        boolean joins = Chain.admits(node.op())
                && !last.isEmpty()
                && Chain.admits(last.get(0).op())
                && last.get(0).shape().size() == node.shape().size();
        if (joins) {
            last.add(node);
        } else {
            groups.add(new ArrayList<>(List.of(node)));
        }
        groupOf.put(node, groups.size() - 1);
    }

    /** The groups, in an order that computes them. */
    List<List<Node>> groups() {
        return groups;
    }

    /** Whether a node is a broadcast that repeats a short operand as a whole, and only chains read it. */
    boolean isTiled(Node node) {
        return tiled.contains(node);
    }

    private boolean canBeTiled(Node node) {
        return node.op() instanceof BroadcastTo
                && !outputs.contains(node)
                && node.input(0).shape().size() < node.shape().size()
                && repeatsWhole(node.input(0).shape(), node.shape())
                && uses(node).stream().allMatch(user -> Chain.admits(user.op()));
    }

    private static boolean repeatsWhole(Shape small, Shape large) {
        int leading = 0;
        while (leading < small.rank() && small.extent(leading) == 1) {
            leading++;
        }
        for (int axis = 1; axis <= small.rank() - leading; axis++) {
            if (small.extent(-axis) != large.extent(-axis)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a computed node must have a place of its own: it is an output, or another group reads it. */
    boolean escapes(Node node) {
        return outputs.contains(node) || lastReader(node) > group(node);
    }

    boolean isOutput(Node node) {
        return outputs.contains(node);
    }

    /** The last group that reads a node, also through a broadcast that it makes on the fly; −1 if none does. */
    int lastReader(Node node) {
        return lastReaders.getOrDefault(node, -1);
    }

    private int group(Node node) {
        return groupOf.getOrDefault(node, -1);
    }

    private List<Node> uses(Node node) {
        return Objects.requireNonNull(users.get(node));
    }
}
