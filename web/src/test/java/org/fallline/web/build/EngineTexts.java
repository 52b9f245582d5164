package org.fallline.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the engine says by {@code Say.of}: the English by its key, as both stand in the sources. */
final class EngineTexts {
    private static final Path SOURCES = Path.of("../engine/src/main/java");
    private static final Pattern CALL =
            Pattern.compile("Say\\s*\\.\\s*of\\(\\s*\"([^\"]*)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private EngineTexts() {}

    /** All of them, the keys as other languages have them. */
    static SortedMap<String, String> all() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher call = CALL.matcher(Files.readString(file));
                while (call.find()) {
                    StringBuilder english = new StringBuilder();
                    Matcher literal = LITERAL.matcher(call.group(2));
                    while (literal.find()) {
                        english.append(literal.group(1).replace("\\\"", "\""));
                    }
                    String before = texts.put("engine.say." + call.group(1), english.toString());
                    if (before != null && !before.contentEquals(english)) {
                        throw new IOException(file + " says “" + english + "” by the key of “" + before + "”");
                    }
                }
            }
        }
        return texts;
    }
}
