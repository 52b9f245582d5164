package org.fallline.web.platform;

import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** Files that come into the page, as chosen, dropped or pasted, and files that the page gives out. */
public final class Files {
    /** The most bytes that are read: beyond them something else was meant than an experiment. */
    private static final int MOST_BYTES = 32_000_000;

    private Files() {}

    /** Receives the text of a file. */
    @JSFunctor
    public interface Reader extends JSObject {
        /**
         * Takes the text.
         *
         * @param name of the file
         * @param error why there is no text, or empty
         */
        void receive(String name, String text, String error);
    }

    /** The file chosen last with a file input, which then has none and may choose the same again; or null. */
    @JSBody(params = "input", script = "const file = input.files[0] || null; input.value = ''; return file;")
    public static native @Nullable JSObject chosen(HTMLElement input);

    /** The first file in what is dropped or pasted by an event; null if there is none. */
    @JSBody(
            params = "event",
            script = "const data = event.dataTransfer || event.clipboardData;"
                    + " return data && data.files && data.files[0] || null;")
    public static native @Nullable JSObject brought(Event event);

    /** The text or the link in what is dropped or pasted by an event; empty if there is none. */
    @JSBody(
            params = "event",
            script = "const data = event.dataTransfer || event.clipboardData;"
                    + " return data ? data.getData('text/plain') || data.getData('text/uri-list') : '';")
    public static native String broughtText(Event event);

    /** Whether what is dragged over the page is a file or a text. */
    @JSBody(
            params = "event",
            script = "return !!event.dataTransfer && Array.from(event.dataTransfer.types).some(function(type) {"
                    + " return type === 'Files' || type === 'text/plain' || type === 'text/uri-list'; });")
    public static native boolean isDroppable(Event event);

    /** Tells the browser and the visitor that a drop would copy. */
    @JSBody(params = "event", script = "event.dataTransfer.dropEffect = 'copy';")
    public static native void offerCopy(Event event);

    /** Whether an event takes what is dragged out of the page. */
    @JSBody(params = "event", script = "return !event.relatedTarget;")
    public static native boolean isLeaving(Event event);

    /** Reads a file as text in UTF-8. */
    public static void read(JSObject file, Reader reader) {
        read(file, MOST_BYTES, Words.say("open.large", "%1", MOST_BYTES), reader);
    }

    @JSBody(
            params = {"file", "most", "tooLarge", "reader"},
            script = "if (file.size > most) {"
                    + " reader(file.name, '', tooLarge.replace('%1', file.size)); return; }"
                    + " file.text().then(function(text) { reader(file.name, text, ''); },"
                    + " function(e) { reader(file.name, '', String(e.message || e)); });")
    private static native void read(JSObject file, int most, String tooLarge, Reader reader);

    /** The text of the first element in an XML document that a selector finds; empty if there is none. */
    @JSBody(
            params = {"xml", "selector"},
            script = "const found = new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector(selector);"
                    + " return found ? found.textContent : '';")
    public static native String textIn(String xml, String selector);

    /** Gives out a file of parts in UTF-8. */
    public static void save(String name, String type, JSArray<JSString> parts) {
        save(name, blob(type, parts));
    }

    /** Gives out what a canvas shows as PNG. */
    @JSBody(
            params = {"canvas", "taken"},
            script = "canvas.toBlob(function(blob) { taken(blob); }, 'image/png');")
    private static native void png(HTMLCanvasElement canvas, Taken taken);

    @JSFunctor
    private interface Taken extends JSObject {
        void take(JSObject blob);
    }

    /** Gives out what a canvas shows as PNG. */
    public static void savePng(String name, HTMLCanvasElement canvas) {
        png(canvas, blob -> save(name, blob));
    }

    @JSBody(
            params = {"type", "parts"},
            script = "return new Blob(parts, {type: type});")
    private static native JSObject blob(String type, JSArray<JSString> parts);

    /** Gives out a blob as a file. */
    // The address is given back after a while: some browsers begin to read it only after the click.
    @JSBody(
            params = {"name", "blob"},
            script = "const url = URL.createObjectURL(blob);"
                    + " const link = document.createElement('a');"
                    + " link.href = url; link.download = name; link.click();"
                    + " setTimeout(function() { URL.revokeObjectURL(url); }, 10000);")
    public static native void save(String name, JSObject blob);
}
