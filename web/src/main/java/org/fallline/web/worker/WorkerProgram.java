package org.fallline.web.worker;

import org.fallline.experiment.Run;
import org.fallline.web.platform.PageWords;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.MessageEvent;

/** The worker: answers the page's requests, one after the other. */
public final class WorkerProgram {
    private static final Compiled COMPILED = new Compiled();
    private static final Surveyor SURVEYOR = new Surveyor(COMPILED);
    private static final Inspection INSPECTION = new Inspection(COMPILED, WorkerProgram::send);

    private static final Studying STUDYING = new Studying(WorkerProgram::send);

    private WorkerProgram() {}

    /** Begins to listen, and says so. */
    public static void start() {
        send(Message.of(Port.READY, 0, PlatformDetector.isWebAssemblyGC() ? "WebAssembly" : "JavaScript"));
        Window.worker().onMessage((MessageEvent event) -> {
            Message answer = answer((Message) event.getData());
            if (answer != null) {
                send(answer);
            }
        });
    }

    /** The answer to a question, or null if it will come later. */
    private static @Nullable Message answer(Message message) {
        try {
            switch (message.getKind()) {
                case Request.KIND -> {
                    Request request = Request.of(message);
                    return new Ran(request.id(), Run.of(request.experiment()).trajectories()).message();
                }
                case Wish.KIND -> {
                    return Wish.of(message).answer().message();
                }
                case Take.KIND -> {
                    SURVEYOR.take(Take.of(message));
                    return Message.of(Take.TAKEN, message.getId(), "");
                }
                case Find.KIND -> {
                    SURVEYOR.find(Find.of(message), WorkerProgram::send);
                    return null;
                }
                case Rows.KIND -> {
                    return SURVEYOR.sample(Rows.of(message));
                }
                case Spot.POINT -> {
                    return INSPECTION.point(Spot.of(message));
                }
                case Spot.STANDING -> {
                    return INSPECTION.standing(Spot.of(message));
                }
                case Prospect.KIND -> {
                    INSPECTION.begin(Prospect.of(message));
                    return null;
                }
                case StudyRequest.KIND -> {
                    STUDYING.begin(StudyRequest.of(message));
                    return null;
                }
                case Port.SPEAK -> {
                    Words.speak(new PageWords(message.getText()));
                    return null;
                }
                default -> throw new IllegalArgumentException("no such request: " + message.getKind());
            }
        } catch (RuntimeException e) {
            return Message.of(Port.FAILED, message.getId(), String.valueOf(e.getMessage()));
        }
    }

    private static void send(Message message) {
        Window.worker().postMessage(message, JSArray.of(message.getNumbers().getBuffer()));
    }
}
