package org.fallline.web.worker;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one kind to one worker. One is under way at a time, and of those that are asked meanwhile only the newest is
 * kept: while a visitor drags a slider the worker must not fall behind.
 *
 * @param <Q> the question
 */
final class Questions<Q> {
    private final Consumer<Message> post;
    private final java.util.function.Function<Q, Message> writing;
    private final BiConsumer<Q, Message> onAnswer;
    private final Consumer<String> onFailed;
    private @Nullable Q asked;
    private @Nullable Q next;

    /**
     * No question yet.
     *
     * @param post sends a message to the worker
     * @param writing the question's message
     * @param onAnswer receives a question and its answer
     * @param onFailed receives the reason why an answer is missing
     */
    Questions(
            Consumer<Message> post,
            java.util.function.Function<Q, Message> writing,
            BiConsumer<Q, Message> onAnswer,
            Consumer<String> onFailed) {
        this.post = post;
        this.writing = writing;
        this.onAnswer = onAnswer;
        this.onFailed = onFailed;
    }

    void ask(Q question) {
        if (asked == null) {
            asked = question;
            post.accept(writing.apply(question));
        } else {
            next = question;
        }
    }

    /** Takes what the worker answers to the question under way. */
    void answered(Message message) {
        Q question = Objects.requireNonNull(asked);
        Q waiting = next;
        asked = null;
        next = null;
        if (!message.getKind().equals(Port.FAILED)) {
            onAnswer.accept(question, message);
        } else if (waiting == null) {
            onFailed.accept(message.getText());
        }
        // The answer's receiver may have asked already.
        if (waiting != null && asked == null) {
            ask(waiting);
        }
    }

    /** Forgets what was asked: the worker will not answer it. */
    void stopped() {
        asked = null;
        next = null;
    }
}
