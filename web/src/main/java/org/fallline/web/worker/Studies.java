package org.fallline.web.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;

/**
 * The page's end of the worker that makes studies; it starts when the first one is asked for. Of each kind the newest is made;
 * what is known of it comes as it is found.
 */
public final class Studies {
    private final Port port;
    private final Consumer<String> onFailed;
    private final Map<Integer, Consumer<Studied>> receivers = new HashMap<>();
    private final Map<StudyRequest.Kind, Integer> latest = new HashMap<>();
    private int lastId;

    /**
     * No worker has started yet.
     *
     * @param script its address
     * @param onFailed receives the reason why an answer is missing
     */
    public Studies(String script, Consumer<String> onFailed) {
        this.onFailed = onFailed;
        this.port = new Port(script, this::receive, reason -> {
            receivers.clear();
            onFailed.accept(reason);
        });
    }

    /** Asks for the learning-rate range test of an optimizer. */
    public void range(Experiment experiment, int optimizer, Consumer<Studied> receiver) {
        ask(StudyRequest.Kind.RANGE, experiment, new double[] {optimizer}, receiver);
    }

    /** Asks for the sweep of an optimizer. */
    public void sweep(Experiment experiment, int optimizer, Consumer<Studied> receiver) {
        ask(StudyRequest.Kind.SWEEP, experiment, new double[] {optimizer}, receiver);
    }

    /** Asks for the losses of the test examples at some parameters, state by state. */
    public void testLosses(Experiment experiment, double[] params, Consumer<Studied> receiver) {
        ask(StudyRequest.Kind.TEST, experiment, params, receiver);
    }

    private void ask(StudyRequest.Kind kind, Experiment experiment, double[] numbers, Consumer<Studied> receiver) {
        Integer before = latest.put(kind, ++lastId);
        receivers.remove(before);
        receivers.put(lastId, receiver);
        port.post(new StudyRequest(lastId, kind, experiment, numbers).message());
    }

    private void receive(Message message) {
        Consumer<Studied> receiver = receivers.get(message.getId());
        if (receiver == null) {
            return;
        }
        if (message.getKind().equals(Port.FAILED)) {
            receivers.remove(message.getId());
            onFailed.accept(message.getText());
            return;
        }
        Studied answer = Studied.of(message);
        if (answer.isDone()) {
            receivers.remove(message.getId());
        }
        receiver.accept(answer);
    }
}
