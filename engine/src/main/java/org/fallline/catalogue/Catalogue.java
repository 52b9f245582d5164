package org.fallline.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ordered table of named things.
 *
 * @param noun what an entry is, for messages: {@code "optimizer"}
 */
public record Catalogue<T>(String noun, List<Entry<T>> entries) {
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** The entry of this name, or null. */
    public @Nullable Entry<T> find(String name) {
        for (Entry<T> entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /**
     * The entry of this name.
     *
     * @throws IllegalArgumentException that lists the names there are
     */
    public Entry<T> require(String name) {
        Entry<T> entry = find(name);
        if (entry == null) {
            throw new IllegalArgumentException("there is no " + noun + " \"" + name + "\"; there is " + names());
        }
        return entry;
    }

    /** The names, in order, separated by commas. */
    public String names() {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }
}
