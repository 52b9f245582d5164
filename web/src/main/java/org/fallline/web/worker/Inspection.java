package org.fallline.web.worker;

import java.util.function.Consumer;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Reading;
import org.fallline.survey.Standing;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;

/**
 * The worker's part of what is known of a landscape: at a point at once, over a part of it in slices of a few milliseconds, so
 * that questions in between are answered, and a newer one takes the older one's place.
 */
final class Inspection {
    /** How long one slice takes, in milliseconds, and as much longer as its last piece does. */
    private static final double SLICE = 8;

    private final Compiled compiled;
    private final Consumer<Message> send;
    private @Nullable Exploration exploration;
    private int explored;
    private boolean isUnderWay;

    /** {@code send} takes the answers that come later. */
    Inspection(Compiled compiled, Consumer<Message> send) {
        this.compiled = compiled;
        this.send = send;
    }

    /** Loss and gradient at a point. */
    Message point(Spot asked) {
        return new Noted(asked.id(), Reading.at(turnTo(asked.text()), asked.params())).message();
    }

    /** How things stand at a point. */
    Message standing(Spot asked) {
        return new Stood(asked.id(), Standing.at(turnTo(asked.text()), asked.params())).message();
    }

    /** Begins to look at a part of a slice, and forgets the one before. */
    void begin(Prospect asked) {
        exploration = new Exploration(turnTo(asked.text()), asked.slice(), asked.window());
        explored = asked.id();
        if (!isUnderWay) {
            isUnderWay = true;
            goOn();
        }
    }

    private Derivatives turnTo(String text) {
        if (!text.isEmpty()) {
            // Whatever was being looked at was of another problem.
            exploration = null;
        }
        return compiled.of(text);
    }

    private void goOn() {
        Window.setTimeout(this::slice, 0);
    }

    private void slice() {
        Exploration present = exploration;
        if (present == null) {
            isUnderWay = false;
            return;
        }
        try {
            double end = Browser.now() + SLICE;
            boolean more = present.advance();
            while (more && Browser.now() < end) {
                more = present.advance();
            }
            if (more) {
                goOn();
                return;
            }
            send.accept(new Found(explored, present.findings()).message());
        } catch (RuntimeException e) {
            send.accept(Message.of(Port.FAILED, explored, String.valueOf(e.getMessage())));
        }
        exploration = null;
        isUnderWay = false;
    }
}
