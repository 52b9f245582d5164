package org.fallline.web.platform;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** A film of what a canvas shows, in WebM. */
public final class Recorder {
    private final JSObject recorder;

    /** Receives the film. */
    @JSFunctor
    public interface Film extends JSObject {
        void receive(JSObject blob);
    }

    /** Begins to record. */
    public Recorder(HTMLCanvasElement canvas, Film film) {
        recorder = start(canvas, film);
    }

    /** Whether the browser can. */
    @JSBody(
            script = "return !!window.MediaRecorder && MediaRecorder.isTypeSupported('video/webm')"
                    + " && !!HTMLCanvasElement.prototype.captureStream;")
    public static native boolean isPossible();

    /** Ends the film. */
    public void stop() {
        stop(recorder);
    }

    // Lines on a plain ground need more bits than a camera's picture, or they smear.
    @JSBody(
            params = {"canvas", "film"},
            script = "const parts = [];"
                    + " const recorder = new MediaRecorder(canvas.captureStream(),"
                    + " {mimeType: 'video/webm', videoBitsPerSecond: 8000000});"
                    + " recorder.ondataavailable = function(event) { parts.push(event.data); };"
                    + " recorder.onstop = function() { film(new Blob(parts, {type: 'video/webm'})); };"
                    + " recorder.start(); return recorder;")
    private static native JSObject start(HTMLCanvasElement canvas, Film film);

    @JSBody(params = "recorder", script = "recorder.stop();")
    private static native void stop(JSObject recorder);
}
