package org.fallline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an experiment says of it, and may change.
 *
 * @param title a line of text; null where it was never changed, so that the spec's own holds
 * @param notes text; null where they were never changed
 * @param tags in lower case, each once
 * @param listedAt since when the gallery shows it; null when only who has the link finds it
 */
public record Listing(
        @Nullable String title,
        @Nullable String notes,
        List<String> tags,
        @Nullable Instant listedAt) {
    /** What holds of a new experiment. */
    public static final Listing NONE = new Listing(null, null, List.of(), null);

    /** What a search looks through. */
    String words() {
        return (line(title) + "\n" + line(notes) + "\n" + String.join(" ", tags)).toLowerCase(Locale.ROOT);
    }

    /** What titles are sorted by. */
    String sortTitle() {
        return line(title).toLowerCase(Locale.ROOT);
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
