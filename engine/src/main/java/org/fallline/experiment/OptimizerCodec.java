package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.json.Json;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;

/** An optimizer of an experiment as JSON: its kind and settings, what goes round it, and its schedule. */
final class OptimizerCodec {
    private static final String KIND = "kind";
    private static final String SCHEDULE = "schedule";

    private OptimizerCodec() {}

    /** The optimizer that a field says, for so many parameters. */
    static OptimizerSpec read(Field field, int parameters) {
        Entry<Optimizer> entry = entry(field, Optimizers.CATALOGUE);
        List<Setting> around = around(entry);
        List<Setting> settings = new ArrayList<>(entry.settings());
        settings.addAll(around);
        Map<String, Field> fields = field.members(names(settings, SCHEDULE));
        Field schedule = fields.get(SCHEDULE);
        OptimizerSpec spec = new OptimizerSpec(
                entry.name(),
                values(fields, entry.settings(), Values.initial(entry.settings())),
                values(fields, around, Values.initial(Descent.SETTINGS)),
                schedule == null ? ScheduleSpec.CONSTANT : schedule(schedule));
        try {
            spec.descent().slots(parameters);
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
        return spec;
    }

    private static ScheduleSpec schedule(Field field) {
        Entry<Schedule> entry = entry(field, Schedules.CATALOGUE);
        Map<String, Field> fields = field.members(names(entry.settings()));
        return new ScheduleSpec(entry.name(), values(fields, entry.settings(), entry.initial()));
    }

    /** What can go round a rule: a setting that the rule has itself is said there. */
    private static List<Setting> around(Entry<Optimizer> entry) {
        return Descent.SETTINGS.stream()
                .filter(setting -> !entry.initial().has(setting.name()))
                .toList();
    }

    private static <T> Entry<T> entry(Field field, Catalogue<T> catalogue) {
        Field kind = field.require(KIND);
        Entry<T> entry = catalogue.find(kind.text(Experiment.MAX_TITLE));
        if (entry == null) {
            throw kind.error(
                    "unknown " + catalogue.noun() + "; the " + catalogue.noun() + "s are " + catalogue.names());
        }
        return entry;
    }

    private static List<String> names(List<Setting> settings, String... others) {
        List<String> names = new ArrayList<>(List.of(KIND));
        settings.forEach(setting -> names.add(setting.name()));
        names.addAll(List.of(others));
        return names;
    }

    private static Values values(Map<String, Field> fields, List<Setting> settings, Values initial) {
        Values values = initial;
        for (Setting setting : settings) {
            Field given = fields.get(setting.name());
            if (given != null) {
                values = values.with(setting.name(), number(given, setting));
            }
        }
        return values;
    }

    private static double number(Field field, Setting setting) {
        double value = setting.kind() == Setting.Kind.FLAG ? (field.flag() ? 1 : 0) : field.number();
        if (!setting.admits(value)) {
            throw field.error("expected " + setting.range());
        }
        return value;
    }

    /** The canonical form: settings in the order of the catalogue, defaults left out. */
    static Json write(OptimizerSpec spec) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(KIND, new Json.Str(spec.kind()));
        write(fields, spec.values());
        write(fields, spec.around());
        if (!spec.schedule().equals(ScheduleSpec.CONSTANT)) {
            Map<String, Json> schedule = new LinkedHashMap<>();
            schedule.put(KIND, new Json.Str(spec.schedule().kind()));
            write(schedule, spec.schedule().values());
            fields.put(SCHEDULE, new Json.Obj(schedule));
        }
        return new Json.Obj(fields);
    }

    private static void write(Map<String, Json> fields, Values values) {
        for (Setting setting : values.settings()) {
            double value = values.number(setting.name());
            if (value != setting.initial()) {
                fields.put(
                        setting.name(),
                        setting.kind() == Setting.Kind.FLAG ? new Json.Bool(value != 0) : new Json.Num(value));
            }
        }
    }
}
