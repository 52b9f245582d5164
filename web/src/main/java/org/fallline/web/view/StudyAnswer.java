package org.fallline.web.view;

import java.util.function.Consumer;
import org.fallline.web.worker.Studied;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the latest question that a study answers, asked once for as long as the question is the same.
 *
 * @param <Q> the question, compared by {@code equals}
 */
final class StudyAnswer<Q> {
    private final Runnable changed;
    private @Nullable Q asked;
    private @Nullable Studied answer;

    /** Nothing is asked yet; {@code changed} is called when more is known. */
    StudyAnswer(Runnable changed) {
        this.changed = changed;
    }

    /** What is known of a question, or null; {@code study} asks it and is given who receives what is found. */
    @Nullable Studied to(Q question, Consumer<Consumer<Studied>> study) {
        if (!question.equals(asked)) {
            asked = question;
            answer = null;
            study.accept(studied -> {
                if (question.equals(asked)) {
                    answer = studied;
                    changed.run();
                }
            });
        }
        return answer;
    }

    /** What was known last, or null. */
    @Nullable Studied last() {
        return answer;
    }
}
