package org.fallline.web.worker;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.jspecify.annotations.Nullable;

/** The page's end of the worker that writes programs; it starts when it is first asked. */
public final class Scribe {
    private final String script;
    private final Questions<Asked> questions;
    private final Consumer<String> onFailed;
    private @Nullable Port port;

    /** What is to be written: the descent of an optimizer in a language of {@code org.fallline.code.Languages}. */
    public record Asked(Experiment experiment, int optimizer, int language) {}

    /**
     * No worker has started yet.
     *
     * @param script its address
     * @param onListed receives what was asked and its program
     * @param onFailed receives the reason why an answer is missing
     */
    public Scribe(String script, BiConsumer<Asked, Listed> onListed, Consumer<String> onFailed) {
        this.script = script;
        this.onFailed = onFailed;
        this.questions = new Questions<>(
                this::post,
                asked -> new Wish(0, asked.experiment(), asked.optimizer(), asked.language()).message(),
                (asked, message) -> onListed.accept(asked, Listed.of(message)),
                onFailed);
    }

    /** Asks for a program. */
    public void ask(Asked asked) {
        questions.ask(asked);
    }

    private void post(Message message) {
        Port open = port;
        if (open == null) {
            open = new Port(script, questions::answered, this::stopped);
            port = open;
        }
        open.post(message);
    }

    private void stopped(String reason) {
        questions.stopped();
        onFailed.accept(reason);
    }
}
