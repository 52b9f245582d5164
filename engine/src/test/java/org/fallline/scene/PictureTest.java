package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.landscape.CriticalPoint;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.survey.Standing;
import org.junit.jupiter.api.Test;

/** Which facts a picture shows. */
class PictureTest {
    private static final OptimizerSpec MOMENTUM =
            OptimizerSpec.of("sgd").with("learningRate", 0.125).with("momentum", 0.5);

    private final Derivatives derivatives =
            new Derivatives(new ProblemSpec.Function("", "x^2 + 2y^2", Map.of()).problem());

    @Test
    void layersThatAreNotWanted_areNotShown() {
        Facts facts = facts(MOMENTUM, 1);
        assertNull(facts.field());
        assertEquals(List.of(), facts.arrows());
        assertEquals(List.of(), facts.critical());
    }

    @Test
    void field_isThatOfTheFindings() {
        Facts facts = facts(MOMENTUM, 1, Layer.FIELD);
        Field field = facts.field();
        assertNotNull(field);
        assertEquals(List.of(), facts.critical());
        for (int i = 0; i < field.u().length; i++) {
            assertEquals(-2 * field.u()[i], field.du()[i], 1e-12);
            assertEquals(-4 * field.v()[i], field.dv()[i], 1e-12);
        }
    }

    @Test
    void criticalPoint_hasItsEigenvaluesAscending() {
        CriticalMark mark = facts(MOMENTUM, 1, Layer.CRITICAL).critical().get(0);
        assertEquals(CriticalPoint.Kind.MINIMUM, mark.kind());
        assertEquals(2, mark.eigenvalues().get(0), 1e-12);
        assertEquals(4, mark.eigenvalues().get(1), 1e-12);
    }

    @Test
    void stepWithMomentum_isTwoArrowsFromWhereTheWalkIs() {
        // As worked in StrideTest: at (¾, 1) after one step.
        assertEquals(
                List.of(
                        new StepArrow(StepArrow.Kind.GRADIENT, "−η·gradient", 0.75, 1, -0.1875, -0.5),
                        new StepArrow(StepArrow.Kind.MOMENTUM, "momentum", 0.75, 1, -0.125, -0.5)),
                facts(MOMENTUM, 1, Layer.STEP).arrows());
    }

    @Test
    void stepOfAdam_isOneArrowAndTheWayDown() {
        List<StepArrow> arrows = facts(OptimizerSpec.of("adam"), 1, Layer.STEP).arrows();
        assertEquals(
                List.of(StepArrow.Kind.STEP, StepArrow.Kind.GRADIENT),
                arrows.stream().map(StepArrow::kind).toList());
    }

    @Test
    void arrows_keepTheirNamesAtTheEndOfAWalk() {
        assertEquals(
                facts(MOMENTUM, 1, Layer.STEP, Layer.NEWTON).arrows().stream()
                        .map(StepArrow::name)
                        .toList(),
                facts(MOMENTUM, 3, Layer.STEP, Layer.NEWTON).arrows().stream()
                        .map(StepArrow::name)
                        .toList());
    }

    @Test
    void newtonStep_leadsToTheMinimumOfAQuadratic() {
        StepArrow arrow = facts(MOMENTUM, 1, Layer.NEWTON).arrows().get(0);
        assertEquals(0, arrow.u() + arrow.du(), 1e-15);
        assertEquals(0, arrow.v() + arrow.dv(), 1e-15);
    }

    @Test
    void factsOfAnotherPlace_areNotShown() {
        Experiment experiment = experiment(MOMENTUM, Layer.values());
        List<Trajectory> walks = Run.of(experiment).trajectories();
        Slice slice = slice(experiment);
        Facts facts = new Picture(experiment, slice)
                .facts(
                        findings(slice(experiment)),
                        List.of(new Shadow(walks.get(0), slice)),
                        1,
                        Standing.at(derivatives, new double[] {9, 9}));
        assertNull(facts.field());
        assertEquals(List.of(), facts.critical());
        StepArrow newton = facts.arrows().get(2);
        assertEquals(new StepArrow(StepArrow.Kind.NEWTON, "Newton step", 0.75, 1, 0, 0), newton);
    }

    @Test
    void pictureOfWhatIsNotKnownYet_hasNoFacts() {
        Experiment experiment = experiment(MOMENTUM, Layer.values());
        Facts facts = new Picture(experiment, slice(experiment)).facts(null, List.of(), 0, null);
        assertNull(facts.field());
        assertEquals(1, facts.arrows().size());
        assertEquals(0, facts.arrows().get(0).du());
    }

    private Facts facts(OptimizerSpec optimizer, int step, Layer... layers) {
        Experiment experiment = experiment(optimizer, layers);
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        Slice slice = slice(experiment);
        assertTrue(step < walk.length());
        return new Picture(experiment, slice)
                .facts(
                        findings(slice),
                        List.of(new Shadow(walk, slice)),
                        step,
                        Standing.at(derivatives, walk.params(step)));
    }

    private static Experiment experiment(OptimizerSpec optimizer, Layer... layers) {
        Look look = Look.DEFAULT;
        for (Layer layer : layers) {
            look = look.withLayer(layer, true);
        }
        return Experiment.of(new ProblemSpec.Function("", "x^2 + 2y^2", Map.of()))
                .withStart(List.of(1.0, 2.0))
                .withSteps(3)
                .withOptimizers(List.of(optimizer))
                .withView(View.DEFAULT.withLook(look));
    }

    private Slice slice(Experiment experiment) {
        Anchors anchors = Anchors.of(experiment, List.of());
        assertNotNull(anchors);
        return Slicing.of(derivatives, experiment.view().cut(), anchors);
    }

    private Findings findings(Slice slice) {
        Exploration exploration =
                new Exploration(derivatives, slice, slice.legend().window());
        boolean more = true;
        while (more) {
            more = exploration.advance();
        }
        return exploration.findings();
    }
}
