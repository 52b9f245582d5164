package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Drawing.Place;
import org.fallline.diagram.Folding.Group;
import org.fallline.problem.Formula;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.gallery.Computations;
import org.junit.jupiter.api.Test;

/** What a reader finds in the figure of a computation, beside its looks, which the gallery holds. */
class ComputationFigureTest {
    private static final ProblemSpec CUBE = new ProblemSpec.Function("", "x^3 + 2 x", Map.of());

    @Test
    void description_tellsEveryValueAndGradient() {
        String text = Computations.figure(CUBE, null, Theme.LIGHT, 2).scene().description();
        // f = 8 + 4, f′ = 3 · 4 + 2.
        assertTrue(text.contains("x: 2, gradient 14;"), text);
        assertTrue(text.contains(": 12, gradient 1."), text);
    }

    @Test
    void box_atItsMiddle_isFound() {
        ComputationFigure figure = Computations.figure(CUBE, null, Theme.LIGHT, 2);
        List<Place> places = figure.plan().drawing().places();
        for (int i = 0; i < places.size(); i++) {
            double x = figure.plan().left() + places.get(i).x() + 10;
            assertEquals(
                    i,
                    figure.plan()
                            .vertexAt(x, ComputationPlan.TOP + places.get(i).middle()));
        }
        assertEquals(ComputationFigure.NOTHING, figure.plan().vertexAt(1, 1));
    }

    @Test
    void longestFormula_isFoldedIntoWhatFitsAPage() {
        String text = "x" + "+xy".repeat((Formula.MAX_LENGTH - 1) / 3);
        ProblemSpec spec = new ProblemSpec.Function("", text, Map.of());
        Problem problem = spec.problem(0);
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(new double[] {1, 2});
        List<Group> groups = ComputationGroups.of(spec, explanation.graph());
        ComputationPlan plan = ComputationPlan.of(explanation, groups, Set.of(), 720);
        assertTrue(
                plan.folding().vertices().size() <= 26,
                plan.folding().vertices().size() + " boxes");
        ComputationFigure figure = new ComputationFigure(Theme.LIGHT, plan, new Progress(explanation, null), -1);
        assertTrue(figure.scene().description().contains("ops folded"));
        // Opening another part folds those for which there is no room.
        Set<Integer> all = new LinkedHashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            all.add(i);
        }
        Set<Integer> open = ComputationGroups.fitting(groups, all, 7);
        assertTrue(open.contains(7) && open.size() < groups.size(), open.toString());
    }
}
