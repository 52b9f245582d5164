package org.fallline.say;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SayTest {
    @AfterEach
    void speakEnglish() {
        Say.in(key -> null);
    }

    @Test
    void text_isSaidInEnglish_unlessALanguageHasIt() {
        assertEquals("Start at x = 1.", Say.of("start", "Start at {0}.", "x = 1"));
        Say.in(Map.of("start", "Beginn bei {0}.")::get);
        assertEquals("Beginn bei x = 1.", Say.of("start", "Start at {0}.", "x = 1"));
        assertEquals("step 3 of 4", Say.of("step", "step {0} of {1}", 3, 4));
    }

    @Test
    void values_mayStandInAnotherOrder() {
        Say.in(Map.of("away", "von {1} um {0} entfernt")::get);
        assertEquals("von y um 2 entfernt", Say.of("away", "{0} away from {1}", 2, "y"));
    }
}
