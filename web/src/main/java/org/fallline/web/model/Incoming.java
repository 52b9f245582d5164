package org.fallline.web.model;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentException;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.json.JsonException;
import org.fallline.web.words.Split;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a text from outside stands for: an experiment, or the id under which one is saved.
 *
 * @param experiment null if there is an id
 * @param id empty if there is an experiment
 */
public record Incoming(@Nullable Experiment experiment, String id) {
    private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    private static final int MOST_QUOTED = 40;

    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    /**
     * Reads a text: JSON, a link with its fragment or the fragment alone, or a link to a saved experiment.
     *
     * @param site the address of this site, with a slash at its end: other sites' saved experiments are unknown here
     * @throws IllegalArgumentException if it is none of them or a wrong one, saying where and what would be right
     */
    public static Incoming read(String text, String site) {
        String given = text.startsWith("\uFEFF") ? text.substring(1).trim() : text.trim();
        if (given.startsWith("{")) {
            return new Incoming(json(given), "");
        }
        Experiment experiment = ExperimentUrl.read(given.substring(given.indexOf('#') + 1));
        if (experiment != null) {
            return new Incoming(experiment, "");
        }
        String id = id(given, site);
        if (id.isEmpty()) {
            throw new IllegalArgumentException(Words.say("error.expectedExperiment", quoted(given)));
        }
        return new Incoming(null, id);
    }

    /** Whether a text looks like a table rather than an experiment or a link: two lines that one separator parts into cells. */
    public static boolean isTable(String text) {
        String given = text.trim();
        if (given.startsWith("{") || given.startsWith("<")) {
            return false;
        }
        List<String> lines = Split.at('\n', given);
        if (lines.size() < 2) {
            return false;
        }
        for (String separator : SEPARATORS) {
            if (lines.get(0).contains(separator) && lines.get(1).contains(separator)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The experiment that is written as JSON.
     *
     * @throws IllegalArgumentException if it is none, saying where and what would be right
     */
    public static Experiment json(String text) {
        try {
            return ExperimentCodec.read(text);
        } catch (JsonException e) {
            throw new IllegalArgumentException(Words.say("error.notJson", String.valueOf(e.getMessage())), e);
        }
    }

    /** What is wrong, with the path to it where an experiment has one. */
    public static String complaint(IllegalArgumentException e) {
        boolean hasPath =
                e instanceof ExperimentException wrong && !wrong.pointer().isEmpty();
        return (hasPath ? ((ExperimentException) e).pointer() + ": " : "") + e.getMessage();
    }

    /** The id in a link to a saved experiment of this site, or empty. */
    private static String id(String link, String site) {
        String path =
                link.startsWith(site) ? link.substring(site.length()) : link.startsWith("/") ? link.substring(1) : "";
        // In another language than the site's first, saved experiments are below its folder.
        int language = path.indexOf('/') > 1 ? path.indexOf('/') + 1 : 0;
        if (!path.startsWith("e/", language)) {
            return "";
        }
        int begin = language + 2;
        int end = begin;
        while (end < path.length() && ID_CHARACTERS.indexOf(path.charAt(end)) >= 0) {
            end++;
        }
        boolean isWhole = end == path.length() || "/?#".indexOf(path.charAt(end)) >= 0;
        return isWhole ? path.substring(begin, end) : "";
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return Words.say("error.nothing");
        }
        int end = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (i == MOST_QUOTED || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                end = i;
                break;
            }
        }
        return Words.say("error.quoted", text.substring(0, end) + (end < text.length() ? "…" : ""));
    }
}
