package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;

/**
 * Asks a worker for the trajectories of an experiment.
 *
 * @param id that the answer carries too
 */
record Request(int id, Experiment experiment) {
    static final String KIND = "run";

    Message message() {
        return Message.of(KIND, id, ExperimentCodec.writeWithStart(experiment));
    }

    static Request of(Message message) {
        return new Request(message.getId(), ExperimentCodec.read(message.getText()));
    }
}
