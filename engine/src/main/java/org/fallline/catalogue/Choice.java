package org.fallline.catalogue;

import org.fallline.math.Decimal;

/**
 * An entry of a catalogue, chosen, with its settings.
 *
 * @param entry what was chosen
 * @param values of its settings
 */
public record Choice<T>(Entry<T> entry, Values values) {
    /** The entry of this name with its initial settings. */
    public static <T> Choice<T> of(Catalogue<T> catalogue, String name) {
        Entry<T> entry = catalogue.require(name);
        return new Choice<>(entry, entry.initial());
    }

    /** The same with one setting changed. */
    public Choice<T> with(String setting, double value) {
        return new Choice<>(entry, values.with(setting, value));
    }

    public String name() {
        return entry.name();
    }

    /** Whether every setting is as it is when nothing is said. */
    public boolean isInitial() {
        return values.equals(entry.initial());
    }

    /** The thing itself. */
    public T make() {
        return entry.make(values);
    }

    /** The name, and the settings that are not as they are when nothing is said: {@code circle(noise 0.1)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(name());
        for (Setting setting : values.settings()) {
            double value = values.number(setting.name());
            if (value != setting.initial()) {
                out.append(out.length() == name().length() ? "(" : ", ")
                        .append(setting.name())
                        .append(' ')
                        .append(Decimal.text(value));
            }
        }
        return out.append(isInitial() ? "" : ")").toString();
    }
}
