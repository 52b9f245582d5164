package org.fallline.web.platform;

import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The words of a language, as the build wrote them into the page as data. */
public final class PageWords implements Words.Source {
    private final String json;
    private final JSObject table;

    /** The words of a table in JSON. */
    public PageWords(String json) {
        this.json = json;
        this.table = parse(json);
    }

    /** Those of the page. */
    public static PageWords ofPage() {
        return new PageWords(text());
    }

    @Override
    public @Nullable String template(String key) {
        return text(table, key);
    }

    @Override
    public String table() {
        return isEnglish() ? "" : json;
    }

    @JSBody(script = "return document.getElementById('words').textContent;")
    private static native String text();

    @JSBody(script = "return document.documentElement.lang === 'en';")
    private static native boolean isEnglish();

    @JSBody(params = "json", script = "return JSON.parse(json);")
    private static native JSObject parse(String json);

    @JSBody(
            params = {"table", "key"},
            script = "return Object.hasOwn(table, key) ? table[key] : null;")
    private static native @Nullable String text(JSObject table, String key);
}
