package org.fallline.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.nn.Dense;
import org.fallline.nn.Losses;
import org.fallline.optim.Optimizers;
import org.fallline.problem.Evaluation;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class StudyTest {
    /** Plain descent of 0.35·x² multiplies x by 1 − 0.7·η at each step: rates above 2 / 0.7 lead away. */
    @Test
    void rangeTest_ofAParabola_isItsRecurrence() {
        RangeTest test = new RangeTest(parabola(OptimizerSpec.of("sgd")), 0);
        while (test.advance()) {}
        RangeFindings findings = RangeFindings.of(test.numbers());
        double x = 3;
        for (int i = 0; i < findings.losses().length; i++) {
            assertEquals(Math.pow(10, -7 + 0.1 * i), findings.rates()[i], findings.rates()[i] * 1e-12);
            x *= 1 - 0.7 * findings.rates()[i];
            assertEquals(0.35 * x * x, findings.losses()[i], 1e-9 * x * x);
        }
        assertEquals(1, test.progress());
    }

    @Test
    void rangeTest_marksTheSteepestDescentAndWhereItDiverges() {
        RangeTest test = new RangeTest(parabola(OptimizerSpec.of("sgd")), 0);
        while (test.advance()) {}
        RangeFindings findings = RangeFindings.of(test.numbers());
        double steepest = findings.rates()[findings.steepest()];
        assertTrue(steepest > 0.03 && steepest < 1, "steepest at " + steepest);
        double diverged = findings.rates()[findings.diverged()];
        assertTrue(diverged > 2 / 0.7, "shorter steps go down, but it is said to diverge at " + diverged);
        assertTrue(findings.losses()[findings.diverged()] > findings.start());
        assertTrue(findings.losses().length < RangeTest.RATES, "the test ends soon after");
    }

    @Test
    void rangeTest_ofALossThatNeverFalls_marksNothing() {
        RangeFindings findings = RangeFindings.of(new double[] {1, 1, 1, 1});
        assertEquals(-1, findings.steepest());
        assertEquals(-1, findings.diverged());
    }

    @Test
    void sweep_isTheEndOfEachRun() {
        Experiment experiment = parabola(OptimizerSpec.of("sgd").with("learningRate", 0.5));
        Sweep sweep = new Sweep(experiment, 0);
        assertTrue(Double.isNaN(sweep.numbers()[0]));
        while (sweep.advance()) {}
        SweepPlan plan = SweepPlan.of(experiment.optimizers().get(0));
        assertEquals("momentum", plan.setting().name());
        double[] numbers = sweep.numbers();
        for (int index : new int[] {0, 5, 12, 40, plan.size() - 1}) {
            OptimizerSpec spec = plan.spec(experiment.optimizers().get(0), index);
            Trajectory walk = Run.of(experiment.withOptimizers(List.of(spec)))
                    .trajectories()
                    .get(0);
            double expected = walk.ending() == null ? walk.loss(walk.length() - 1) : Double.POSITIVE_INFINITY;
            assertEquals(expected, numbers[index], spec.toString());
        }
        for (double number : numbers) {
            assertFalse(Double.isNaN(number), "every pair is tried");
        }
        assertEquals(1, sweep.progress());
    }

    @Test
    void plan_ofEveryOptimizer_triesValuesThatItAdmits() {
        for (var entry : Optimizers.CATALOGUE.entries()) {
            OptimizerSpec spec = OptimizerSpec.of(entry.name());
            if (!spec.values().has("learningRate")) {
                continue;
            }
            SweepPlan plan = SweepPlan.of(spec);
            assertTrue(plan.values().size() >= 5, entry.name() + " " + plan.values());
            assertTrue(plan.size() % 37 != 0, "the order of descents must reach every place");
            for (int i = 0; i < plan.size(); i++) {
                plan.spec(spec, i).descent();
            }
        }
    }

    @Test
    void plan_isTheSameWhateverThePresentValues() {
        OptimizerSpec spec = OptimizerSpec.of("sgd");
        assertEquals(
                SweepPlan.of(spec), SweepPlan.of(spec.with("learningRate", 3).with("momentum", 0.2)));
    }

    @Test
    void testLosses_areThoseOfTheEvaluation() {
        ProblemSpec.Network spec = new ProblemSpec.Network(
                new ExamplesSpec(new ExamplesSpec.Generated(Choice.of(Datasets.CATALOGUE, "moons"), 60), 0.5, 0),
                List.of(),
                List.of(Dense.of(3, "tanh"), Dense.of(1, "tanh")),
                Choice.of(Losses.CATALOGUE, "meanSquaredError"),
                0);
        Trajectory walk =
                Run.of(Experiment.of(spec).withSteps(600)).trajectories().get(0);
        int[] steps = TestLosses.steps(walk);
        assertEquals(0, steps[0]);
        assertEquals(600, steps[steps.length - 1]);
        assertTrue(steps.length <= 240);
        Evaluation test = Objects.requireNonNull(spec.learning(0).test());
        TestLosses losses = new TestLosses(test, walk.dimension(), TestLosses.params(walk, steps));
        assertArrayEquals(new double[0], losses.numbers());
        while (losses.advance()) {}
        for (int i = 0; i < steps.length; i += 40) {
            assertEquals(test.loss(walk.params(steps[i])), losses.numbers()[i]);
        }
        assertArrayEquals(new double[0], new TestLosses(null, 2, new double[4]).numbers());
    }

    private static Experiment parabola(OptimizerSpec spec) {
        return Experiment.of(new ProblemSpec.Function("", "0.35 x^2", Map.of()))
                .withStart(List.of(3.0))
                .withSteps(50)
                .withOptimizers(List.of(spec));
    }
}
