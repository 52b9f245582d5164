package org.fallline.diagram;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * A graph with some of its operations folded into groups, each drawn as one. A bare number, which says itself where it is used, is
 * not drawn.
 *
 * @param vertices in an order in which every link goes from an earlier to a later one
 * @param links what is used by what, at most one between two vertices
 */
public record Folding(List<Vertex> vertices, List<Link> links) {
    /** Not a group. */
    public static final int NONE = -1;

    /**
     * Operations that can be folded.
     *
     * @param name as in {@code layer 1}
     * @param text what it is, in few words; may be empty
     * @param nodes in the order of recording
     */
    public record Group(String name, String text, List<Node> nodes) {
        public Group {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * What a group ends with.
     *
     * @param name of the group
     * @param text of the group
     * @param node the last of its operations
     */
    public record Milestone(String name, String text, Node node) {}

    /**
     * What is drawn as one.
     *
     * @param group the number of the group that is folded here, or {@link #NONE} for a node of its own
     * @param nodes one, or those of the group
     */
    public record Vertex(int group, List<Node> nodes) {
        public Vertex {
            nodes = List.copyOf(nodes);
        }

        /** The node whose value it gives: the last. */
        public Node result() {
            return nodes.get(nodes.size() - 1);
        }

        /** Whether this is a group. */
        public boolean isFolded() {
            return group != NONE;
        }
    }

    /**
     * What joins two vertices.
     *
     * @param carried the nodes whose values go to the right, and whose derivatives to the left
     */
    public record Link(int from, int to, List<Node> carried) {
        public Link {
            carried = List.copyOf(carried);
        }
    }

    public Folding {
        vertices = List.copyOf(vertices);
        links = List.copyOf(links);
    }

    /** Groups by what they end with: each has what its milestone depends on and none before does. Leaves are in none. */
    public static List<Group> upTo(List<Milestone> milestones) {
        List<Group> groups = new ArrayList<>();
        IdentityHashMap<Node, Boolean> taken = new IdentityHashMap<>();
        for (Milestone milestone : milestones) {
            List<Node> own = new ArrayList<>();
            for (Node node : Graph.of(List.of(), List.of(milestone.node())).operations()) {
                if (taken.put(node, true) == null) {
                    own.add(node);
                }
            }
            groups.add(new Group(milestone.name(), milestone.text(), own));
        }
        return groups;
    }

    /** Groups of operations that were recorded one after the other, as many in each. */
    public static List<Group> runs(Graph graph, int groups) {
        List<Node> operations = graph.operations();
        List<Group> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= groups; i++) {
            int to = (int) ((long) operations.size() * i / groups);
            if (to > from) {
                runs.add(new Group(
                        Say.of("computation.run", "ops {0}–{1}", from + 1, to), "", operations.subList(from, to)));
            }
            from = to;
        }
        return runs;
    }

    /**
     * Folds a graph.
     *
     * @param open the numbers of the groups that are not folded
     */
    public static Folding of(Graph graph, List<Group> groups, Set<Integer> open) {
        IdentityHashMap<Node, Integer> groupOf = new IdentityHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Node node : groups.get(i).nodes()) {
                groupOf.put(node, open.contains(i) ? NONE : i);
            }
        }
        List<Vertex> loose = new ArrayList<>();
        IdentityHashMap<Node, Integer> vertexOf = new IdentityHashMap<>();
        boolean[] isMade = new boolean[groups.size()];
        for (Node node : graph.nodes()) {
            Integer known = groupOf.get(node);
            int group = known == null ? NONE : known;
            if (group == NONE ? !Graph.isNumber(node) : !isMade[group]) {
                List<Node> nodes =
                        group == NONE ? List.of(node) : groups.get(group).nodes();
                nodes.forEach(one -> vertexOf.put(one, loose.size()));
                loose.add(new Vertex(group, nodes));
                if (group != NONE) {
                    isMade[group] = true;
                }
            }
        }
        return sorted(loose, links(loose, vertexOf));
    }

    private static List<Link> links(List<Vertex> vertices, IdentityHashMap<Node, Integer> vertexOf) {
        List<Link> links = new ArrayList<>();
        for (int to = 0; to < vertices.size(); to++) {
            Map<Integer, List<Node>> carried = new LinkedHashMap<>();
            for (Node node : vertices.get(to).nodes()) {
                for (Node input : node.inputs()) {
                    Integer from = vertexOf.get(input);
                    if (from != null && from != to) {
                        List<Node> nodes = carried.computeIfAbsent(from, key -> new ArrayList<>());
                        if (!nodes.contains(input)) {
                            nodes.add(input);
                        }
                    }
                }
            }
            for (Map.Entry<Integer, List<Node>> entry : carried.entrySet()) {
                links.add(new Link(entry.getKey(), to, entry.getValue()));
            }
        }
        return links;
    }

    /** The same in an order in which links go to later vertices: of those that can come next, always the first. */
    private static Folding sorted(List<Vertex> vertices, List<Link> links) {
        int[] missing = new int[vertices.size()];
        links.forEach(link -> missing[link.to()]++);
        int[] place = new int[vertices.size()];
        List<Vertex> order = new ArrayList<>();
        while (order.size() < vertices.size()) {
            int next = NONE;
            for (int i = 0; i < missing.length && next == NONE; i++) {
                next = missing[i] == 0 ? i : NONE;
            }
            if (next == NONE) {
                throw new IllegalArgumentException("two groups use each other's values, so neither comes first");
            }
            int taken = next;
            missing[taken] = NONE;
            place[taken] = order.size();
            order.add(vertices.get(taken));
            links.stream().filter(link -> link.from() == taken).forEach(link -> missing[link.to()]--);
        }
        List<Link> moved = links.stream()
                .map(link -> new Link(place[link.from()], place[link.to()], link.carried()))
                .toList();
        return new Folding(order, moved);
    }

    /** The vertex that a node is drawn in, or null if it is not drawn. */
    public @Nullable Vertex vertexOf(Node node) {
        for (Vertex vertex : vertices) {
            if (vertex.nodes().contains(node)) {
                return vertex;
            }
        }
        return null;
    }
}
