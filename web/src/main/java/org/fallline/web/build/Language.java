package org.fallline.web.build;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A language of the site: what is said in it, by key. It is one file, {@code TAG.properties} in UTF-8.
 *
 * @param tag of BCP 47, such as {@code de}
 * @param words templates as {@code org.fallline.web.words} tells
 */
record Language(String tag, SortedMap<String, String> words) {
    /** The language of the pages at the site's root; the others have a folder each, named by their tag. */
    static final String FIRST = "en";

    /** Keys of what the engine says in English itself begin so; the first language has none of them. */
    static final String ENGINE = "engine.";

    private static final String ENDING = ".properties";

    /** The languages of a folder, the first one first. */
    static List<Language> all(Path folder) throws IOException {
        List<Language> languages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                Language language = read(file);
                languages.add(language.tag.equals(FIRST) ? 0 : languages.size(), language);
            }
        }
        return languages;
    }

    /** The keys of all of them together. */
    static Set<String> keys(List<Language> languages) {
        Set<String> keys = new TreeSet<>();
        languages.forEach(language -> keys.addAll(language.words.keySet()));
        return keys;
    }

    private static Language read(Path file) throws IOException {
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (containsKey(key)) {
                    throw new IllegalArgumentException(file + " has two texts " + key);
                }
                return super.put(key, value);
            }
        };
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        SortedMap<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        String name = file.getFileName().toString();
        return new Language(name.substring(0, name.length() - ENDING.length()), words);
    }

    /** The folder of its pages below the site, empty or with a slash at the end. */
    String folder() {
        return tag.equals(FIRST) ? "" : tag + "/";
    }

    /**
     * The text of a key.
     *
     * @throws IOException if there is none
     */
    String say(String key) throws IOException {
        String text = words.get(key);
        if (text == null) {
            throw new IOException(tag + ENDING + " has no text " + key);
        }
        return text;
    }
}
