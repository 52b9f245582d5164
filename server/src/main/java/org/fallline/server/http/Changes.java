package org.fallline.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fallline.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants to change of what is said of an experiment; null where something stays as it is.
 *
 * @param title a line of text
 * @param notes text
 * @param tags in lower case, each once
 * @param listed whether the gallery shows it
 */
record Changes(
        @Nullable String title,
        @Nullable String notes,
        @Nullable List<String> tags,
        @Nullable Boolean listed) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_NOTES = 10_000;
    static final int MOST_TAGS = 8;
    static final int LONGEST_TAG = 32;

    private static final Set<String> NAMES = Set.of("title", "notes", "tags", "listed");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} +._-]*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]");
    private static final Pattern UNSEEN_IN_NOTES =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    /** What a body asks for; anything wrong ends the request with the place. */
    static Changes read(Json json) {
        if (!(json instanceof Json.Obj object)) {
            throw wrong("", "expected an object with title, notes, tags or listed, but found " + json.kind());
        }
        for (String name : object.members().keySet()) {
            if (!NAMES.contains(name)) {
                throw wrong(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown field; expected title, notes, tags or listed");
            }
        }
        Json listed = object.member("listed");
        if (listed != null && !(listed instanceof Json.Bool)) {
            throw wrong("/listed", "expected true or false, but found " + listed.kind());
        }
        return new Changes(
                text(object, "title", LONGEST_TITLE, UNSEEN),
                text(object, "notes", LONGEST_NOTES, UNSEEN_IN_NOTES),
                tags(object.member("tags")),
                listed == null ? null : ((Json.Bool) listed).value());
    }

    private static @Nullable String text(Json.Obj object, String name, int longest, Pattern unseen) {
        Json value = object.member(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Str text)) {
            throw wrong("/" + name, "expected text, but found " + value.kind());
        }
        if (text.text().length() > longest) {
            throw wrong(
                    "/" + name,
                    "expected at most " + longest + " characters, but found "
                            + text.text().length());
        }
        if (unseen.matcher(text.text()).find()) {
            throw wrong("/" + name, "expected text without control characters");
        }
        return text.text().strip();
    }

    private static @Nullable List<String> tags(@Nullable Json value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Arr array)) {
            throw wrong("/tags", "expected an array of texts, but found " + value.kind());
        }
        if (array.items().size() > MOST_TAGS) {
            throw wrong(
                    "/tags",
                    "expected at most " + MOST_TAGS + " tags, but found "
                            + array.items().size());
        }
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            String tag = array.items().get(i) instanceof Json.Str text ? normal(text.text()) : "";
            if (tag.length() > LONGEST_TAG || !TAG.matcher(tag).matches()) {
                throw wrong(
                        "/tags/" + i,
                        "expected 1 to " + LONGEST_TAG
                                + " letters, digits, spaces, +, ., _ or -, the first a letter or digit");
            }
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** A tag as it is kept and looked for. */
    static String normal(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }

    /** Text from elsewhere as a title or notes may have it. */
    static String seen(String text) {
        return UNSEEN_IN_NOTES.matcher(text).replaceAll(" ").strip();
    }

    private static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(Problem.wrongField(pointer, detail));
    }
}
