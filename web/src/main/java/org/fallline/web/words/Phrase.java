package org.fallline.web.words;

import java.util.List;

/**
 * What is to be said, whatever the language.
 *
 * @param key of its template
 * @param otherwise what is said where the language has no such template
 * @param values what its places hold: numbers, texts, and messages that are said in turn
 */
public record Phrase(String key, String otherwise, List<Object> values) {
    /** Nothing. */
    public static final Phrase NONE = verbatim("");

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase of(String key, Object... values) {
        return new Phrase(key, key, List.of(values));
    }

    /** What the engine names in English, such as a setting: said so where the language has no word for it. */
    public static Phrase ofEngine(String key, String english) {
        return new Phrase(key, english, List.of());
    }

    /** A text that is the same in all languages, such as a formula or what a visitor typed. */
    public static Phrase verbatim(String text) {
        return new Phrase("", text, List.of());
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
