package org.fallline.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.web.words.Split;
import org.jspecify.annotations.Nullable;

/**
 * How an embed shows its experiment, from the query of its address:
 *
 * <pre>
 *   view=landscape,losses      the views, one below the other; “landscape” alone if none is named
 *   controls=time,optimizers   of time, optimizers and numbers; “time” alone if none is named; “none”
 *   theme=light                light or dark; as the visitor's system is if none is named
 *   autoplay=1                 time runs as soon as there is something to see, for who does not prefer less motion
 *   step=12                    the step at which time stands at first
 *   size=content               the page around it gives the frame the height that it asks for; else what is shown fills the frame
 *   link=0                     there is no way to the playground, where the page around it has its own
 * </pre>
 *
 * @param views names of views
 * @param controls what the visitor may change
 * @param theme empty, {@code light} or {@code dark}
 * @param autoplay whether time is to run at first
 * @param step the first step, or null to stay at the experiment's own
 * @param isSized whether the frame gets the height that it asks for
 * @param isLinked whether there is a way to the playground
 */
public record EmbedOptions(
        List<String> views,
        List<Control> controls,
        String theme,
        boolean autoplay,
        @Nullable Integer step,
        boolean isSized,
        boolean isLinked) {
    /** The view that is a part of the page itself, and not one of those that a reader places. */
    public static final String LANDSCAPE = "landscape";

    /** What an embed is whose address says nothing. */
    public static final EmbedOptions USUAL = read("");

    /** What a visitor of an embed may change. */
    public enum Control {
        TIME("time"),
        OPTIMIZERS("optimizers"),
        NUMBERS("numbers");

        private final String text;

        Control(String text) {
            this.text = text;
        }
    }

    /**
     * Reads a query.
     *
     * @param query as in the address, with or without its question mark
     * @throws IllegalArgumentException if a value is wrong, with what would be right; other fields are left to others
     */
    public static EmbedOptions read(String query) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String field : Split.at('&', query.startsWith("?") ? query.substring(1) : query)) {
            int equals = field.indexOf('=');
            if (equals > 0 && equals + 1 < field.length()) {
                given.put(
                        field.substring(0, equals),
                        field.substring(equals + 1).replace("%2C", ",").replace("%2c", ","));
            }
        }
        return new EmbedOptions(
                Split.at(',', given.getOrDefault("view", LANDSCAPE)),
                controls(given.getOrDefault("controls", Control.TIME.text)),
                oneOf("theme", given.getOrDefault("theme", ""), "light", "dark"),
                oneOf("autoplay", given.getOrDefault("autoplay", ""), "1", "0").equals("1"),
                step(given.get("step")),
                oneOf("size", given.getOrDefault("size", ""), "content", "frame")
                        .equals("content"),
                !oneOf("link", given.getOrDefault("link", ""), "1", "0").equals("0"));
    }

    public boolean hasLandscape() {
        return views.contains(LANDSCAPE);
    }

    public boolean has(Control control) {
        return controls.contains(control);
    }

    private static List<Control> controls(String value) {
        List<Control> controls = new ArrayList<>();
        if (value.equals("none")) {
            return controls;
        }
        for (String name : Split.at(',', value)) {
            Control found = null;
            for (Control control : Control.values()) {
                found = control.text.equals(name) ? control : found;
            }
            if (found == null) {
                throw wrong("controls", "time, optimizers, numbers or none", name);
            }
            controls.add(found);
        }
        return controls;
    }

    /** One of the right values, or empty. */
    private static String oneOf(String field, String value, String... right) {
        if (value.isEmpty() || List.of(right).contains(value)) {
            return value;
        }
        throw wrong(field, String.join(" or ", right), value);
    }

    private static @Nullable Integer step(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            int step = Integer.parseInt(value);
            if (step >= 0) {
                return step;
            }
        } catch (NumberFormatException e) {
            // Told below, with what would be right.
        }
        throw wrong("step", "a whole number from 0 on", value);
    }

    private static IllegalArgumentException wrong(String field, String right, String found) {
        return new IllegalArgumentException(field + ": expected " + right + ", but found " + found);
    }
}
