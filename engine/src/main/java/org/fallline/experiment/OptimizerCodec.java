package org.fallline.experiment;

import static org.fallline.experiment.ChoiceCodec.KIND;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String SCHEDULE = "schedule";

    private OptimizerCodec() {}

    /** The optimizer that a field says, for so many parameters. */
    static OptimizerSpec read(Field field, int parameters) {
        Entry<Optimizer> entry = ChoiceCodec.entry(field.require(KIND), Optimizers.CATALOGUE);
        List<Setting> around = around(entry);
        List<Setting> settings = new ArrayList<>(entry.settings());
        settings.addAll(around);
        Map<String, Field> fields = field.members(ChoiceCodec.names(settings, List.of(SCHEDULE)));
        Field schedule = fields.get(SCHEDULE);
        OptimizerSpec spec = new OptimizerSpec(
                entry.name(),
                ChoiceCodec.values(fields, entry.settings(), Values.initial(entry.settings())),
                ChoiceCodec.values(fields, around, Values.initial(Descent.SETTINGS)),
                schedule == null ? ScheduleSpec.CONSTANT : schedule(schedule));
        try {
            spec.descent().slots(parameters);
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
        return spec;
    }

    private static ScheduleSpec schedule(Field field) {
        Entry<Schedule> entry = ChoiceCodec.entry(field.require(KIND), Schedules.CATALOGUE);
        Map<String, Field> fields = field.members(ChoiceCodec.names(entry.settings(), List.of()));
        return new ScheduleSpec(entry.name(), ChoiceCodec.values(fields, entry.settings(), entry.initial()));
    }

    /** What can go round a rule: a setting that the rule has itself is said there. */
    private static List<Setting> around(Entry<Optimizer> entry) {
        return Descent.SETTINGS.stream()
                .filter(setting -> !entry.initial().has(setting.name()))
                .toList();
    }

    /** The canonical form: settings in the order of the catalogue, defaults left out. */
    static Json write(OptimizerSpec spec) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(KIND, new Json.Str(spec.kind()));
        ChoiceCodec.write(fields, spec.values());
        ChoiceCodec.write(fields, spec.around());
        if (!spec.schedule().equals(ScheduleSpec.CONSTANT)) {
            Map<String, Json> schedule = new LinkedHashMap<>();
            schedule.put(KIND, new Json.Str(spec.schedule().kind()));
            ChoiceCodec.write(schedule, spec.schedule().values());
            fields.put(SCHEDULE, new Json.Obj(schedule));
        }
        return new Json.Obj(fields);
    }
}
