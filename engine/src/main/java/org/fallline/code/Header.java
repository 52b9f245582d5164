package org.fallline.code;

import org.fallline.experiment.Experiment;

/** What a program says of itself, safe in any comment: one line, nothing that ends or escapes it. */
final class Header {
    private Header() {}

    /** The experiment's title, or what stands for one. */
    static String title(Experiment experiment) {
        String title = line(experiment.title());
        return title.isEmpty() ? "A descent from Fallline" : title;
    }

    /** The text in one line; a backslash or a quote, which a comment or a string might read otherwise, is a slash or an apostrophe. */
    static String line(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\u007f';
            out.append(breaks ? ' ' : c == '\\' ? '/' : c == '"' ? '\'' : c);
        }
        return out.toString().strip();
    }
}
