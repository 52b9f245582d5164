package org.fallline.web.worker;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;

/** The page's end of the worker that walks. */
public final class Engine {
    private final Port port;
    private final Questions<Experiment> walks;

    /**
     * Starts the worker.
     *
     * @param script its address
     * @param onRan receives an experiment and its trajectories
     * @param onFailed receives the reason why an answer is missing
     */
    public Engine(String script, BiConsumer<Experiment, List<Trajectory>> onRan, Consumer<String> onFailed) {
        this.port = new Port(script, message -> answered(message), reason -> {
            stopped();
            onFailed.accept(reason);
        });
        this.walks = new Questions<>(
                port::post,
                experiment -> new Request(0, experiment).message(),
                (experiment, message) ->
                        onRan.accept(experiment, Ran.of(message).trajectories()),
                onFailed);
    }

    private void answered(Message message) {
        walks.answered(message);
    }

    private void stopped() {
        walks.stopped();
    }

    /** Which build answers: WebAssembly or JavaScript; empty before it has started. */
    public String build() {
        return port.build();
    }

    /** Asks for the trajectories of an experiment. */
    public void run(Experiment experiment) {
        walks.ask(experiment);
    }
}
