package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Trajectories as a table. */
class TrajectoryCsvTest {
    private static Experiment formula(String formula, List<Double> start, OptimizerSpec... optimizers) {
        return Experiment.of(new ProblemSpec.Function("", formula, Map.of()))
                .withOptimizers(List.of(optimizers))
                .withStart(start)
                .withSteps(2);
    }

    private static OptimizerSpec sgd(double learningRate) {
        return OptimizerSpec.of("sgd").with("learningRate", learningRate);
    }

    private static String csv(Experiment experiment) {
        StringBuilder out = new StringBuilder();
        TrajectoryCsv.write(
                experiment.optimizers(),
                experiment.problem().problem(experiment.seed()).layout().elementNames(),
                Run.of(experiment).trajectories(),
                out::append);
        return out.toString();
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @Test
    void walks_workedByHand_areOneRecordAState() {
        // x² from 3: x ← x − η·2x halves x at η = 1/4 and goes to 0 at once at η = 1/2.
        assertEquals(
                lines(
                        "optimizer,step,loss,gradient norm,x",
                        "SGD,0,9,6,3",
                        "SGD,1,2.25,3,1.5",
                        "SGD,2,0.5625,1.5,0.75",
                        "SGD 2,0,9,6,3",
                        "SGD 2,1,0,0,0",
                        "SGD 2,2,0,0,0"),
                csv(formula("x^2", List.of(3.0), sgd(0.25), sgd(0.5))));
    }

    @Test
    void gradient_ofTwoParameters_isTheEuclideanNorm() {
        assertEquals(
                lines(
                        "optimizer,step,loss,gradient norm,x,y",
                        "SGD,0,0,5,0,0",
                        "SGD,1,-12.5,5,-1.5,-2",
                        "SGD,2,-25,5,-3,-4"),
                csv(formula("3 x + 4 y", List.of(0.0, 0.0), sgd(0.5))));
    }

    @Test
    void walk_thatEnded_hasItsLastStateAndNoMore() {
        assertEquals(
                lines("optimizer,step,loss,gradient norm,x", "SGD,0,NaN,1,-1"),
                csv(formula("log(x)", List.of(-1.0), sgd(0.5))));
        // The gradient of 1e300 x⁴ at 1e3 is beyond the doubles, and so is the loss.
        assertEquals(
                lines("optimizer,step,loss,gradient norm,x", "SGD,0,Infinity,Infinity,1000"),
                csv(formula("1e300 * x^4", List.of(1000.0), sgd(0.5))));
    }

    @Test
    void names_thatHoldCommasOrQuotes_areQuoted() {
        Experiment matrix = Experiment.of(new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1, 1}}),
                Tensor.matrix(new double[][] {{0.1, 0.2}, {0.3, 0.4}}),
                Tensor.vector(0.5, 0.6)));
        assertTrue(csv(matrix)
                .startsWith("optimizer,step,loss,gradient norm,\"W₁,₁\",\"W₁,₂\",\"W₂,₁\",\"W₂,₂\",b₁,b₂\r\nSGD,0,"));
        StringBuilder out = new StringBuilder();
        TrajectoryCsv.write(List.of(), List.of("say \"w\"", "two\nlines", "plain"), List.of(), out::append);
        assertEquals("optimizer,step,loss,gradient norm,\"say \"\"w\"\"\",\"two\nlines\",plain\r\n", out.toString());
    }

    @Test
    void numbers_areReadBackAsTheSameDoubles() {
        Experiment experiment = formula("sin(x) + x^2 / 3", List.of(0.1), OptimizerSpec.of("adam"));
        Trajectory walk = Run.of(experiment).trajectories().get(0);
        String[] rows = csv(experiment).split("\r\n", -1);
        assertEquals(walk.length() + 2, rows.length, "a header, the states, and nothing after the last end of line");
        for (int step = 0; step < walk.length(); step++) {
            String[] fields = rows[step + 1].split(",", -1);
            assertEquals(walk.loss(step), Double.parseDouble(fields[2]));
            assertEquals(Math.abs(walk.gradient(step)[0]), Double.parseDouble(fields[3]));
            assertEquals(walk.param(step, 0), Double.parseDouble(fields[4]));
        }
    }

    @Test
    void walks_ofOtherOptimizersOrParameters_areRefused() {
        Experiment experiment = formula("x^2", List.of(3.0), sgd(0.25));
        List<Trajectory> walks = Run.of(experiment).trajectories();
        assertEquals(
                "1 walks are not one for each of 0 optimizers",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TrajectoryCsv.write(List.of(), List.of("x"), walks, row -> {}))
                        .getMessage());
        assertEquals(
                "walk 0 is in 1 dimensions, but there are 2 parameters",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TrajectoryCsv.write(experiment.optimizers(), List.of("x", "y"), walks, row -> {}))
                        .getMessage());
    }
}
