package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.problem.Formula;
import org.fallline.web.model.TapeStory.Calls;
import org.junit.jupiter.api.Test;

class TapeStoryTest {
    private static TapeStory story(String formula, double[] at, List<String> watched, boolean persistent, Calls calls) {
        return TapeStory.of(Formula.parse(formula), at, watched, persistent, calls, new TapeStory.Texts() {
            @Override
            public String number(double value) {
                return Decimal.text(value, 4);
            }

            @Override
            public String none(String derivative) {
                return derivative + " is None";
            }
        });
    }

    @Test
    void tape_writesDownEveryOperationInItsOrder_andAnswersOnce() {
        TapeStory story = story("x^2*y + x", new double[] {3, 2}, List.of("x", "y"), false, Calls.ONCE);
        assertEquals(
                List.of("v1 = x²", "v2 = v1 · y", "f = v2 + x"),
                story.lines().stream()
                        .map(line -> line.name() + " = " + line.formula())
                        .toList());
        assertEquals(
                List.of(9.0, 18.0, 21.0),
                story.lines().stream().map(TapeStory.Line::value).toList());
        assertTrue(story.lines().stream().allMatch(TapeStory.Line::isRecorded));
        assertEquals(
                List.of(2.0, 1.0, 1.0),
                story.lines().stream().map(TapeStory.Line::derivative).toList());
        assertEquals(
                new TapeStory.Answer("tape.gradient(f, [x, y])", "∂f/∂x = 13, ∂f/∂y = 9", false),
                story.answers().get(0));
    }

    @Test
    void whatIsNotWatched_isNotWrittenDown_andHasNoDerivative() {
        TapeStory story = story("x^2 + sin(y)", new double[] {3, 0}, List.of("x"), false, Calls.ONCE);
        List<Boolean> recorded =
                story.lines().stream().map(TapeStory.Line::isRecorded).toList();
        assertEquals(List.of(true, false, true), recorded);
        assertEquals("∂f/∂x = 6, ∂f/∂y is None", story.answers().get(0).answer());
    }

    @Test
    void secondCall_isRefused_unlessTheTapeIsPersistent() {
        TapeStory once = story("x^2", new double[] {3}, List.of("x"), false, Calls.TWICE);
        assertTrue(once.answers().get(1).isRefusal());
        assertTrue(
                once.answers().get(1).answer().contains("has given its gradient"),
                once.answers().toString());
        TapeStory kept = story("x^2", new double[] {3}, List.of("x"), true, Calls.TWICE);
        assertFalse(kept.answers().get(1).isRefusal());
        assertEquals("∂f/∂x = 6", kept.answers().get(1).answer());
    }

    @Test
    void outerTape_recordsTheWayBack_andGivesTheSecondDerivative() {
        TapeStory story = story("x^4", new double[] {2}, List.of("x"), false, Calls.NESTED);
        assertEquals("∂f/∂x = 32", story.answers().get(0).answer());
        assertEquals("∂²f/∂x² = 48", story.answers().get(1).answer());
        assertTrue(story.lines().stream().anyMatch(line -> line.isBackward() && line.isRecorded()));
    }
}
