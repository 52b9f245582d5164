package org.fallline.web.platform;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** What scripts see of the page: {@code window.fallline}, and in somebody else's page the same by messages. */
public final class PageScript {
    private PageScript() {}

    /** Does what a script asks for. */
    public interface Call {
        /**
         * Does it.
         *
         * @param argument a string as it is, anything else as JSON, empty if there is none
         * @param resolve receives the answer as JSON, at once or later
         * @param reject receives what is wrong instead
         */
        void call(String name, String argument, Consumer<String> resolve, Consumer<String> reject);
    }

    @JSFunctor
    private interface Text extends JSObject {
        void receive(String text);
    }

    @JSFunctor
    private interface Ask extends JSObject {
        void ask(String name, String argument, Text resolve, Text reject);
    }

    /**
     * Offers methods of these names, each of which gives a promise.
     *
     * @param byMessage whether whoever embeds the page may ask by {@code postMessage}, too
     */
    public static void offer(JSArray<JSString> names, boolean byMessage, Call call) {
        // A function of JavaScript's does not survive a Java collection in WebAssembly (TeaVM 0.16.0): none leaves this
        // class.
        offerCalls(
                names,
                byMessage,
                (name, argument, resolve, reject) ->
                        call.call(name, argument, text -> resolve.receive(text), text -> reject.receive(text)));
    }

    @JSBody(
            params = {"names", "byMessage", "call"},
            script = "function ask(name, argument) { return new Promise(function(resolve, reject) {"
                    + " call(name, argument === undefined ? '' : typeof argument === 'string' ? argument"
                    + " : JSON.stringify(argument), function(text) { resolve(JSON.parse(text)); },"
                    + " function(reason) { reject(new Error(reason)); }); }); }"
                    + " const api = {};"
                    + " names.forEach(function(name) { api[name] = function(argument) { return ask(name, argument); }; });"
                    + " window.fallline = Object.freeze(api);"
                    + " if (!byMessage) { return; }"
                    + " addEventListener('message', function(event) { const asked = event.data;"
                    + " if (!asked || typeof asked.fallline !== 'string' || !event.source) { return; }"
                    + " function reply(answer) { answer.fallline = asked.fallline; answer.id = asked.id;"
                    + " event.source.postMessage(answer, event.origin === 'null' ? '*' : event.origin); }"
                    + " ask(asked.fallline, asked.argument).then(function(state) { reply({state: state}); },"
                    + " function(error) { reply({error: error.message}); }); });")
    private static native void offerCalls(JSArray<JSString> names, boolean byMessage, Ask call);

    /** Tells the page around this one how high this one is, in CSS pixels. */
    @JSBody(
            params = "height",
            script = "if (parent !== window) { parent.postMessage({fallline: 'size', height: height}, '*'); }")
    public static native void tellSize(int height);

    /** Tells the page around this one that its first picture is there. */
    @JSBody(script = "if (parent !== window) { parent.postMessage({fallline: 'painted'}, '*'); }")
    public static native void tellPainted();

    /** Tells the page around this one its state, as JSON, which has changed. */
    @JSBody(
            params = "state",
            script =
                    "if (parent !== window) { parent.postMessage({fallline: 'change', state: JSON.parse(state)}, '*'); }")
    public static native void tellChange(String state);
}
