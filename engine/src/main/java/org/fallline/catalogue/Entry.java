package org.fallline.catalogue;

import java.util.List;
import java.util.function.Function;

/**
 * One thing of a catalogue, with all that a menu, a form and a page of documentation say of it.
 *
 * @param name as the experiment's JSON spells it
 * @param label as a reader sees it
 * @param formula its definition, in plain text
 * @param source the paper or book that defines it
 * @param settings its hyper-parameters, in order
 * @param presets well-known choices of them under names of their own
 * @param maker makes the thing from checked values
 * @param lesson what it teaches, in a sentence; may be empty
 */
public record Entry<T>(
        String name,
        String label,
        String formula,
        String source,
        List<Setting> settings,
        List<Preset> presets,
        Function<Values, T> maker,
        String lesson) {

    public Entry {
        settings = List.copyOf(settings);
        presets = List.copyOf(presets);
    }

    /** An entry without a lesson. */
    public Entry(
            String name,
            String label,
            String formula,
            String source,
            List<Setting> settings,
            List<Preset> presets,
            Function<Values, T> maker) {
        this(name, label, formula, source, settings, presets, maker, "");
    }

    /** An entry without presets. */
    public Entry(
            String name,
            String label,
            String formula,
            String source,
            List<Setting> settings,
            Function<Values, T> maker) {
        this(name, label, formula, source, settings, List.of(), maker);
    }

    /** The same with what it teaches. */
    public Entry<T> withLesson(String text) {
        return new Entry<>(name, label, formula, source, settings, presets, maker, text);
    }

    /** Every setting at its initial number. */
    public Values initial() {
        return Values.initial(settings);
    }

    /** The thing with its initial settings. */
    public T make() {
        return make(initial());
    }

    /** The thing with these settings. */
    public T make(Values values) {
        if (!values.settings().equals(settings)) {
            throw new IllegalArgumentException("these are not the settings of " + name);
        }
        return maker.apply(values);
    }
}
