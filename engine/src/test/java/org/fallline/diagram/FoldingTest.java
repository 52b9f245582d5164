package org.fallline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.diagram.Folding.Group;
import org.fallline.diagram.Folding.Link;
import org.fallline.diagram.Folding.Milestone;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

/** What is drawn as one, and what joins it. */
class FoldingTest {
    /** v1 = 1 − x, v2 = v1², v3 = x², v4 = y − v3, v5 = v4², v6 = 100 · v5, f = v2 + v6. */
    private static final Graph ROSENBROCK = graph("(1-x)^2 + 100*(y-x^2)^2");

    private static Graph graph(String formula) {
        Problem problem = new ProblemSpec.Function("", formula, Map.of()).problem();
        return Explanation.of(problem.layout(), problem.loss()).graph();
    }

    private static String text(Graph graph, Folding folding) {
        return folding.links().stream()
                .map(link -> name(graph, folding, link.from()) + "→" + name(graph, folding, link.to()))
                .collect(Collectors.joining(" "));
    }

    private static String name(Graph graph, Folding folding, int vertex) {
        Folding.Vertex of = folding.vertices().get(vertex);
        return of.isFolded() ? "[" + of.group() + "]" : graph.name(of.result());
    }

    @Test
    void formula_withoutGroups_isDrawnNodeByNodeWithoutItsNumbers() {
        Folding folding = Folding.of(ROSENBROCK, List.of(), Set.of());
        assertEquals("x→v1 v1→v2 x→v3 y→v4 v3→v4 v4→v5 v5→v6 v2→f v6→f", text(ROSENBROCK, folding));
    }

    @Test
    void milestones_takeWhatNoEarlierOneTook() {
        List<Node> tape = ROSENBROCK.operations();
        List<Group> groups =
                Folding.upTo(List.of(new Milestone("a", "", tape.get(1)), new Milestone("b", "", tape.get(6))));
        assertEquals(
                List.of(2, 5),
                groups.stream().map(group -> group.nodes().size()).toList());
        Folding folded = Folding.of(ROSENBROCK, groups, Set.of());
        assertEquals("x→[0] x→[1] y→[1] [0]→[1]", text(ROSENBROCK, folded));
        Folding open = Folding.of(ROSENBROCK, groups, Set.of(0));
        assertEquals("x→v1 v1→v2 x→[1] y→[1] v2→[1]", text(ROSENBROCK, open));
    }

    @Test
    void runs_ofTheTape_holdEveryOperationOnce() {
        List<Group> runs = Folding.runs(ROSENBROCK, 3);
        assertEquals(
                List.of("ops 1–2", "ops 3–4", "ops 5–7"),
                runs.stream().map(Group::name).toList());
        Folding folding = Folding.of(ROSENBROCK, runs, Set.of());
        for (Link link : folding.links()) {
            assertEquals(true, link.from() < link.to());
        }
    }

    @Test
    void groups_thatUseEachOther_areRefused() {
        List<Node> tape = ROSENBROCK.operations();
        List<Group> tangled = List.of(
                new Group("ends", "", List.of(tape.get(0), tape.get(6))), new Group("middle", "", tape.subList(1, 6)));
        assertThrows(IllegalArgumentException.class, () -> Folding.of(ROSENBROCK, tangled, Set.of()));
    }
}
