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
 *   size=content               the page around it gives the frame the height that it asks for
 * </pre>
 *
 * @param views names of views
 * @param controls what the visitor may change
 * @param theme empty, {@code light} or {@code dark}
 * @param autoplay whether time is to run at first
 * @param step the first step, or null to stay at the experiment's own
 * @param isSized whether the frame gets the height that it asks for
 */
public record EmbedOptions(
        List<String> views,
        List<Control> controls,
        String theme,
        boolean autoplay,
        @Nullable Integer step,
        boolean isSized) {
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

    /** A field of the query: reads its value into what is being collected. */
    private interface Reading {
        void read(String value);
    }

    /**
     * Reads a query.
     *
     * @param query as in the address, with or without its question mark
     * @throws IllegalArgumentException if a value is wrong, with what would be right; other fields are left to others
     */
    public static EmbedOptions read(String query) {
        List<String> views = new ArrayList<>();
        List<Control> controls = new ArrayList<>(List.of(Control.TIME));
        String[] theme = {""};
        boolean[] flags = {false, false};
        @Nullable Integer[] step = {null};
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("view", value -> views.addAll(Split.at(',', value)));
        readings.put("controls", value -> {
            controls.clear();
            controls.addAll(controls(value));
        });
        readings.put("theme", value -> theme[0] = oneOf("theme", value, "light", "dark"));
        readings.put(
                "autoplay",
                value -> flags[0] = oneOf("autoplay", value, "1", "0").equals("1"));
        readings.put("step", value -> step[0] = step(value));
        readings.put(
                "size", value -> flags[1] = !oneOf("size", value, "content").isEmpty());
        for (String field : Split.at('&', query.startsWith("?") ? query.substring(1) : query)) {
            int equals = field.indexOf('=');
            Reading reading = equals < 0 ? null : readings.get(field.substring(0, equals));
            if (reading != null && equals + 1 < field.length()) {
                reading.read(field.substring(equals + 1).replace("%2C", ",").replace("%2c", ","));
            }
        }
        return new EmbedOptions(
                views.isEmpty() ? List.of(LANDSCAPE) : List.copyOf(views),
                List.copyOf(controls),
                theme[0],
                flags[0],
                step[0],
                flags[1]);
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

    private static String oneOf(String field, String value, String... right) {
        for (String each : right) {
            if (each.equals(value)) {
                return value;
            }
        }
        throw wrong(field, String.join(" or ", right), value);
    }

    private static Integer step(String value) {
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
