package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.catalogue.Entry;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedules;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer and schedule on its way down real problems. */
class WalkerTest {
    private static final Problem BOWL =
            new ProblemSpec.Function("", "(x - 1)^2 + x y + 3 (y + 1)^2", Map.of()).problem();
    private static final Problem ROSENBROCK = new ProblemSpec.Function("rosenbrock", "", Map.of()).problem();

    /** Every optimizer with all that can go round it, and every schedule round one. */
    static Stream<OptimizerSpec> everything() {
        Stream<OptimizerSpec> rules = Optimizers.CATALOGUE.entries().stream()
                .map(entry -> OptimizerSpec.of(entry.name())
                        .with("clipNorm", 1)
                        .with("weightDecay", 0.001)
                        .with("emaMomentum", 0.9)
                        .withSchedule(ScheduleSpec.of("plateau").with("warmupSteps", 5)));
        Stream<OptimizerSpec> variants = Stream.of(
                OptimizerSpec.of("sgd")
                        .with("learningRate", 0.0005)
                        .with("momentum", 0.9)
                        .with("nesterov", 1),
                OptimizerSpec.of("rmsprop").with("momentum", 0.9).with("centered", 1),
                OptimizerSpec.of("adam").with("amsgrad", 1).with("globalClipNorm", 1),
                OptimizerSpec.of("ftrl").with("learningRatePower", -0.3).with("clipValue", 1));
        Stream<OptimizerSpec> schedules = Schedules.CATALOGUE.entries().stream()
                .map(entry -> OptimizerSpec.of("sgd")
                        .with("learningRate", 0.001)
                        .withSchedule(ScheduleSpec.of(entry.name())));
        return Stream.of(rules, variants, schedules).flatMap(specs -> specs);
    }

    private static Walker walker(Problem problem, OptimizerSpec spec) {
        double[] start =
                problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        return new Walker(problem.objective(), spec.descent(), start);
    }

    private static long allocated(Walker walker, int steps) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static double[] walk(OptimizerSpec spec, int steps) {
        double[] start = BOWL.start().stream().mapToDouble(Double::doubleValue).toArray();
        Walker walker = new Walker(BOWL.objective(), spec, start);
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        return walker.params().clone();
    }

    @Test
    void settingsChangedOnTheWay_countFromTheNextStep_andWhatWasWalkedStays() {
        OptimizerSpec slow = OptimizerSpec.of("sgd").with("learningRate", 0.01);
        OptimizerSpec hastened = slow.changed(3, "learningRate", 0.1);
        assertArrayEquals(walk(slow, 3), walk(hastened, 3), 0);
        double[] at = walk(slow, 3);
        double[] gradient = new double[2];
        BOWL.objective().valueAndGradient(at, gradient, 0);
        // new = old − learning rate × gradient, with the new rate
        assertArrayEquals(new double[] {at[0] - 0.1 * gradient[0], at[1] - 0.1 * gradient[1]}, walk(hastened, 4), 0);
    }

    @Test
    void memory_survivesAChange_asFarAsTheNewRuleHasIt() {
        OptimizerSpec heavy = OptimizerSpec.of("sgd").with("learningRate", 0.01).with("momentum", 0.9);
        // Momentum is kept through a change of the rate: three steps of one speed and then of another.
        Walker walker = new Walker(BOWL.objective(), heavy.changed(2, "learningRate", 0.02), new double[] {0, 0});
        walker.advance();
        walker.advance();
        double[] velocity = walker.state().clone();
        double[] before = walker.params().clone();
        double[] gradient = walker.gradient().clone();
        walker.advance();
        for (int i = 0; i < 2; i++) {
            assertEquals(before[i] + 0.9 * velocity[i] - 0.02 * gradient[i], walker.params()[i], 1e-15);
        }
        // A rule that begins to remember begins with nothing.
        Walker fresh =
                new Walker(BOWL.objective(), OptimizerSpec.of("sgd").changed(2, "momentum", 0.9), new double[] {0, 0});
        fresh.advance();
        fresh.advance();
        assertArrayEquals(new double[2], fresh.state(), 0);
    }

    @Test
    void edited_changesTheStretchAroundAStep_changed_dropsWhatWasToCome() {
        OptimizerSpec spec = OptimizerSpec.of("sgd")
                .with("learningRate", 0.1)
                .changed(10, "learningRate", 0.2)
                .changed(20, "momentum", 0.5);
        assertEquals(0.1, spec.at(9).number("learningRate"));
        assertEquals(0.2, spec.at(10).number("learningRate"));
        assertEquals(0.2, spec.at(20).number("learningRate"));
        OptimizerSpec edited = spec.edited(15, "learningRate", 0.3);
        assertEquals(0.1, edited.at(9).number("learningRate"));
        assertEquals(0.3, edited.at(10).number("learningRate"));
        assertEquals(0.3, edited.at(25).number("learningRate"), "it had stayed the same");
        assertEquals(0.5, edited.at(25).number("momentum"));
        assertEquals(
                1, spec.edited(0, "learningRate", 0.2).changes().size(), "the change was one to what there is now");
        assertEquals(
                List.of(10),
                spec.changed(15, "learningRate", 0.2).changes().stream()
                        .map(OptimizerSpec.Change::step)
                        .toList());
        assertEquals(spec.at(0), spec.unchanging());
        assertEquals(0, spec.changed(0, "momentum", 0.1).changes().size());
    }

    @Test
    void optimizerThatIsOff_staysAtTheStart() {
        Experiment experiment = Experiment.of(new ProblemSpec.Function("rosenbrock", "", Map.of()))
                .withOptimizers(List.of(OptimizerSpec.of("adam").withOn(false), OptimizerSpec.of("adam")));
        List<Trajectory> walks = Run.of(experiment).trajectories();
        assertEquals(1, walks.get(0).length());
        assertEquals(experiment.steps() + 1, walks.get(1).length());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void advance_everyOptimizerAndSchedule_allocatesNothing(OptimizerSpec spec) {
        Walker walker = walker(ROSENBROCK, spec);
        allocated(walker, 2_000);
        // What a rule allocated would be a hundred times this; the measurement itself may allocate a little.
        long bytes = allocated(walker, 10_000);
        assertTrue(bytes < 10_000, () -> "10,000 steps allocated " + bytes + " bytes");
        assertNull(walker.ending());
        assertEquals(12_000, walker.step());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void walkerAt_anyStep_hasTheStateOfAWalkThatStopsThere(OptimizerSpec spec) {
        Experiment experiment = Experiment.of(new ProblemSpec.Function("himmelblau", "", Map.of()))
                .withSteps(40)
                .withOptimizers(List.of(OptimizerSpec.of("bfgs"), spec));
        Run run = Run.of(experiment);
        Trajectory trajectory = run.trajectories().get(1);
        Walker walker = run.walkerAt(1, 0);
        for (int step = 0; step < trajectory.length(); step++) {
            assertArrayEquals(trajectory.params(step), walker.params());
            if (step % 13 == 0) {
                assertArrayEquals(
                        walker.state(), Run.of(experiment).walkerAt(1, step).state());
            }
            walker.advance();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // optimizer, learning rate, steps, greatest distance from the minimum of the bowl
        "sgd, 0.1, 200, 1e-9",
        "adagrad, 1, 500, 1e-6",
        "rmsprop, 0.01, 2000, 0.02",
        // Its steps are about as long as those before, so they never settle.
        "adadelta, 1, 30000, 0.05",
        "adam, 0.1, 2000, 1e-6",
        "adamax, 0.1, 2000, 1e-6",
        "nadam, 0.1, 2000, 1e-6",
        // The rate itself is the step, so that is how near it comes.
        "lion, 0.001, 6000, 0.02",
        "ftrl, 1, 2000, 1e-6",
        "backtracking, 1, 200, 1e-7",
        "conjugateGradient, 1, 15, 1e-7",
        "bfgs, 1, 15, 1e-7",
        "lbfgs, 1, 15, 1e-7",
        "newton, 1, 1, 1e-12"
    })
    void bowl_everyRule_comesToTheMinimum(String kind, double rate, int steps, double distance) {
        // ∇f = (2(x − 1) + y, x + 6(y + 1)) = 0 at 11·y = −14, x = 1 − y/2.
        double y = -14.0 / 11;
        Walker walker = walker(BOWL, OptimizerSpec.of(kind).with("learningRate", rate));
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        assertArrayEquals(new double[] {1 - y / 2, y}, walker.params(), distance);
    }

    @ParameterizedTest
    @CsvSource({
        // optimizer, learning rate, loss, from 24.2 at the start
        "sgd, 0.001, 1e-4",
        "adagrad, 0.5, 1e-4",
        // These two go on swinging across the valley, as wide as their rate.
        "rmsprop, 0.002, 1e-2",
        // It begins with steps of a thousandth and lengthens them slowly.
        "adadelta, 1, 0.5",
        "adam, 0.02, 1e-6",
        // Weight decay moves the minimum itself.
        "adamw, 0.02, 1e-2",
        "adamax, 0.02, 1e-6",
        "nadam, 0.02, 1e-3",
        "lion, 0.0005, 1e-2",
        "ftrl, 0.5, 1e-2",
        "backtracking, 1, 1e-6",
        "conjugateGradient, 1, 1e-12",
        "bfgs, 1, 1e-12",
        "lbfgs, 1, 1e-12",
        "newton, 1, 1e-12"
    })
    void rosenbrock_everyRule_comesDownTheValley(String kind, double rate, double loss) {
        Walker walker = walker(ROSENBROCK, OptimizerSpec.of(kind).with("learningRate", rate));
        for (int i = 0; i < 20_000; i++) {
            walker.advance();
        }
        assertTrue(walker.loss() < loss, kind + " stands at the loss " + walker.loss());
    }

    @Test
    void rules_ofTheCatalogue_areAllWalked() throws ReflectiveOperationException {
        CsvSource walked = WalkerTest.class
                .getDeclaredMethod("rosenbrock_everyRule_comesDownTheValley", String.class, double.class, double.class)
                .getAnnotation(CsvSource.class);
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            boolean listed = Stream.of(walked.value()).anyMatch(row -> row.startsWith(entry.name() + ","));
            assertTrue(listed, entry.name() + " has no row");
        }
    }
}
