package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.Waypoint;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class BeginningTest {
    private static final Experiment BOWL = Experiment.of(new ProblemSpec.Function("", "x^2 + 5y^2 + 2z^2", Map.of()))
            .withStart(List.of(1.0, 2.0, 3.0))
            .withSteps(100);

    @Test
    void walks_beginAsTheWholeOnesDo() {
        Beginning beginning = begin(with(BOWL, new PlaneSpec.Principal(), 100), times(8));
        assertEquals(10, beginning.experiment().steps());
        Trajectory walk = beginning.walks().get(0);
        Trajectory whole = Run.of(BOWL).trajectories().get(0);
        assertEquals(11, walk.length());
        for (int step = 0; step <= 10; step++) {
            assertArrayEquals(whole.params(step), walk.params(step));
        }
    }

    @Test
    void whereACutGoesThrough_isInProportion() {
        PlaneSpec points = new PlaneSpec.Points(
                new Waypoint.Walked(0, 0), new Waypoint.Walked(0, 41), new Waypoint.Given(List.of(1.0, 0.0, 0.0)));
        Beginning beginning = begin(with(BOWL, points, 100), times(8));
        Cut cut = beginning.experiment().view().cut();
        assertEquals(
                List.of(
                        new Waypoint.Walked(0, 0),
                        new Waypoint.Walked(0, 5),
                        new Waypoint.Given(List.of(1.0, 0.0, 0.0))),
                cut.plane().waypoints());
        assertEquals(10, cut.anchor());
        assertNotNull(Anchors.of(beginning.experiment(), beginning.walks()));
    }

    @Test
    void howeverLittleTimeThereIs_twoStepsAreMade() {
        Beginning beginning = begin(with(BOWL, new PlaneSpec.Principal(), 100), () -> false);
        Anchors anchors = Anchors.of(beginning.experiment(), beginning.walks());
        assertNotNull(anchors);
        assertEquals(3, anchors.states());
    }

    @Test
    void optimizersWalkAbreast_butThoseThatAreOffOrAtAnEnd() {
        OptimizerSpec slow = OptimizerSpec.of("sgd");
        OptimizerSpec wild = slow.with("learningRate", 1e6);
        Experiment race = Experiment.of(new ProblemSpec.Function("", "x^4 + y^2", Map.of()))
                .withStart(List.of(1.0, 2.0))
                .withSteps(100)
                .withOptimizers(List.of(slow, slow.withOn(false), wild));
        List<Trajectory> walks = begin(race, times(8)).walks();
        assertEquals(11, walks.get(0).length());
        assertEquals(1, walks.get(1).length());
        assertEquals(Run.of(race).trajectories().get(2).length(), walks.get(2).length());
        assertNotNull(walks.get(2).ending());
    }

    private static Experiment with(Experiment experiment, PlaneSpec plane, int anchor) {
        Cut cut = Cut.of(plane).withAnchor(0, anchor);
        return experiment.withView(experiment.view().withCut(cut));
    }

    private static Beginning begin(Experiment experiment, BooleanSupplier goesOn) {
        return Beginning.of(experiment, experiment.problem().problem(experiment.seed()), goesOn);
    }

    private static BooleanSupplier times(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return () -> left.getAndDecrement() > 0;
    }
}
