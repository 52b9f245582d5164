package org.fallline.web.worker;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;

/** The page's end of the worker that walks. */
public final class Engine {
    private final Questions<Experiment> walks;

    /**
     * Starts the worker.
     *
     * @param script its address
     * @param onRan receives an experiment and its trajectories
     * @param onFailed receives the reason why an answer is missing
     */
    public Engine(String script, BiConsumer<Experiment, List<Trajectory>> onRan, Consumer<String> onFailed) {
        this.walks = new Questions<>(
                script,
                experiment -> new Request(0, experiment).message(),
                (experiment, message) ->
                        onRan.accept(experiment, Ran.of(message).trajectories()),
                onFailed);
    }

    /** Which build answers: WebAssembly or JavaScript; empty before it has started. */
    public String build() {
        return walks.build();
    }

    /** Asks for the trajectories of an experiment. */
    public void run(Experiment experiment) {
        walks.ask(experiment);
    }
}
