package org.fallline.web.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages and program have no texts of their own: what a visitor reads or hears stands in the files of words. */
class OwnTextsTest {
    /** The name of the site, of formats and of keys, which are the same in all languages. */
    private static final Pattern NAMES = Pattern.compile("Fallline|PNG|SVG|WebM|CSV|JSON");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    /** A word that begins a sentence or a label, or two words in a row. */
    private static final Pattern PROSE =
            Pattern.compile("^\\p{Lu}?\\p{Ll}+ \\p{L}.*|^\\p{Lu}\\p{Ll}+[^A-Za-z]*$|.*\\p{L}[,:;.]? \\p{L}.*");

    /** Methods that show what they are given, and which of their arguments. */
    private static final Map<String, Set<Integer>> SHOWN = Map.of(
            "text", Set.of(2),
            "button", Set.of(1),
            "option", Set.of(1),
            "select", Set.of(0),
            "setText", Set.of(1),
            "setTitle", Set.of(0),
            "setError", Set.of(1),
            "tell", Set.of(0),
            "create", Set.of(0),
            "ofAny", Set.of(0));

    private static final Set<String> SHOWN_ATTRIBUTES =
            Set.of("aria-label", "aria-valuetext", "aria-description", "title", "alt", "placeholder");

    /** What looks like a text and is none: keys as browsers name them, names that are the same in all languages, what only programmers see. */
    private static final Set<String> NO_TEXTS = Set.of(
            "Home",
            "End",
            "Enter",
            "Delete",
            "Backspace",
            "Java",
            "Python, TensorFlow",
            "Python, PyTorch",
            "Python, JAX",
            "Momentum",
            "Adam",
            "None",
            "(prefers-color-scheme: dark)",
            "\\\\displaystyle f(",
            "<iframe src=\\\"",
            "\\\\hat{y} = x W + b,\\\\quad L = \\\\operatorname{mean}\\\\left((\\\\hat{y} - y)^2\\\\right)",
            "no such view: ",
            "no such zone: ",
            "Lesson",
            // The figure that it is in is described by the engine, in English.
            "weights and biases");

    /** Scripts and who embeds a page are answered in the language of the documentation. */
    private static final List<String> FOR_AUTHORS = List.of("PageApi.java", "EmbedOptions.java", "Embed.java");

    /** Methods whose arguments are for the browser or for programmers. */
    private static final Set<String> UNSEEN = Set.of(
            "byId",
            "on",
            "element",
            "setClassName",
            "setProperty",
            "querySelector",
            "querySelectorAll",
            "addEventListener",
            "IllegalStateException",
            "JSBody",
            "SuppressWarnings",
            "equals",
            "requireNonNull",
            "matches");

    @Test
    void page_hasNoTextOfItsOwn() throws IOException {
        List<String> own = PageTexts.all().stream()
                .filter(text -> WORD.matcher(NAMES.matcher(text.substring(text.indexOf(": ")))
                                .replaceAll(""))
                        .find())
                .toList();
        assertEquals(List.of(), own);
    }

    @Test
    void program_showsNoTextOfItsOwn() throws IOException {
        List<String> own = new ArrayList<>();
        for (Path file : sources()) {
            SourceText source = SourceText.of(Files.readString(file));
            for (SourceText.Literal literal : source.literals()) {
                if (!NO_TEXTS.contains(literal.text()) && isShown(source, literal)) {
                    own.add(file.getFileName() + ": " + literal.text());
                }
            }
        }
        assertEquals(List.of(), own);
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("src/main/java/org/fallline/web");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && FOR_AUTHORS.stream().noneMatch(file::endsWith))
                    .filter(file -> Stream.of("model", "view", "Main.java")
                            .anyMatch(part -> file.startsWith(root.resolve(part))))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isShown(SourceText source, SourceText.Literal literal) {
        Call call = Call.around(source, literal);
        boolean isArgument = SHOWN.getOrDefault(call.method(), Set.of()).contains(call.argument())
                || (call.method().equals("setAttribute")
                        && SHOWN_ATTRIBUTES.contains(call.attribute())
                        && call.isLast());
        if (isArgument) {
            return WORD.matcher(literal.text()).find();
        }
        boolean isForTheBrowser = UNSEEN.contains(call.method())
                || call.method().equals("setAttribute")
                || (SHOWN.containsKey(call.method()) && call.argument() < 2);
        return !isForTheBrowser && PROSE.matcher(literal.text()).matches();
    }

    /**
     * The call that a literal is an argument of.
     *
     * @param argument which, from 0
     * @param attribute the text of the first literal in the call that is written with a hyphen or is one of the attributes
     */
    private record Call(String method, int argument, String attribute, boolean isLast) {
        static Call around(SourceText source, SourceText.Literal literal) {
            StringBuilder code = new StringBuilder(source.code());
            for (SourceText.Literal each : source.literals()) {
                for (int i = each.from(); i < each.to(); i++) {
                    code.setCharAt(i, '"');
                }
            }
            int depth = 0;
            int argument = 0;
            int at = literal.from() - 1;
            while (at >= 0 && (depth > 0 || code.charAt(at) != '(')) {
                char c = code.charAt(at);
                if (depth == 0 && (c == ';' || c == '{' || c == '}')) {
                    return new Call("", 0, "", false);
                }
                depth += c == ')' ? 1 : c == '(' ? -1 : 0;
                argument += c == ',' && depth == 0 ? 1 : 0;
                at--;
            }
            int end = at;
            while (end > 0 && Character.isWhitespace(code.charAt(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && Character.isJavaIdentifierPart(code.charAt(begin - 1))) {
                begin--;
            }
            String attribute = "";
            for (SourceText.Literal each : source.literals()) {
                if (each.from() > at && each.from() < literal.from() && SHOWN_ATTRIBUTES.contains(each.text())) {
                    attribute = each.text();
                }
            }
            return new Call(
                    code.substring(Math.max(0, begin), Math.max(0, end)), argument, attribute, !attribute.isEmpty());
        }
    }
}
