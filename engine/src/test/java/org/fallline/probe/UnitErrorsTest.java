package org.fallline.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

/** Errors of units, worked by hand: two examples of one input, a hidden unit, an output, and the mean of squared errors. */
class UnitErrorsTest {
    private static UnitErrors errors(String activation, double... params) {
        ProblemSpec spec = ExperimentCodec.read("""
                { "version": 1, "problem": { "kind": "network",
                  "dataset": { "csv": "x,y\\n1,1\\n2,1\\n", "targets": ["y"] },
                  "layers": [ { "units": 1, "activation": "%s" }, { "units": 1, "activation": "linear" } ] } }
                """.formatted(activation)).problem();
        Problem problem = spec.problem(0);
        UnitErrors errors = new UnitErrors(problem, Objects.requireNonNull(Fit.of(spec, 0)));
        errors.run(params);
        return errors;
    }

    @Test
    void errors_ofALinearChain_areTheChainRule() {
        // z = x, ŷ = 3 z: predictions 3 and 6 (in whichever order the examples come), targets 1 and 1, so ∂ℓ/∂ŷ = 2 (ŷ
        // − y) = 4 and 10.
        UnitErrors errors = errors("linear", 1, 0, 3, 0);
        double first = errors.error(2, 0, 0);
        double second = errors.error(2, 0, 1);
        assertEquals(14, first + second, 1e-12);
        assertEquals(40, first * second, 1e-12);
        assertEquals(7, errors.error(2, 0, UnitErrors.ALL), 1e-12);
        // Back through the weight 3: 7 · 3.
        assertEquals(21, errors.error(1, 0, UnitErrors.ALL), 1e-12);
        assertEquals(21, errors.flows(UnitErrors.ALL)[2], 1e-12);
        assertEquals(UnitErrors.Passing.OPEN, errors.passing(1, 0));
    }

    @Test
    void unit_thatReluKeepsAtZero_isDead() {
        UnitErrors errors = errors("relu", -1, 0, 3, 0);
        assertEquals(UnitErrors.Passing.DEAD, errors.passing(1, 0));
        assertEquals(0, Math.abs(errors.flows(UnitErrors.ALL)[0]));
        assertEquals(UnitErrors.Passing.OPEN, errors.passing(2, 0));
    }

    @Test
    void unit_farOutOnTanh_isSaturated() {
        // tanh′(5) = 1.8e-4.
        assertEquals(UnitErrors.Passing.SATURATED, errors("tanh", 5, 0, 3, 0).passing(1, 0));
        assertEquals(UnitErrors.Passing.OPEN, errors("tanh", 0.1, 0, 3, 0).passing(1, 0));
    }
}
