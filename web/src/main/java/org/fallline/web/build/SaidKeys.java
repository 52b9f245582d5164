package org.fallline.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The keys that a program says. They stand in its sources as literals: whole, or up to a last dot where the rest is a name, as
 * in {@code "setting." + name}.
 */
final class SaidKeys {
    private static final Pattern CALL =
            Pattern.compile("(?:Words\\s*\\.\\s*(?:say|ofEngine)|Phrase\\s*\\.\\s*of)\\(\\s*\"([^\"]*)\"");
    private static final Pattern LIKE_A_KEY = Pattern.compile("[a-z][A-Za-z]*(?:\\.[A-Za-z0-9-]+)*\\.?");

    private static final Pattern LIKE_A_FILE = Pattern.compile(".*\\.(?:js|json|png|svg|wasm)");

    private SaidKeys() {}

    /**
     * Those of the sources in a folder.
     *
     * @param known the keys that there are
     * @throws IOException if a source says what there is not, too
     */
    static SortedSet<String> of(Path sources, Collection<String> known) throws IOException {
        SortedSet<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(
                            file -> file.toString().endsWith(".java") && !isBuild(sources.relativize(file)))
                    .sorted()
                    .toList()) {
                add(said, file, SourceText.of(Files.readString(file)), known);
            }
        }
        return said;
    }

    /** Whether a source is one of the build, which the site does not contain. */
    private static boolean isBuild(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(name -> name.endsWith("build"));
    }

    private static void add(Set<String> said, Path file, SourceText source, Collection<String> known)
            throws IOException {
        Set<String> sections = known.stream().map(SaidKeys::section).collect(Collectors.toSet());
        for (SourceText.Literal literal : source.literals()) {
            String text = literal.text();
            boolean isKey = LIKE_A_KEY.matcher(text).matches()
                    && text.contains(".")
                    && !LIKE_A_FILE.matcher(text).matches();
            if (isKey && sections.contains(section(text))) {
                said.addAll(meant(text, file, known));
            }
        }
        Matcher call = CALL.matcher(source.code());
        while (call.find()) {
            said.addAll(meant(call.group(1), file, known));
        }
    }

    private static String section(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** The keys that a literal stands for. */
    private static Collection<String> meant(String text, Path file, Collection<String> known) throws IOException {
        Collection<String> meant = known.stream()
                .filter(key -> text.endsWith(".") ? key.startsWith(text) : key.equals(text))
                .toList();
        if (meant.isEmpty()) {
            throw new IOException(file + " says " + text + ", but there is no such text");
        }
        return meant;
    }
}
