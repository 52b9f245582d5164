package org.fallline.web.platform;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;

/** What the browser offers beyond elements: requests, the clipboard, the address, and what the visitor prefers. */
public final class Browser {
    private Browser() {}

    /** Receives the answer to a request. */
    @JSFunctor
    public interface Answer extends JSObject {
        /**
         * Takes the answer.
         *
         * @param status of HTTP, or 0 if there was no answer; then the text says why
         */
        void receive(int status, String text);
    }

    /** Is told whether something is so, or worked. */
    @JSFunctor
    public interface Outcome extends JSObject {
        void happened(boolean success);
    }

    /** Is called when something has changed. */
    @JSFunctor
    public interface Change extends JSObject {
        void happened();
    }

    /** Fetches a resource as text. */
    @JSBody(
            params = {"url", "answer"},
            script = "fetch(url, {headers: {Accept: 'application/json'}}).then(function(r) {"
                    + " return r.text().then(function(t) { return [r.status, t]; }); })"
                    + ".then(function(a) { answer(a[0], a[1]); }, function(e) { answer(0, String(e.message || e)); });")
    public static native void get(String url, Answer answer);

    /** Posts JSON and receives the answer as text. */
    public static void post(String url, String body, Answer answer) {
        send("POST", url, "", body, answer);
    }

    /** Sends JSON, with a token that allows it if there is one, and receives the answer as text. */
    @JSBody(
            params = {"method", "url", "token", "body", "answer"},
            script = "var headers = {'Content-Type': 'application/json', Accept: 'application/json'};"
                    + " if (token) { headers.Authorization = 'Bearer ' + token; }"
                    + " fetch(url, {method: method, headers: headers, body: body}).then(function(r) {"
                    + " return r.text().then(function(t) { return [r.status, t]; }); })"
                    + ".then(function(a) { answer(a[0], a[1]); }, function(e) { answer(0, String(e.message || e)); });")
    public static native void send(String method, String url, String token, String body, Answer answer);

    /** Copies a text to the clipboard, where the browser allows it. */
    @JSBody(
            params = {"text", "outcome"},
            script = "if (!navigator.clipboard) { outcome(false); return; }"
                    + " navigator.clipboard.writeText(text).then(function() { outcome(true); },"
                    + " function() { outcome(false); });")
    public static native void copy(String text, Outcome outcome);

    /** Whether a media query holds. */
    @JSBody(params = "query", script = "return matchMedia(query).matches;")
    public static native boolean matches(String query);

    /** Calls back each time a media query begins or ceases to hold. */
    @JSBody(
            params = {"query", "change"},
            script = "matchMedia(query).addEventListener('change', function() { change(); });")
    public static native void onMediaChange(String query, Change change);

    /** Calls back before the page is printed and after. */
    @JSBody(
            params = {"before", "after"},
            script = "addEventListener('beforeprint', function() { before(); });"
                    + "addEventListener('afterprint', function() { after(); });")
    public static native void onPrint(Change before, Change after);

    /**
     * Makes pixels of all that was drawn on canvases just now: Chromium prints what was drawn since a canvas was cleared as
     * drawings, without the images among them. A copy makes the pixels, and a mark that nobody sees more than was cleared.
     */
    @JSBody(
            script = "var all = document.getElementsByTagName('canvas');"
                    + "var copy = document.createElement('canvas').getContext('2d');"
                    + "for (var i = 0; i < all.length; i++) {"
                    + "  var context = all[i].width && all[i].height ? all[i].getContext('2d') : null;"
                    + "  if (context) {"
                    + "    copy.drawImage(all[i], 0, 0);"
                    + "    context.save();"
                    + "    context.fillStyle = 'rgba(128, 128, 128, 0.004)';"
                    + "    context.fillRect(0, 0, 1, 1);"
                    + "    context.restore();"
                    + "    copy.drawImage(all[i], 0, 0);"
                    + "  }"
                    + "}")
    public static native void settleCanvases();

    /** Calls back when an element's size changes, and once at first. */
    @JSBody(
            params = {"element", "change"},
            script = "new ResizeObserver(function() { change(); }).observe(element);")
    public static native void onResize(JSObject element, Change change);

    /** Tells whenever an element comes into sight or goes out of it, and once at first. */
    @JSBody(
            params = {"element", "sight"},
            script = "new IntersectionObserver(function(e) { sight(e[e.length - 1].isIntersecting); },"
                    + " {rootMargin: '100px'}).observe(element);")
    public static native void onSight(JSObject element, Outcome sight);

    /**
     * Brings an element into sight, and keeps it there while others beside it are still getting their sizes: until the visitor does
     * something, or for some seconds.
     */
    @JSBody(
            params = "element",
            script = "function show() { element.scrollIntoView({block: 'nearest'}); }"
                    + " const sizes = new ResizeObserver(show);"
                    + " Array.from(element.parentNode.children).forEach(function(each) { sizes.observe(each); });"
                    + " const ends = ['wheel', 'pointerdown', 'touchstart', 'keydown'];"
                    + " function end() { sizes.disconnect();"
                    + " ends.forEach(function(type) { removeEventListener(type, end, true); }); }"
                    + " ends.forEach(function(type) { addEventListener(type, end, true); });"
                    + " setTimeout(end, 5000);")
    public static native void bringIntoSight(JSObject element);

    /** Puts a fragment into the address, without a new entry in the history. */
    @JSBody(params = "fragment", script = "history.replaceState(null, '', '#' + fragment);")
    public static native void replaceFragment(String fragment);

    /** Sets a custom property of an element's style. */
    @JSBody(
            params = {"element", "name", "value"},
            script = "element.style.setProperty(name, value);")
    public static native void setProperty(JSObject element, String name, String value);

    /** The address's fragment without its number sign, empty if there is none. */
    public static String fragment() {
        String hash = Window.current().getLocation().getHash();
        return hash.startsWith("#") ? hash.substring(1) : hash;
    }

    /** Calls back when the visitor, not the page, changes the fragment. */
    @JSBody(params = "change", script = "addEventListener('hashchange', function() { change(); });")
    public static native void onFragmentChange(Change change);

    /** Calls back when the page goes out of sight, after which it may never run again. */
    @JSBody(
            params = "change",
            script =
                    "addEventListener('pagehide', function() { change(); });"
                            + " document.addEventListener('visibilitychange', function() { if (document.hidden) { change(); } });")
    public static native void onHide(Change change);

    /** The query of the address with its question mark, empty if there is none. */
    @JSBody(script = "return location.search;")
    public static native String query();

    /** The path of the address. */
    @JSBody(script = "return location.pathname;")
    public static native String path();

    /** The address of the site's first page: the folder that the page's own script came from. */
    @JSBody(script = "return new URL('.', document.querySelector('script[src]').src).href;")
    public static native String site();

    /** The address of the page that a visitor begins with, in the page's language: saved experiments are shown below it. */
    @JSBody(script = "return document.querySelector('link[rel=home]').href;")
    public static native String home();

    /** How many cores the processor has, as far as the browser tells. */
    @JSBody(script = "return navigator.hardwareConcurrency || 1;")
    public static native int cores();

    /** Opens a dialog over the page, unless it is open. */
    @JSBody(params = "dialog", script = "if (!dialog.open) { dialog.showModal(); }")
    public static native void showModal(JSObject dialog);

    @JSBody(params = "dialog", script = "dialog.close();")
    public static native void close(JSObject dialog);

    /** Whether an element has the focus because of keys, so that the browser shows it. */
    @JSBody(params = "element", script = "return element.matches(':focus-visible');")
    public static native boolean isFocusVisible(JSObject element);

    /** Physical pixels in a CSS pixel. */
    public static double pixelRatio() {
        return Window.current().getDevicePixelRatio();
    }

    /** Milliseconds since the page began to load. */
    @JSBody(script = "return performance.now();")
    public static native double now();
}
