package org.fallline.web.worker;

import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.typedarrays.Float64Array;

/** The engine's worker: says which build it is, then answers every array with its doubles. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        String build = PlatformDetector.isWebAssemblyGC() ? "WebAssembly" : "JavaScript";
        Window.worker().onMessage((MessageEvent event) -> {
            Float64Array values = (Float64Array) event.getData();
            double[] doubled = new double[values.getLength()];
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] = 2 * values.get(i);
            }
            Float64Array answer = Float64Array.copyFromJavaArray(doubled);
            Window.worker().postMessage(answer(build, answer), JSArray.of(answer.getBuffer()));
        });
    }

    @JSBody(
            params = {"build", "values"},
            script = "return {build: build, values: values};")
    private static native JSObject answer(String build, Float64Array values);
}
