package org.fallline.web.platform;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;

/** Texts by name that the browser keeps for this site; where it denies that, nothing is kept and nothing breaks. */
public final class Storage {
    private Storage() {}

    /** The text of a name; null if there is none or the browser denies it. */
    @JSBody(params = "name", script = "try { return localStorage.getItem(name); } catch (e) { return null; }")
    public static native @Nullable String read(String name);

    /** Keeps a text, if the browser allows it and has room. */
    @JSBody(
            params = {"name", "text"},
            script = "try { localStorage.setItem(name, text); } catch (e) { return; }")
    public static native void write(String name, String text);
}
