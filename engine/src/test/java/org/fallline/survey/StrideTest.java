package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.Walker;
import org.fallline.landscape.Vectors;
import org.fallline.optim.Descent;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class StrideTest {
    private static final OptimizerSpec SGD = OptimizerSpec.of("sgd").with("learningRate", 0.125);

    @Test
    void momentum_isWhatTheStepHasBesideTheGradient() {
        // v₁ = −⅛·(2, 8) = (−¼, −1), so at (¾, 1): g = (1.5, 4) and v₂ = ½·v₁ − ⅛·g.
        OptimizerSpec momentum = SGD.with("momentum", 0.5);
        Stride stride = stride(momentum, walk(momentum, 4), 1);
        assertEquals(0.125, stride.rate());
        assertArrayEquals(new double[] {-0.1875, -0.5}, stride.down());
        assertArrayEquals(new double[] {-0.125, -0.5}, stride.rest());
        assertArrayEquals(new double[] {-0.3125, -1}, stride.step());
        assertEquals("momentum", stride.restName());
        assertTrue(stride.isSum());
    }

    @Test
    void parts_addUpToTheStep() {
        OptimizerSpec nesterov = SGD.with("momentum", 0.5).with("nesterov", 1).with("weightDecay", 0.25);
        Trajectory walk = walk(nesterov, 6);
        for (int step = 0; step < 6; step++) {
            Stride stride = stride(nesterov, walk, step);
            for (int i = 0; i < 2; i++) {
                // Multiples of powers of two: nothing is rounded.
                assertEquals(walk.param(step + 1, i) - walk.param(step, i), stride.down()[i] + stride.rest()[i]);
            }
            assertEquals("momentum and weight decay", stride.restName());
        }
    }

    @Test
    void plainDescent_isTheGradientAlone() {
        Stride stride = stride(SGD, walk(SGD, 3), 1);
        assertEquals("", stride.restName());
        assertArrayEquals(stride.step(), stride.down());
    }

    @Test
    void clippedGradient_isNamed() {
        OptimizerSpec clipped = SGD.with("clipValue", 1);
        Stride stride = stride(clipped, walk(clipped, 3), 0);
        assertEquals("clipping", stride.restName());
        assertArrayEquals(new double[] {-0.25, -1}, stride.down());
        assertArrayEquals(new double[] {-0.125, -0.125}, stride.step());
    }

    @Test
    void stepOfAnotherRule_isShownWholeBesideTheWayDown() {
        OptimizerSpec adam = OptimizerSpec.of("adam").with("learningRate", 0.1);
        Trajectory walk = walk(adam, 3);
        Stride stride = stride(adam, walk, 0);
        assertFalse(stride.isSum());
        assertArrayEquals(new double[] {-0.1, -0.1}, stride.step(), 1e-6);
        assertEquals(Vectors.norm(stride.step()), Vectors.norm(stride.down()), 1e-15);
        assertEquals(walk.gradient(0)[1] / walk.gradient(0)[0], stride.down()[1] / stride.down()[0], 1e-12);
    }

    @Test
    void scheduledRate_isThatOfTheStep() {
        OptimizerSpec halving = SGD.withSchedule(
                ScheduleSpec.of("exponential").with("decaySteps", 1).with("decayRate", 0.5));
        Trajectory walk = walk(halving, 4);
        assertEquals(0.125, stride(halving, walk, 0).rate());
        assertEquals(0.03125, stride(halving, walk, 2).rate());
    }

    @Test
    void rateOfASchedule_thatRemembers_isTheOneOfTheWalk() {
        // 1 is too large a rate for 4y²: the loss rises until the plateau's rule has lowered it.
        OptimizerSpec patient = SGD.with("learningRate", 1)
                .withSchedule(ScheduleSpec.of("plateau").with("patience", 2).with("factor", 0.5));
        Experiment experiment = experiment(patient, 12);
        Walker walker = Run.of(experiment).walkerAt(0, 0);
        Trajectory walk = walk(patient, 12);
        Descent descent = patient.descent();
        boolean fell = false;
        for (int step = 0; step < 12; step++) {
            walker.advance();
            double rate = walker.state()[0];
            assertEquals("learning rate", descent.slots(2).get(0).name());
            assertEquals(rate, stride(patient, walk, step).rate());
            fell |= rate < 1;
        }
        assertTrue(fell, "the rate never fell");
    }

    @Test
    void rateOfSuchASchedule_whereStepsSeeOnlyBatches_isNotKnown() {
        OptimizerSpec patient = SGD.withSchedule(ScheduleSpec.of("plateau"));
        Stride stride = Stride.of(patient.descent(), true, walk(patient, 3), 1);
        assertTrue(Double.isNaN(stride.rate()));
        assertFalse(stride.isSum());
        assertTrue(Stride.of(SGD.descent(), true, walk(SGD, 3), 1).isSum());
    }

    @Test
    void lastState_hasNoStepThatLeadsOn() {
        OptimizerSpec momentum = SGD.with("momentum", 0.5);
        for (int step : new int[] {3, 99}) {
            Stride stride = stride(momentum, walk(momentum, 3), step);
            assertArrayEquals(new double[2], stride.step());
            assertArrayEquals(new double[2], stride.rest());
            assertEquals(0, Vectors.norm(stride.down()));
            assertEquals("momentum", stride.restName());
        }
    }

    private static Experiment experiment(OptimizerSpec optimizer, int steps) {
        return Experiment.of(new ProblemSpec.Function("", "x^2 + 2y^2", Map.of()))
                .withStart(List.of(1.0, 2.0))
                .withSteps(steps)
                .withOptimizers(List.of(optimizer));
    }

    private static Trajectory walk(OptimizerSpec optimizer, int steps) {
        return Run.of(experiment(optimizer, steps)).trajectories().get(0);
    }

    private static Stride stride(OptimizerSpec optimizer, Trajectory walk, int step) {
        return Stride.of(optimizer.descent(), false, walk, step);
    }
}
