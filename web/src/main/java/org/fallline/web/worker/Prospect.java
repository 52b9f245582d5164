package org.fallline.web.worker;

import org.fallline.landscape.Window;
import org.fallline.survey.Slice;

/**
 * Asks a worker what is true of a part of a slice, instead of what was asked before in this way.
 *
 * <pre>
 * numbers = slice uMin uMax vMin vMax          slice by {@link Surveyed}
 * text    = by {@link Subject}
 * </pre>
 */
record Prospect(int id, String text, Slice slice, Window window) {
    static final String KIND = "findings";

    Message message() {
        return Message.of(KIND, id, text, numbers());
    }

    static Prospect of(Message message) {
        Unpack unpack = new Unpack(message);
        return read(message.getId(), message.getText(), unpack);
    }

    double[] numbers() {
        Pack pack = new Pack();
        Surveyed.write(slice, pack);
        return pack.add(window.uMin())
                .add(window.uMax())
                .add(window.vMin())
                .add(window.vMax())
                .numbers();
    }

    static Prospect read(int id, String text, Unpack unpack) {
        return new Prospect(
                id,
                text,
                Surveyed.read(unpack),
                new Window(unpack.number(), unpack.number(), unpack.number(), unpack.number()));
    }
}
