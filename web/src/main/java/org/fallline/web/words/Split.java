package org.fallline.web.words;

import java.util.ArrayList;
import java.util.List;

/** Texts taken apart at a character: what {@link String#split} does by regular expressions, which are large in a page. */
public final class Split {
    private Split() {}

    /** The parts of a text between separators, of which empty ones are left out. */
    public static List<String> at(char separator, String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(separator, from);
            int to = end < 0 ? text.length() : end;
            if (to > from) {
                parts.add(text.substring(from, to));
            }
            from = to + 1;
        }
        return parts;
    }
}
