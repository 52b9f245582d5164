package org.fallline.web.worker;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Grid;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.workers.Worker;

/**
 * The page's end of the worker. Of each kind one question is under way at a time, and of those that are asked meanwhile only
 * the newest is kept: while a visitor drags a slider the worker must not fall behind.
 */
public final class Engine {
    static final String READY = "ready";
    static final String FAILED = "failed";

    private final String script;
    private final Consumer<String> onFailed;
    private final Questions walks;
    private final Questions landscapes;
    private Worker worker;
    private String build = "";
    private int lastId;

    /**
     * Starts the worker.
     *
     * @param script its address
     * @param onRan receives an experiment and its trajectories
     * @param onSampled receives an experiment and its landscape
     * @param onFailed receives the reason why an answer is missing
     */
    public Engine(
            String script,
            BiConsumer<Experiment, List<Trajectory>> onRan,
            BiConsumer<Experiment, Grid> onSampled,
            Consumer<String> onFailed) {
        this.script = script;
        this.onFailed = onFailed;
        this.walks = new Questions(
                Request.RUN,
                (experiment, message) ->
                        onRan.accept(experiment, Ran.of(message).trajectories()));
        this.landscapes = new Questions(
                Request.SAMPLE,
                (experiment, message) ->
                        onSampled.accept(experiment, Sampled.of(message).grid()));
        this.worker = start();
    }

    /** Which build answers: WebAssembly or JavaScript; empty before it has started. */
    public String build() {
        return build;
    }

    /** Asks for the trajectories of an experiment. */
    public void run(Experiment experiment) {
        walks.ask(experiment);
    }

    /** Asks for the landscape of an experiment. */
    public void sample(Experiment experiment) {
        landscapes.ask(experiment);
    }

    private Worker start() {
        Worker started = newWorker(script);
        started.addEventListener("message", (MessageEvent event) -> receive((Message) event.getData()));
        started.addEventListener("error", (Event event) -> stopped());
        return started;
    }

    private void receive(Message message) {
        if (message.getKind().equals(READY)) {
            build = message.getText();
            return;
        }
        Questions questions = message.getId() == walks.id ? walks : landscapes;
        questions.answered(message);
    }

    /** A worker that stopped, having been right before, is started again, without the questions that it had. */
    private void stopped() {
        if (build.isEmpty()) {
            onFailed.accept("The engine could not start.");
            return;
        }
        build = "";
        walks.forget();
        landscapes.forget();
        worker.terminate();
        worker = start();
        onFailed.accept("The engine stopped over this experiment. Change it, and it goes on.");
    }

    /** The questions of one kind. */
    private final class Questions {
        private final String kind;
        private final BiConsumer<Experiment, Message> receiver;
        private @Nullable Experiment asked;
        private @Nullable Experiment next;
        private int id;

        Questions(String kind, BiConsumer<Experiment, Message> receiver) {
            this.kind = kind;
            this.receiver = receiver;
        }

        void ask(Experiment experiment) {
            if (asked == null) {
                asked = experiment;
                id = ++lastId;
                worker.postMessage(new Request(kind, id, experiment).message());
            } else {
                next = experiment;
            }
        }

        void answered(Message message) {
            Experiment experiment = Objects.requireNonNull(asked);
            Experiment waiting = next;
            forget();
            if (!message.getKind().equals(FAILED)) {
                receiver.accept(experiment, message);
            } else if (waiting == null) {
                onFailed.accept(message.getText());
            }
            if (waiting != null) {
                ask(waiting);
            }
        }

        void forget() {
            asked = null;
            next = null;
        }
    }

    @JSBody(params = "script", script = "return new Worker(script, {type: 'module'});")
    private static native Worker newWorker(String script);
}
