package org.fallline.web.worker;

import org.fallline.code.Languages;
import org.fallline.code.Listing;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;

/**
 * Asks a worker to write a descent down as a program.
 *
 * <pre>
 * numbers = optimizer, index of the language        text = experiment
 * </pre>
 *
 * @param language index of {@link Languages#ALL}
 */
record Wish(int id, Experiment experiment, int optimizer, int language) {
    static final String KIND = "list";

    Message message() {
        return Message.of(KIND, id, ExperimentCodec.writeWithStart(experiment), optimizer, language);
    }

    static Wish of(Message message) {
        double[] numbers = message.getNumbers().copyToJavaArray();
        return new Wish(message.getId(), ExperimentCodec.read(message.getText()), (int) numbers[0], (int) numbers[1]);
    }

    /** The program. */
    Listed answer() {
        Listing listing = Languages.ALL.get(language).listing(experiment, optimizer);
        return new Listed(id, listing.fileName(), listing.text(), listing.refusal());
    }
}
