package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from an experiment. */
class RunTest {
    private static Experiment function(String formula) {
        return Experiment.of(new ProblemSpec.Function("", formula, Map.of()));
    }

    private static Experiment named(String name) {
        return Experiment.of(new ProblemSpec.Function(name, "", Map.of()));
    }

    private static OptimizerSpec sgd(double learningRate) {
        return OptimizerSpec.of("sgd").with("learningRate", learningRate);
    }

    private static Trajectory only(Experiment experiment) {
        return Run.of(experiment).trajectories().get(0);
    }

    @Test
    void walksAs_ofTwoExperiments_comparesWhatWalksDependOn() {
        Experiment bowl = named("sphere");
        assertTrue(bowl.walksAs(bowl.withTitle("A bowl").withView(bowl.view().withStep(5))));
        assertFalse(bowl.walksAs(named("rosenbrock")));
        assertFalse(bowl.walksAs(Experiment.of(bowl.problem(), 1)));
        assertFalse(bowl.walksAs(bowl.withSteps(7)));
        assertFalse(bowl.walksAs(bowl.withStart(List.of(0.5, 0.5))));
        assertFalse(bowl.walksAs(bowl.withOptimizers(List.of(sgd(0.5)))));
    }

    @Test
    void run_chapterModel_goesStepByStepAsWorkedByHand() {
        Experiment experiment = Experiment.of(new ProblemSpec.Linear(
                        Tensor.matrix(new double[][] {{1, 2}}),
                        Tensor.matrix(new double[][] {{1}}),
                        Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                        Tensor.vector(0.3)))
                .withSteps(3)
                .withOptimizers(List.of(sgd(0.01)));
        Trajectory descent = only(experiment);
        // The error is −0.2 at first and shrinks by 1 − 2η(1² + 2² + 1²) = 0.88 a step; the gradient is 2·error·(1, 2,
        // 1).
        double[][] params = {
            {0.1, 0.2, 0.3}, {0.104, 0.208, 0.304}, {0.10752, 0.21504, 0.30752}, {0.1106176, 0.2212352, 0.3106176}
        };
        double[] errors = {-0.2, -0.176, -0.15488, -0.1362944};
        assertEquals(4, descent.length());
        assertEquals(3, descent.dimension());
        assertNull(descent.ending());
        for (int step = 0; step <= 3; step++) {
            double error = errors[step];
            assertArrayEquals(params[step], descent.params(step), 1e-15);
            assertEquals(error * error, descent.loss(step), 1e-15);
            assertArrayEquals(new double[] {2 * error, 4 * error, 2 * error}, descent.gradient(step), 1e-15);
            assertEquals(descent.params(step)[1], descent.param(step, 1));
        }
    }

    @Test
    void run_twice_givesTheSameBits() {
        Experiment experiment = named("rosenbrock")
                .withSteps(500)
                .withOptimizers(List.of(sgd(0.001), sgd(0.0005).with("momentum", 0.9), OptimizerSpec.of("adam")));
        List<Trajectory> first = Run.of(experiment).trajectories();
        List<Trajectory> second = Run.of(experiment).trajectories();
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(first.get(i).allParams(), second.get(i).allParams());
            assertArrayEquals(first.get(i).losses(), second.get(i).losses());
            assertArrayEquals(first.get(i).allGradients(), second.get(i).allGradients());
        }
    }

    @Test
    void run_severalOptimizers_goEachAsIfAlone() {
        OptimizerSpec adam = OptimizerSpec.of("adam");
        Experiment race = named("himmelblau").withOptimizers(List.of(sgd(0.01), adam));
        assertArrayEquals(
                only(race.withOptimizers(List.of(adam))).allParams(),
                Run.of(race).trajectories().get(1).allParams());
    }

    @Test
    void walkerAt_anyStep_standsWhereTheTrajectoryWas() {
        Experiment experiment = named("rosenbrock").withSteps(60).withOptimizers(List.of(OptimizerSpec.of("adam")));
        Run run = Run.of(experiment);
        Trajectory trajectory = run.trajectories().get(0);
        for (int step : new int[] {60, 0, 1, 37}) {
            Walker walker = run.walkerAt(0, step);
            assertEquals(step, walker.step());
            assertEquals(trajectory.loss(step), walker.loss());
            assertArrayEquals(trajectory.params(step), walker.params());
            assertArrayEquals(trajectory.gradient(step), walker.gradient());
        }
        Walker goingOn = run.walkerAt(0, 37);
        goingOn.advance();
        assertArrayEquals(trajectory.params(38), goingOn.params());
    }

    @Test
    void walkerAt_anotherWalksBetween_seesItsOwnBatch() {
        // A line search looks at the loss again, after the other walker has turned to a batch of its own.
        Run run = Run.of(ExperimentCodec.read("""
                { "version": 1, "steps": 9, "optimizers": [ { "kind": "bfgs" }, { "kind": "backtracking" } ], "problem": {
                    "kind": "network", "dataset": "circle", "layers": [ { "units": 1, "activation": "tanh" } ],
                    "batchSize": 20 } }
                """));
        Trajectory alone = run.trajectories().get(0);
        Walker walker = run.walkerAt(0, 0);
        for (int step = 1; step <= 9; step++) {
            run.walkerAt(1, 9 - step);
            walker.advance();
            assertArrayEquals(alone.params(step), walker.params());
        }
    }

    @Test
    void run_learningRateTooLarge_endsWithAReasonAndAFinitePrefix() {
        Experiment experiment = named("rosenbrock").withOptimizers(List.of(sgd(1)));
        Trajectory trajectory = only(experiment);
        int last = trajectory.length() - 1;
        assertTrue(last > 0 && last < experiment.steps(), "ended at step " + last);
        assertEquals("The loss became Infinity at step " + last + ".", trajectory.ending());
        for (int step = 0; step < last; step++) {
            assertTrue(Double.isFinite(trajectory.loss(step)), "loss at step " + step);
            assertTrue(Arrays.stream(trajectory.gradient(step)).allMatch(Double::isFinite));
            assertTrue(Arrays.stream(trajectory.params(step)).allMatch(Double::isFinite));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // formula | start | steps made | the reason for the end
                "log(x) | 0 | 0 | The loss became -Infinity at step 0.",
                "log(x) | -1 | 0 | The loss became NaN at step 0.",
                "sqrt(x) | 0 | 0 | The gradient became Infinity at step 0.",
                "x^3 | -2 | 7 | The loss became -Infinity at step 7.",
                // One step of −1e303 × 1e6 leads beyond the largest double, where 1/x is a harmless 0.
                "1/x | 3e-152 | 1 | A parameter became Infinity at step 1."
            })
    void run_valueThatIsNotFinite_endsThereWithTheReason(String formula, double start, int steps, String ending) {
        double rate = formula.equals("1/x") ? 1e6 : 1;
        Trajectory trajectory = only(function(formula).withStart(List.of(start)).withOptimizers(List.of(sgd(rate))));
        assertEquals(ending, trajectory.ending());
        assertEquals(steps + 1, trajectory.length());
    }

    @Test
    void advance_afterTheEnd_staysThere() {
        Run run = Run.of(function("log(x)").withStart(List.of(-1.0)));
        Walker walker = run.walkerAt(0, 5);
        assertEquals(0, walker.step());
        assertNotNull(walker.ending());
    }

    @ParameterizedTest
    @ValueSource(ints = {126, 127, 128, 1000})
    void run_ofAnyLength_keepsEveryState(int steps) {
        Trajectory trajectory = only(named("sphere").withSteps(steps));
        assertEquals(steps + 1, trajectory.length());
        assertEquals(2 * (steps + 1), trajectory.allParams().length);
        double[] shorter = only(named("sphere").withSteps(100)).allParams();
        assertArrayEquals(shorter, Arrays.copyOf(trajectory.allParams(), shorter.length));
        double x = -3;
        for (int step = 0; step <= steps; step++) {
            assertEquals(x, trajectory.param(step, 0));
            x -= 0.01 * (2 * x);
        }
    }

    @Test
    void run_noSteps_isTheStartAlone() {
        Trajectory trajectory = only(named("sphere").withSteps(0));
        assertEquals(1, trajectory.length());
        assertArrayEquals(new double[] {-3, 2.5}, trajectory.params(0));
        assertEquals(15.25, trajectory.loss(0));
        assertNull(trajectory.ending());
    }

    @Test
    void run_startOfItsOwn_beginsThere() {
        Trajectory trajectory =
                only(named("sphere").withStart(List.of(1.0, 2.0)).withSteps(1));
        assertArrayEquals(new double[] {1, 2}, trajectory.params(0));
        assertArrayEquals(new double[] {0.98, 1.96}, trajectory.params(1), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void trajectory_stepThatWasNotMade_isRefused(int step) {
        Trajectory trajectory = only(named("sphere"));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> trajectory.loss(step));
        assertEquals("step " + step + " is not from 0 to 100", e.getMessage());
    }

    @Test
    void withStepsAndStart_ofAnExperiment_keepTheShownStepWithin() {
        Experiment experiment = named("sphere").withView(View.DEFAULT.withStep(50));
        assertEquals(20, experiment.withSteps(20).view().step());
        assertEquals(50, experiment.withSteps(70).view().step());
        assertEquals(0, experiment.withStart(List.of(0.0, 0.0)).view().step());
    }

    @Test
    void withStepsAndOptimizers_ofAnExperiment_keepItsPlaneAmongThem() {
        PlaneSpec.Line line = new PlaneSpec.Line(new Waypoint.Walked(1, 60), new Waypoint.Given(List.of(1.0, 2.0)));
        Experiment race = named("sphere")
                .withOptimizers(List.of(OptimizerSpec.of("sgd"), OptimizerSpec.of("adam")))
                .withView(View.DEFAULT.withCut(new Cut(line, 1, 80, false, null)));
        Experiment shorter = race.withSteps(20).withOptimizers(List.of(OptimizerSpec.of("sgd")));
        PlaneSpec.Line within = new PlaneSpec.Line(new Waypoint.Walked(0, 20), line.to());
        assertEquals(new Cut(within, 0, 20, false, null), shorter.view().cut());
    }

    @ParameterizedTest
    @CsvSource({"0, SGD", "0.9, Momentum", "0.5, Momentum"})
    void label_ofSgd_tellsMomentumApart(double momentum, String label) {
        assertEquals(label, OptimizerSpec.of("sgd").with("momentum", momentum).label());
    }
}
