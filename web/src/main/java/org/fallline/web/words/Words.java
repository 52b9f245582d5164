package org.fallline.web.words;

import java.util.List;
import org.fallline.say.Say;
import org.fallline.say.Template;
import org.jspecify.annotations.Nullable;

/** The words of the page, in its one language. */
public final class Words {
    private static Source source = key -> null;

    private Words() {}

    /** Where the templates of a language are. */
    @FunctionalInterface
    public interface Source {
        /** The template of a key, or null. */
        @Nullable String template(String key);

        /** All of them as JSON, for those who are to speak it where there is no page; empty if it is the engine's own language. */
        default String table() {
            return "";
        }
    }

    /** Speaks a language from now on, and has the engine speak it: once, before anything is said. */
    public static void speak(Source language) {
        source = language;
        Say.in(key -> language.template("engine.say." + key));
    }

    /** The present language as {@link Source#table} has it. */
    public static String table() {
        return source.table();
    }

    /** The text of a key with its values; the key itself where the language has no such text. */
    public static String say(String key, Object... values) {
        return fill(key, key, List.of(values));
    }

    /** The text of a phrase. */
    public static String say(Phrase phrase) {
        return fill(phrase.key(), phrase.otherwise(), phrase.values());
    }

    /** The word for what the engine names in English, such as a setting; the engine's where the language has none. */
    public static String ofEngine(String key, String english) {
        return fill(key, english, List.of());
    }

    private static String fill(String key, String otherwise, List<?> values) {
        String template = source.template(key);
        return template == null
                ? otherwise
                : Template.fill(template, values.stream().map(Words::said).toList());
    }

    private static Object said(Object value) {
        return value instanceof Phrase phrase ? say(phrase) : value;
    }
}
