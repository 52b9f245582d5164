package org.fallline.web.build;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java source as far as its texts matter.
 *
 * @param code the source with its comments blanked, so that places stay the same
 * @param literals its string literals in their order; text blocks are not among them
 */
record SourceText(String code, List<Literal> literals) {
    /**
     * A string literal.
     *
     * @param from the place of its first quote in the code
     * @param text as it is written, escapes and all
     */
    record Literal(int from, String text) {
        /** The place after its last quote. */
        int to() {
            return from + text.length() + 2;
        }
    }

    static SourceText of(String source) {
        StringBuilder code = new StringBuilder(source);
        List<Literal> literals = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            int from = at;
            if (source.startsWith("//", at)) {
                at = end(source, "\n", at);
                blank(code, from, at);
            } else if (source.startsWith("/*", at)) {
                at = end(source, "*/", at + 2);
                blank(code, from, at);
            } else if (source.startsWith("\"\"\"", at)) {
                at = end(source, "\"\"\"", at + 3);
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                at = close(source, at);
                if (source.charAt(from) == '"') {
                    literals.add(new Literal(from, source.substring(from + 1, at - 1)));
                }
            } else {
                at++;
            }
        }
        return new SourceText(code.toString(), List.copyOf(literals));
    }

    /** The place after the quote that ends what a quote begins. */
    private static int close(String source, int open) {
        int at = open + 1;
        while (source.charAt(at) != source.charAt(open)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int end(String source, String end, int from) {
        int at = source.indexOf(end, from);
        return at < 0 ? source.length() : at + end.length();
    }

    private static void blank(StringBuilder code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }
}
