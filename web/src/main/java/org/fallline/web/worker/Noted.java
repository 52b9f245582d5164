package org.fallline.web.worker;

import org.fallline.survey.Reading;

/**
 * Loss and gradient at a point.
 *
 * <pre>
 * numbers = params loss gradient
 * </pre>
 */
record Noted(int id, Reading reading) {
    static final String KIND = "noted";

    Message message() {
        return Message.of(KIND, id, "", numbers(reading));
    }

    static Noted of(Message message) {
        return new Noted(message.getId(), read(new Unpack(message)));
    }

    static double[] numbers(Reading reading) {
        Pack pack = new Pack();
        write(reading, pack);
        return pack.numbers();
    }

    static void write(Reading reading, Pack pack) {
        pack.add(reading.params()).add(reading.loss()).add(reading.gradient());
    }

    static Reading read(Unpack unpack) {
        return new Reading(unpack.array(), unpack.number(), unpack.array());
    }
}
