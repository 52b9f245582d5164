package org.fallline.web.worker;

import org.fallline.experiment.Run;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.MessageEvent;

/** The worker: answers the page's requests, one after the other. */
public final class WorkerMain {
    private static final Surveyor SURVEYOR = new Surveyor();

    private WorkerMain() {}

    public static void main(String[] args) {
        send(Message.of(Port.READY, 0, PlatformDetector.isWebAssemblyGC() ? "WebAssembly" : "JavaScript"));
        Window.worker().onMessage((MessageEvent event) -> send(answer((Message) event.getData())));
    }

    private static Message answer(Message message) {
        try {
            switch (message.getKind()) {
                case Request.KIND -> {
                    Request request = Request.of(message);
                    return new Ran(request.id(), Run.of(request.experiment()).trajectories()).message();
                }
                case Job.TAKE -> {
                    SURVEYOR.take(Job.of(message));
                    return Message.of(Job.TAKEN, message.getId(), "");
                }
                case Job.FIND -> {
                    return SURVEYOR.find(Job.of(message));
                }
                case Rows.KIND -> {
                    return SURVEYOR.sample(Rows.of(message));
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
