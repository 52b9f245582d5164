package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrialsTest {
    private final Trials trials = new Trials();

    @Test
    void cardThatWasNeverTried_isWorthATrial() {
        assertTrue(trials.isWorth(0.001));
    }

    @Test
    void cardThatWasSlower_isTriedAgainForMuchHeavierProblemsOnly() {
        trials.lost(0.01);
        trials.lost(0.002);
        assertFalse(trials.isWorth(0.001));
        assertFalse(trials.isWorth(0.02));
        assertTrue(trials.isWorth(0.1));
    }
}
