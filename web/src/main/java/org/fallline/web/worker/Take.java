package org.fallline.web.worker;

import org.fallline.survey.Slice;

/**
 * Tells a worker which slice it is to sample from now on, as another worker found it; answered by {@link #TAKEN}.
 *
 * <pre>
 * numbers = slice                                  by {@link Surveyed}
 * text    = by {@link Subject}
 * </pre>
 *
 * @param id of this and of all that is asked about it
 */
record Take(int id, String text, Slice slice) {
    static final String KIND = "take";
    static final String TAKEN = "taken";

    Message message() {
        Pack pack = new Pack();
        Surveyed.write(slice, pack);
        return Message.of(KIND, id, text, pack.numbers());
    }

    static Take of(Message message) {
        return new Take(message.getId(), message.getText(), Surveyed.read(new Unpack(message)));
    }
}
