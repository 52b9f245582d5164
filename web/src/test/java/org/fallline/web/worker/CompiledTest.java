package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.json.JsonException;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Derivatives;
import org.junit.jupiter.api.Test;

/** What a page tells its worker about the problem, and what the worker makes of it. */
class CompiledTest {
    private static final Experiment BOWL = function("x^2 + y^2");

    private final Subject subject = new Subject();
    private final Compiled compiled = new Compiled();

    @Test
    void sameProblem_isToldAndCompiledOnce() {
        Derivatives first = compiled.of(subject.text(BOWL));
        String again = subject.text(BOWL.withSteps(7));
        assertEquals("", again);
        assertSame(first, compiled.of(again));

        subject.forget();
        assertSame(first, compiled.of(subject.text(BOWL)));
    }

    @Test
    void otherProblem_isTold() {
        Derivatives first = compiled.of(subject.text(BOWL));
        Derivatives second = compiled.of(subject.text(function("x*y")));
        assertNotSame(first, second);
        assertEquals(6, second.function().value(new double[] {2, 3}));
    }

    @Test
    void problemThatCouldNotBeTaken_isNotAnsweredAboutTheOneBefore() {
        compiled.of(subject.text(BOWL));
        assertThrows(JsonException.class, () -> compiled.of("{"));
        assertThrows(IllegalStateException.class, () -> compiled.of(""));
    }

    private static Experiment function(String formula) {
        return Experiment.of(new ProblemSpec.Function("", formula, Map.of()));
    }
}
