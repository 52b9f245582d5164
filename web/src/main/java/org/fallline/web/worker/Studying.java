package org.fallline.web.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fallline.study.Study;
import org.fallline.web.platform.Browser;
import org.teavm.jso.browser.Window;

/** The worker's part of studies: one of a kind at a time, a slice of each in turn, and now and then what is known so far. */
final class Studying {
    /** Milliseconds of a slice. */
    private static final double SLICE = 12;

    /** Milliseconds between two reports. */
    private static final double REPORT = 150;

    private final Consumer<Message> send;
    private final Map<StudyRequest.Kind, Running> running = new LinkedHashMap<>();
    private boolean isUnderWay;

    /** A study under way. */
    private static final class Running {
        final int id;
        final Study study;
        double reported = Browser.now();

        Running(int id, Study study) {
            this.id = id;
            this.study = study;
        }
    }

    Studying(Consumer<Message> send) {
        this.send = send;
    }

    void begin(StudyRequest asked) {
        running.put(asked.kind(), new Running(asked.id(), asked.study()));
        if (!isUnderWay) {
            isUnderWay = true;
            Window.setTimeout(this::slice, 0);
        }
    }

    private void slice() {
        for (StudyRequest.Kind kind : StudyRequest.Kind.values()) {
            Running present = running.get(kind);
            if (present != null && !advance(present)) {
                running.remove(kind);
            }
        }
        isUnderWay = !running.isEmpty();
        if (isUnderWay) {
            Window.setTimeout(this::slice, 0);
        }
    }

    /** Whether there is more to do. */
    private boolean advance(Running present) {
        try {
            double end = Browser.now() + SLICE;
            boolean more = present.study.advance();
            while (more && Browser.now() < end) {
                more = present.study.advance();
            }
            if (!more || Browser.now() > present.reported + REPORT) {
                present.reported = Browser.now();
                send.accept(
                        new Studied(present.id, present.study.progress(), !more, present.study.numbers()).message());
            }
            return more;
        } catch (RuntimeException e) {
            send.accept(Message.of(Port.FAILED, present.id, String.valueOf(e.getMessage())));
            return false;
        }
    }
}
