package org.fallline.web.worker;

import org.fallline.experiment.Run;
import org.fallline.landscape.Grid;
import org.fallline.scene.Picture;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.MessageEvent;

/** The worker: answers the page's requests, one after the other. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        send(Message.of(Engine.READY, 0, PlatformDetector.isWebAssemblyGC() ? "WebAssembly" : "JavaScript"));
        Window.worker().onMessage((MessageEvent event) -> send(answer((Message) event.getData())));
    }

    private static Message answer(Message message) {
        try {
            Request request = Request.of(message);
            Run run = Run.of(request.experiment());
            if (request.kind().equals(Request.RUN)) {
                return new Ran(request.id(), run.trajectories()).message();
            }
            Picture picture = new Picture(request.experiment());
            Grid grid =
                    Grid.sample(picture.surface(run.function()), picture.window(), Picture.SAMPLES, Picture.SAMPLES);
            return new Sampled(request.id(), grid).message();
        } catch (RuntimeException e) {
            return Message.of(Engine.FAILED, message.getId(), String.valueOf(e.getMessage()));
        }
    }

    private static void send(Message message) {
        Window.worker().postMessage(message, JSArray.of(message.getNumbers().getBuffer()));
    }
}
