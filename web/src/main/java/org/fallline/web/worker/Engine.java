package org.fallline.web.worker;

import java.util.List;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Grid;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.workers.Worker;

/**
 * The page's end of the worker. Of several questions of a kind only the newest is answered: an older answer would show what
 * the visitor has left behind.
 */
public final class Engine {
    static final String READY = "ready";
    static final String FAILED = "failed";

    private final Worker worker;
    private final Consumer<List<Trajectory>> onRan;
    private final Consumer<Grid> onSampled;
    private final Consumer<String> onFailed;
    private int lastId;
    private int runId;
    private int sampleId;
    private String build = "";

    /**
     * Starts the worker.
     *
     * @param script its address
     * @param onRan receives trajectories
     * @param onSampled receives landscapes
     * @param onFailed receives the reason why an answer is missing
     */
    public Engine(
            String script, Consumer<List<Trajectory>> onRan, Consumer<Grid> onSampled, Consumer<String> onFailed) {
        this.worker = start(script);
        this.onRan = onRan;
        this.onSampled = onSampled;
        this.onFailed = onFailed;
        worker.addEventListener("message", (MessageEvent event) -> receive((Message) event.getData()));
        worker.addEventListener("error", (ErrorEvent event) -> onFailed.accept("The engine could not start."));
    }

    /** Which build answers: WebAssembly or JavaScript; empty before it has started. */
    public String build() {
        return build;
    }

    /** Asks for the trajectories of an experiment. */
    public void run(Experiment experiment) {
        runId = ++lastId;
        worker.postMessage(new Request(Request.RUN, runId, experiment).message());
    }

    /** Asks for the landscape of an experiment. */
    public void sample(Experiment experiment) {
        sampleId = ++lastId;
        worker.postMessage(new Request(Request.SAMPLE, sampleId, experiment).message());
    }

    private void receive(Message message) {
        switch (message.getKind()) {
            case READY -> build = message.getText();
            case FAILED -> onFailed.accept(message.getText());
            case Ran.KIND -> {
                if (message.getId() == runId) {
                    onRan.accept(Ran.of(message).trajectories());
                }
            }
            case Sampled.KIND -> {
                if (message.getId() == sampleId) {
                    onSampled.accept(Sampled.of(message).grid());
                }
            }
            default -> throw new IllegalStateException("the worker sent " + message.getKind());
        }
    }

    @JSBody(params = "script", script = "return new Worker(script, {type: 'module'});")
    private static native Worker start(String script);
}
