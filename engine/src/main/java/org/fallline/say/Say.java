package org.fallline.say;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine tells its readers: in English, or in the language that a program has chosen. */
public final class Say {
    private static Language language = key -> null;

    private Say() {}

    /** Where the templates of a language are. */
    @FunctionalInterface
    public interface Language {
        /** The template of a key, or null. */
        @Nullable String template(String key);
    }

    /** Speaks a language from now on: once, before anything is said. */
    public static void in(Language spoken) {
        language = spoken;
    }

    /**
     * A text with its values.
     *
     * @param key of its template in other languages
     * @param english its template in English, which is said where the language has none
     */
    public static String of(String key, String english, Object... values) {
        String template = language.template(key);
        return Template.fill(template == null ? english : template, List.of(values));
    }
}
