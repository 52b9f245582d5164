package org.fallline.web.worker;

import java.util.function.Consumer;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.workers.Worker;

/** The page's end of one worker, which is started when it is first needed and started again should it stop. */
final class Port {
    static final String READY = "ready";
    static final String FAILED = "failed";
    /** What a worker is told first, if it is not to speak English: the table of the page's words. */
    static final String SPEAK = "speak";

    private final String script;
    private final Consumer<Message> onAnswer;
    private final Consumer<String> onStopped;
    private @Nullable Worker worker;
    private String build = "";

    /**
     * A worker that has not started.
     *
     * @param script its address
     * @param onAnswer receives what it says
     * @param onStopped is told why it will not answer what it was asked
     */
    Port(String script, Consumer<Message> onAnswer, Consumer<String> onStopped) {
        this.script = script;
        this.onAnswer = onAnswer;
        this.onStopped = onStopped;
    }

    /** Which build answers: WebAssembly or JavaScript; empty before it has started. */
    String build() {
        return build;
    }

    void post(Message message) {
        running().postMessage(message);
    }

    /** Starts the worker, unless it runs. */
    Worker running() {
        Worker running = worker;
        if (running == null) {
            running = start(script);
            worker = running;
            running.addEventListener("message", (MessageEvent event) -> receive((Message) event.getData()));
            running.addEventListener("error", (Event event) -> stopped());
            String words = Words.table();
            if (!words.isEmpty()) {
                running.postMessage(Message.of(SPEAK, 0, words));
            }
        }
        return running;
    }

    private void receive(Message message) {
        if (message.getKind().equals(READY)) {
            build = message.getText();
        } else {
            onAnswer.accept(message);
        }
    }

    private void stopped() {
        boolean hadStarted = !build.isEmpty();
        build = "";
        if (worker != null) {
            worker.terminate();
            worker = null;
        }
        onStopped.accept(Words.say(hadStarted ? "notice.stopped" : "notice.noEngine"));
    }

    @JSBody(params = "script", script = "return new Worker(script, {type: 'module'});")
    private static native Worker start(String script);
}
