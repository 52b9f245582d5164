package org.fallline.web.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a visitor reads or hears of a page's source, each as {@code file: text}: text between tags, and attributes that are told. The
 * lessons are in a language of their own.
 */
final class PageTexts {
    private static final Path SITE = Path.of("src/main/site");
    private static final Pattern LESSONS = Pattern.compile("learn.*|parts.chapter-.*");
    private static final Pattern KEY = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder|label)=\"([^\"]*)\"");
    private static final Pattern DESCRIPTION = Pattern.compile("<meta name=\"description\" content=\"([^\"]*)\"");
    private static final Pattern MANIFEST = Pattern.compile("\"(?:description|label)\": \"([^\"]*)\"");
    private static final Pattern BETWEEN = Pattern.compile(">([^<]*)<");

    private PageTexts() {}

    static List<String> all() throws IOException {
        List<String> texts = new ArrayList<>();
        sources(".html", (file, source) -> {
            for (Pattern pattern : List.of(TOLD, DESCRIPTION, BETWEEN)) {
                add(texts, pattern, file, COMMENT.matcher(source).replaceAll(""));
            }
        });
        sources(".webmanifest", (file, source) -> add(texts, MANIFEST, file, source));
        return texts;
    }

    /** The keys that stand in pages. */
    static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String ending : List.of(".html", ".webmanifest")) {
            sources(ending, (file, source) -> {
                Matcher key = KEY.matcher(source);
                while (key.find()) {
                    keys.add(key.group(1));
                }
            });
        }
        keys.removeAll(Set.of("root", "language"));
        return keys;
    }

    private interface Reader {
        void read(Path file, String source);
    }

    private static void sources(String ending, Reader reader) throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            Stream<Path> spoken = files.filter(file -> file.toString().endsWith(ending))
                    .filter(file ->
                            !LESSONS.matcher(SITE.relativize(file).toString()).matches());
            spoken.sorted().forEach(file -> {
                try {
                    reader.read(SITE.relativize(file), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void add(List<String> texts, Pattern pattern, Path file, String source) {
        Matcher found = pattern.matcher(source);
        while (found.find()) {
            String own = KEY.matcher(found.group(1)).replaceAll("").strip();
            if (!own.isEmpty()) {
                texts.add(file + ": " + own);
            }
            // A text ends where the next begins.
            found.region(found.end() - 1, source.length());
        }
    }
}
