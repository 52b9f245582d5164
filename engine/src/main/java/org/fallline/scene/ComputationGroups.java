package org.fallline.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.diagram.Folding;
import org.fallline.diagram.Folding.Group;
import org.fallline.diagram.Folding.Milestone;
import org.fallline.nn.Layer;
import org.fallline.problem.ProblemSpec;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/** What of a problem's computation can be folded: the layers of a network and its loss, or runs of a long tape. */
public final class ComputationGroups {
    /** A tape of so many ops is shown whole unless a reader wants otherwise. */
    private static final int SHORT = 12;

    /** A longer tape without layers is folded. */
    private static final int LONG = 48;

    /** Ops in a run, about. */
    private static final int RUN = 16;

    /** Runs, at most. */
    private static final int MOST_RUNS = 24;

    /** Ops that are drawn one by one, at most, of groups that are opened. */
    private static final int MOST_OPEN = 72;

    private ComputationGroups() {}

    /** The groups of a problem's graph, in order; none if it is short and has no layers. */
    public static List<Group> of(ProblemSpec problem, Graph graph) {
        if (problem instanceof ProblemSpec.Network network) {
            return Folding.upTo(milestones(network, graph));
        }
        int ops = graph.operations().size();
        return ops <= LONG ? List.of() : Folding.runs(graph, Math.min(MOST_RUNS, (ops + RUN - 1) / RUN));
    }

    private static List<Milestone> milestones(ProblemSpec.Network network, Graph graph) {
        List<Milestone> milestones = new ArrayList<>();
        int number = 0;
        int width = 1;
        for (Layer layer : network.layers()) {
            if (!layer.parameters(width).isEmpty()) {
                number++;
                Node output = labelled(graph, "a" + number);
                Node last = output == null ? labelled(graph, "ŷ") : output;
                if (last != null) {
                    milestones.add(new Milestone(Say.of("computation.layer", "layer {0}", number), layer.text(), last));
                }
            }
            width = layer.units(width);
        }
        List<Node> tape = graph.operations();
        if (!tape.isEmpty()) {
            milestones.add(new Milestone(
                    Say.of("quantity.loss", "loss"), network.loss().name(), tape.get(tape.size() - 1)));
        }
        return milestones;
    }

    private static @Nullable Node labelled(Graph graph, String label) {
        for (Node node : graph.operations()) {
            if (label.equals(node.label())) {
                return node;
            }
        }
        return null;
    }

    /** The groups that are open before a reader folds or opens any: all of a short tape, none of a longer one. */
    public static Set<Integer> usuallyOpen(List<Group> groups, Graph graph) {
        Set<Integer> open = new LinkedHashSet<>();
        for (int i = 0; i < groups.size() && graph.operations().size() <= SHORT; i++) {
            open.add(i);
        }
        return open;
    }

    /** Of the groups that are to be open, as many as can be drawn: {@code first} before all others, then in order. */
    public static Set<Integer> fitting(List<Group> groups, Set<Integer> wanted, int first) {
        Set<Integer> fitting = new LinkedHashSet<>();
        int ops = 0;
        List<Integer> order = new ArrayList<>(wanted);
        if (order.remove(Integer.valueOf(first))) {
            order.add(0, first);
        }
        for (int group : order) {
            int size = group < groups.size() ? groups.get(group).nodes().size() : 0;
            if (fitting.isEmpty() || ops + size <= MOST_OPEN) {
                fitting.add(group);
                ops += size;
            }
        }
        return fitting;
    }
}
