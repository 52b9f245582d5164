package org.fallline.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the site's pages and style sheets with the parts that they are made of, which may have parts themselves: in a page, a line {@code <!-- part NAME -->}
 * stands for the file {@code parts/NAME.html}, indented as the line is; in a style sheet {@code /* part NAME *}{@code /} for
 * {@code parts/NAME.css}. A page, and the manifest that names one, is written once a language, as {@link Wording} says it; one that leaves
 * nothing to be said is in a language of its own.
 *
 * <p>Arguments: the folder of the pages, the one of the site, the one of the languages and the one of the program's sources.
 */
public final class Pages {
    private static final Pattern PART = Pattern.compile("(?m)^( *)(?:<!--|/\\*) part ([a-z-]+) (?:-->|\\*/)\\n");
    private static final String STYLES = ".css";
    private static final List<String> ENDINGS = List.of(".html", ".webmanifest", STYLES);

    private Pages() {}

    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path parts = sources.resolve("parts");
        Path site = Path.of(args[1]);
        List<Language> languages = Language.all(Path.of(args[2]));
        Wording wording = new Wording(languages, SaidKeys.of(Path.of(args[3]), Language.keys(languages)));
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path page : files.filter(file -> !ending(file).isEmpty() && !file.startsWith(parts))
                    .toList()) {
                String path = sources.relativize(page).toString().replace('\\', '/');
                String text = complete(page, parts);
                if (ending(page).equals(STYLES) || !Wording.isAskedFor(text)) {
                    write(site.resolve(path), text);
                    continue;
                }
                for (Language language : languages) {
                    write(site.resolve(language.folder() + path), wording.say(text, path, language));
                }
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Which kind of file it is, or empty if it is of none that has parts. */
    private static String ending(Path file) {
        return ENDINGS.stream().filter(file.toString()::endsWith).findFirst().orElse("");
    }

    /** A page or a part with its parts in it. */
    private static String complete(Path page, Path parts) throws IOException {
        Matcher part = PART.matcher(Files.readString(page));
        StringBuilder out = new StringBuilder();
        while (part.find()) {
            Path file = parts.resolve(part.group(2) + ending(page));
            if (!Files.isRegularFile(file)) {
                throw new IOException(page + " has a part " + part.group(2) + ", but there is no " + file);
            }
            String indented = complete(file, parts)
                    .lines()
                    .map(line -> part.group(1) + line + "\n")
                    .reduce("", String::concat);
            part.appendReplacement(out, Matcher.quoteReplacement(indented));
        }
        return part.appendTail(out).toString();
    }
}
