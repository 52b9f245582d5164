package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;

/**
 * A question to the worker about an experiment.
 *
 * @param kind {@link #RUN} or {@link #SAMPLE}
 * @param id that the answer carries too
 */
record Request(String kind, int id, Experiment experiment) {
    /** Asks for the trajectories. */
    static final String RUN = "run";
    /** Asks for the landscape. */
    static final String SAMPLE = "sample";

    Message message() {
        return Message.of(kind, id, ExperimentCodec.write(experiment));
    }

    static Request of(Message message) {
        return new Request(message.getKind(), message.getId(), ExperimentCodec.read(message.getText()));
    }
}
