package org.fallline.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Map<String, String> WORDS = Map.of(
            "step", "Step {0} of {1}",
            "rows", "{0} {0|row|rows} of {1}",
            "undo", "Undo: {0}",
            "plain", "Nothing to fill in",
            "odd", "{} {x} {7} {0|one} {0",
            "engine.setting.rate", "Lernrate");

    @BeforeEach
    void speak() {
        Words.speak(WORDS::get);
    }

    @Test
    void values_standInTheirPlaces() {
        assertEquals("Step 3 of 40", Words.say("step", 3, "40"));
        assertEquals("Nothing to fill in", Words.say("plain", 3));
    }

    @Test
    void one_isSaidInTheSingular() {
        assertEquals("1 row of x", Words.say("rows", 1, "x"));
        assertEquals("0 rows of x", Words.say("rows", 0, "x"));
        assertEquals("21 rows of x", Words.say("rows", 21, "x"));
    }

    @Test
    void valueThatLooksLikeAPlace_isNotFilledIn() {
        assertEquals("Step {1} of {0|a|b}", Words.say("step", "{1}", "{0|a|b}"));
    }

    @Test
    void placeThatIsNone_staysAsItIsWritten() {
        assertEquals("{} {x} {7} {0|one} {0", Words.say("odd", 1));
    }

    @Test
    void phrase_isSaidWithThePhrasesInIt() {
        assertEquals("Undo: Step 1 of 2", Words.say(Phrase.of("undo", Phrase.of("step", 1, 2))));
        assertEquals("{0} stays", Words.say(Phrase.verbatim("{0} stays")));
    }

    @Test
    void whatTheEngineNames_isSaidInEnglishWhereThereIsNoWordForIt() {
        assertEquals("Lernrate", Words.ofEngine("engine.setting.rate", "Learning rate"));
        assertEquals("Momentum", Words.ofEngine("engine.setting.momentum", "Momentum"));
        assertEquals("Undo: Lernrate", Words.say(Phrase.of("undo", Phrase.ofEngine("engine.setting.rate", "rate"))));
    }

    @Test
    void unknownKey_isSaidItself() {
        assertEquals("time.stpe", Words.say("time.stpe", 3));
    }

    @Test
    void nothing_isEmpty() {
        assertTrue(Phrase.NONE.isEmpty());
        assertEquals("", Words.say(Phrase.NONE));
        assertFalse(Phrase.of("plain").isEmpty());
        assertEquals(
                Phrase.of("step", 1, 2),
                Phrase.of("step", 1, 2),
                "changes of one kind are told apart by what they say");
    }
}
