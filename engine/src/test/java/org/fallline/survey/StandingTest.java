package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void ravine_hasItsEigenvaluesAndTheStepToItsFloor() {
        Standing standing = at("5x^2 + 0.02y^2", 1, 1);
        assertEquals(5.02, standing.reading().loss(), 1e-15);
        assertArrayEquals(new double[] {10, 0.04}, standing.reading().gradient(), 1e-15);
        assertEquals(Math.hypot(10, 0.04), standing.gradientNorm(), 1e-14);
        assertEquals(10, standing.curvature().largest(), 1e-13);
        assertEquals(0.04, standing.curvature().smallest(), 1e-13);
        assertEquals(
                "Sharpness λmax = 10, condition number 250: plain gradient descent is stable up to a learning rate of 0.2.",
                standing.text());
        assertTrue(standing.hasNewtonStep());
        assertArrayEquals(new double[] {-1, -1}, standing.newton().step(), 1e-12);
        assertEquals("", standing.newtonText());
    }

    @Test
    void saddle_bendsDownToo() {
        Standing standing = at("x^2 - y^2", 0, 1);
        assertEquals(
                "Sharpness λmax = 2, condition number 1: plain gradient descent is stable up to a learning rate of 1."
                        + " In other directions it bends down, λmin = −2.",
                standing.text());
        assertTrue(standing.hasNewtonStep());
        assertEquals("Newton's step leads uphill here: to a saddle or a maximum.", standing.newtonText());
    }

    @Test
    void summit_bendsUpNowhere() {
        assertEquals(
                "Sharpness λmax = −2, condition number 3: the loss bends up nowhere here, so no learning rate is too large"
                        + " for it.",
                at("-x^2 - 3y^2", 1, 1).text());
    }

    @Test
    void trough_isSingularAndHasNoNewtonStep() {
        Standing standing = at("(x + y)^2", 1, 1);
        assertEquals(
                "Sharpness λmax = 4, condition number ∞, as in some direction the loss does not bend: plain gradient descent"
                        + " is stable up to a learning rate of 0.5.",
                standing.text());
        assertFalse(standing.hasNewtonStep());
        assertEquals("There is no Newton step here: the Hessian is singular.", standing.newtonText());
    }

    @Test
    void placeWithoutDerivatives_saysSo() {
        Standing standing = at("log(x) + y^2", 0, 1);
        assertEquals("The second derivatives are not finite here.", standing.text());
        assertFalse(standing.hasNewtonStep());
        assertEquals("There is no Newton step here: a derivative is not finite.", standing.newtonText());
    }

    @Test
    void onlyParameter_hasNoConditionNumber() {
        assertEquals(
                "Sharpness λmax = 8: plain gradient descent is stable up to a learning rate of 0.25.",
                at("4x^2", 1).text());
    }

    @Test
    void largeNetwork_saysWhatIsNotKnown() {
        Experiment experiment = ExperimentCodec.read("""
                {"version": 1, "problem": {"kind": "network", "dataset": "circle",
                 "layers": [{"units": 16, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}],
                 "loss": "binaryCrossentropy"}}""");
        Derivatives derivatives = new Derivatives(experiment.problem().problem(experiment.seed()));
        double[] start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        assertEquals(65, start.length);
        Standing standing = Standing.at(derivatives, start);
        assertFalse(standing.curvature().isComplete());
        assertTrue(standing.curvature().largest() > 0);
        assertTrue(
                standing.text()
                        .contains("condition number unknown, as of 65 eigenvalues only the largest and the smallest are"
                                + " computed"),
                standing.text());
    }

    private static Standing at(String formula, double... params) {
        return Standing.at(new Derivatives(new ProblemSpec.Function("", formula, Map.of()).problem()), params);
    }
}
