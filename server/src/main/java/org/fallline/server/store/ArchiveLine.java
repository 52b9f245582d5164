package org.fallline.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** One experiment as a line of an {@link Archive}. */
final class ArchiveLine {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ArchiveLine() {}

    static Json.Obj of(SavedExperiment experiment) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(experiment.id()));
        members.put("spec", JsonReader.read(experiment.spec()));
        members.put("editTokenHash", new Json.Str(experiment.editTokenHash()));
        put(members, "savedAt", experiment.savedAt());
        put(members, "parent", experiment.parent());
        members.put("forks", new Json.Num(experiment.forks()));
        Listing listing = experiment.listing();
        put(members, "title", listing.title());
        put(members, "notes", listing.notes());
        members.put(
                "tags",
                new Json.Arr(listing.tags().stream().<Json>map(Json.Str::new).toList()));
        put(members, "listedAt", listing.listedAt());
        put(members, "hiddenAt", experiment.hiddenAt());
        return new Json.Obj(members);
    }

    private static void put(Map<String, Json> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, new Json.Str(text));
        }
    }

    private static void put(Map<String, Json> members, String name, @Nullable Instant instant) {
        if (instant != null) {
            members.put(name, new Json.Str(instant.toString()));
        }
    }

    static SavedExperiment read(Json json, UnaryOperator<String> canonical) {
        if (!(json instanceof Json.Obj object)) {
            throw new IllegalArgumentException("expected an object but found " + json.kind());
        }
        String id = required(object, "id");
        if (!ExperimentId.isId(id)) {
            throw new IllegalArgumentException("\"" + id + "\" is not an id");
        }
        Json spec = object.member("spec");
        if (spec == null) {
            throw new IllegalArgumentException("\"spec\" is missing");
        }
        String hash = required(object, "editTokenHash");
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("\"editTokenHash\" is not 64 hexadecimal digits");
        }
        Listing listing =
                new Listing(text(object, "title"), text(object, "notes"), tags(object), instant(object, "listedAt"));
        long forks = object.member("forks") instanceof Json.Num number ? (long) number.value() : 0;
        return new SavedExperiment(
                id,
                canonical.apply(JsonWriter.write(spec)),
                hash,
                Instant.parse(required(object, "savedAt")),
                text(object, "parent"),
                forks,
                listing,
                instant(object, "hiddenAt"));
    }

    private static List<String> tags(Json.Obj object) {
        List<String> tags = new ArrayList<>();
        if (object.member("tags") instanceof Json.Arr array) {
            for (Json item : array.items()) {
                if (!(item instanceof Json.Str tag) || tag.text().contains(",") || tags.contains(tag.text())) {
                    throw new IllegalArgumentException("\"tags\" are texts without a comma, each once");
                }
                tags.add(tag.text());
            }
        }
        return tags;
    }

    private static String required(Json.Obj object, String name) {
        String text = text(object, name);
        if (text == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return text;
    }

    private static @Nullable String text(Json.Obj object, String name) {
        Json value = object.member(name);
        if (value == null || value instanceof Json.Str) {
            return value == null ? null : ((Json.Str) value).text();
        }
        throw new IllegalArgumentException("\"" + name + "\" must be text, not " + value.kind());
    }

    private static @Nullable Instant instant(Json.Obj object, String name) {
        String text = text(object, name);
        return text == null ? null : Instant.parse(text);
    }
}
