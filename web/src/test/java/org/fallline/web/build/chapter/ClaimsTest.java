package org.fallline.web.build.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fallline.experiment.ExperimentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private final Claims claims =
            new Claims(Map.of("tiny", ExperimentCodec.read("""
                    {"version": 1, "steps": 3, "optimizers": [{"kind": "sgd", "learningRate": 0.01}],
                     "problem": {"kind": "linear", "x": [[1, 2]], "y": [[1]], "W": [[0.1], [0.2]], "b": [0.3]}}"""), "bowl", ExperimentCodec.read("""
                    {"version": 1, "steps": 3, "start": [3, 4],
                     "problem": {"kind": "function", "formula": "(x^2 + 10*y^2)/2", "domain": {"x": [-5, 5], "y": [-5, 5]}},
                     "optimizers": [{"kind": "sgd", "learningRate": 0.1}, {"kind": "sgd", "learningRate": 0.05}]}""")));

    /** The chapter's example, worked by hand. */
    @ParameterizedTest
    @CsvSource({
        "tiny: loss, 0.04",
        "tiny: d/d W₁, -0.4",
        "tiny: d/d W₂, -0.8",
        "tiny: d/d b, -0.4",
        "tiny: W₁ @1, 0.104",
        "tiny: W₂ @1, 0.208",
        "tiny: b @ 1, 0.304",
        "tiny: loss @1, 0.030976",
        "bowl: slope, 40.11234",
        "bowl: sharpness, 10",
        "bowl: stable rate, 0.2",
        "bowl[1]: x @1, 2.85",
        "= 1*0.1 + 2*0.2 + 0.3, 0.8",
        "= 2/{bowl: sharpness}, 0.2",
    })
    void claim_isWhatTheEngineComputes(String claim, double value) {
        assertEquals(value, claims.value(claim), 1e-5);
    }

    @Test
    void printedNumber_isRight_ifItIsRounded() {
        assertTrue(claims.holds("tiny: loss @1", "0.030976"));
        assertTrue(claims.holds("tiny: loss @1", "0.031"));
        assertTrue(claims.holds("tiny: d/d W₁", " −0.4 "));
        assertFalse(claims.holds("tiny: loss @1", "0.0309"));
        assertFalse(claims.holds("tiny: d/d W₁", "0.4"));
        assertFalse(claims.holds("tiny: loss @1", "0.04"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiny loss | expected a claim like “tiny: loss @1”, but found “tiny loss”",
                "big: loss | no experiment “big”",
                "tiny: los | expected one of loss, slope, sharpness, stable rate, W₁, W₂, b",
                "tiny: loss @9 | tiny: loss @9: the walk has steps from 0 to 3",
                "= 1 + x | expected a formula of numbers",
            })
    void wrongClaim_saysWhatWouldBeRight(String claim, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> claims.value(claim));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }
}
