package org.fallline.web.platform;

import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The words that the build wrote into the page, as data in its language. */
public final class PageWords implements Words.Source {
    private final JSObject table = table();

    @Override
    public @Nullable String template(String key) {
        return text(table, key);
    }

    @JSBody(script = "return JSON.parse(document.getElementById('words').textContent);")
    private static native JSObject table();

    @JSBody(
            params = {"table", "key"},
            script = "return Object.hasOwn(table, key) ? table[key] : null;")
    private static native @Nullable String text(JSObject table, String key);
}
