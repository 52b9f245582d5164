package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.json.Json;

/**
 * A choice from a catalogue as JSON: its name, or an object of its {@code kind} and the settings that are not as they are when
 * nothing is said.
 */
final class ChoiceCodec {
    static final String KIND = "kind";

    private ChoiceCodec() {}

    static <T> Choice<T> read(Field field, Catalogue<T> catalogue) {
        return read(field, catalogue, List.of());
    }

    /** The choice of an object that has other fields too. */
    static <T> Choice<T> read(Field field, Catalogue<T> catalogue, List<String> others) {
        if (field.json() instanceof Json.Str) {
            Entry<T> entry = entry(field, catalogue);
            return new Choice<>(entry, entry.initial());
        }
        Entry<T> entry = entry(field.require(KIND), catalogue);
        Map<String, Field> fields = field.members(names(entry.settings(), others));
        return new Choice<>(entry, values(fields, entry.settings(), entry.initial()));
    }

    /** The names of the fields of an object: its kind, its settings, and others. */
    static List<String> names(List<Setting> settings, List<String> others) {
        List<String> names = new ArrayList<>(List.of(KIND));
        settings.forEach(setting -> names.add(setting.name()));
        names.addAll(others);
        return names;
    }

    /** Values of some settings: as the fields say, and initial where they say nothing. */
    static Values values(Map<String, Field> fields, List<Setting> settings, Values initial) {
        Values values = initial;
        for (Setting setting : settings) {
            Field given = fields.get(setting.name());
            if (given != null) {
                values = values.with(setting.name(), number(given, setting));
            }
        }
        return values;
    }

    /** The entry that a field names. */
    static <T> Entry<T> entry(Field name, Catalogue<T> catalogue) {
        Entry<T> entry = catalogue.find(name.text(Experiment.MAX_TITLE));
        if (entry == null) {
            String plural = catalogue.noun() + (catalogue.noun().endsWith("s") ? "es" : "s");
            throw name.error("unknown " + catalogue.noun() + "; the " + plural + " are " + catalogue.names());
        }
        return entry;
    }

    /** The number of a setting. */
    static double number(Field field, Setting setting) {
        double value = setting.kind() == Setting.Kind.FLAG ? (field.flag() ? 1 : 0) : field.number();
        if (!setting.admits(value)) {
            throw field.error("expected " + setting.range());
        }
        return value;
    }

    static Json write(Choice<?> choice) {
        return choice.isInitial() ? new Json.Str(choice.name()) : new Json.Obj(fields(choice));
    }

    /** The kind and the settings, to which other fields may be added. */
    static Map<String, Json> fields(Choice<?> choice) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(KIND, new Json.Str(choice.name()));
        write(fields, choice.values());
        return fields;
    }

    /** Adds the settings that are not as they are when nothing is said, in the order of the catalogue. */
    static void write(Map<String, Json> fields, Values values) {
        write(fields, values, Values.initial(values.settings()));
    }

    /** Adds the settings that are not as they were before, in the order of the catalogue. */
    static void write(Map<String, Json> fields, Values values, Values before) {
        for (Setting setting : values.settings()) {
            double value = values.number(setting.name());
            if (value != before.number(setting.name())) {
                fields.put(
                        setting.name(),
                        setting.kind() == Setting.Kind.FLAG ? new Json.Bool(value != 0) : new Json.Num(value));
            }
        }
    }
}
