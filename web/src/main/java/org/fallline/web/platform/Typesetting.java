package org.fallline.web.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Formulas set by KaTeX, with MathML for screen readers. The library is loaded when it is first needed, and not before
 * {@link #begin}; until then, and where it cannot be loaded, a formula stands as plain text. Its style sheet comes at once: a
 * page in which there is much already would all have to be laid out again for the fonts in it.
 */
public final class Typesetting {
    private static final String TEX = "data-tex";
    private static final String FOLDER = Browser.site() + "katex/";

    /** What waits for the library, by the attribute that tells whether it is still wanted. */
    private static final Map<HTMLElement, String> WAITING = new LinkedHashMap<>();

    private static boolean isStyled;
    private static boolean mayLoad;
    private static boolean isLoading;
    private static boolean isReady;

    private Typesetting() {}

    /** Shows a formula in an element. */
    public static void show(HTMLElement element, String tex, String plain) {
        if (tex.equals(element.getAttribute(TEX))) {
            return;
        }
        element.setAttribute(TEX, tex);
        if (isReady) {
            render(element, tex);
        } else {
            Html.setText(element, plain);
            WAITING.put(element, tex);
            if (!isStyled) {
                isStyled = true;
                loadStyle(FOLDER + "katex.min.css");
            }
            load();
        }
    }

    /** Shows a text that is no formula. */
    public static void showText(HTMLElement element, String text) {
        element.removeAttribute(TEX);
        WAITING.remove(element);
        Html.setText(element, text);
    }

    /** From now on the library may be loaded: what is more urgent is there. */
    public static void begin() {
        if (!mayLoad) {
            mayLoad = true;
            load();
        }
    }

    private static void load() {
        if (mayLoad && !isLoading && !WAITING.isEmpty()) {
            isLoading = true;
            loadScript(FOLDER + "katex.min.js", Typesetting::loaded);
        }
    }

    private static void loaded(boolean success) {
        if (success) {
            // A library that has just been evaluated has kept the page waiting long enough.
            Window.setTimeout(Typesetting::renderWaiting, 0);
        } else {
            WAITING.clear();
        }
    }

    private static void renderWaiting() {
        isReady = true;
        WAITING.forEach(Typesetting::render);
        WAITING.clear();
    }

    @JSBody(
            params = "address",
            script = "const style = document.createElement('link');"
                    + " style.rel = 'stylesheet'; style.href = address; document.head.append(style);")
    private static native void loadStyle(String address);

    @JSBody(
            params = {"address", "outcome"},
            script = "const script = document.createElement('script'); script.src = address;"
                    + " script.onload = function() { outcome(true); };"
                    + " script.onerror = function() { outcome(false); };"
                    + " document.head.append(script);")
    private static native void loadScript(String address, Browser.Outcome outcome);

    @JSBody(
            params = {"element", "tex"},
            script = "window.katex.render(tex, element, {throwOnError: false, output: 'htmlAndMathml'});")
    private static native void render(JSObject element, String tex);
}
