package org.fallline.experiment;

import static org.fallline.experiment.ChoiceCodec.KIND;
import static org.fallline.experiment.ExperimentCodec.or;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.experiment.OptimizerSpec.Change;
import org.fallline.json.Json;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;

/** An optimizer of an experiment as JSON: its kind and settings, what goes round it, its schedule, and changes on the way. */
final class OptimizerCodec {
    private static final String SCHEDULE = "schedule";
    private static final String CHANGES = "changes";
    private static final String STEP = "step";
    private static final String ON = "on";

    private OptimizerCodec() {}

    /** The optimizer that a field says, for so many parameters. */
    static OptimizerSpec read(Field field, int parameters) {
        Entry<Optimizer> entry = ChoiceCodec.entry(field.require(KIND), Optimizers.CATALOGUE);
        List<Setting> around = around(entry);
        List<Setting> settings = new ArrayList<>(entry.settings());
        settings.addAll(around);
        Map<String, Field> fields = field.members(ChoiceCodec.names(settings, List.of(SCHEDULE, CHANGES, ON)));
        Field schedule = fields.get(SCHEDULE);
        Values values = ChoiceCodec.values(fields, entry.settings(), Values.initial(entry.settings()));
        Values aroundIt = ChoiceCodec.values(fields, around, Values.initial(Descent.SETTINGS));
        ScheduleSpec scheduled = schedule == null ? ScheduleSpec.CONSTANT : schedule(schedule);
        requireSlots(new OptimizerSpec(entry.name(), values, aroundIt, scheduled), parameters, field);
        List<Change> changes = new ArrayList<>();
        Field given = fields.get(CHANGES);
        if (given != null) {
            Change last = null;
            for (Field item : given.items(0, OptimizerSpec.MAX_CHANGES)) {
                Map<String, Field> said = item.members(ChoiceCodec.names(settings, List.of(STEP)));
                int step = item.require(STEP).integer(1, Experiment.MAX_STEPS);
                if (last != null && step <= last.step()) {
                    throw item.error("changes come in the order of their steps, one a step; step " + step
                            + " comes after step " + last.step());
                }
                last = new Change(
                        step,
                        ChoiceCodec.values(said, entry.settings(), last == null ? values : last.values()),
                        ChoiceCodec.values(said, around, last == null ? aroundIt : last.around()));
                requireSlots(
                        new OptimizerSpec(entry.name(), last.values(), last.around(), scheduled), parameters, item);
                changes.add(last);
            }
        }
        return new OptimizerSpec(
                entry.name(), values, aroundIt, scheduled, changes, or(fields.get(ON), Field::flag, true));
    }

    /** Refuses an optimizer that cannot be for so many parameters. */
    private static void requireSlots(OptimizerSpec spec, int parameters, Field field) {
        try {
            spec.descent().slots(parameters);
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
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
        if (!spec.changes().isEmpty()) {
            List<Json> changes = new ArrayList<>();
            Change before = new Change(1, spec.values(), spec.around());
            for (Change change : spec.changes()) {
                Map<String, Json> said = new LinkedHashMap<>();
                said.put(STEP, new Json.Num(change.step()));
                ChoiceCodec.write(said, change.values(), before.values());
                ChoiceCodec.write(said, change.around(), before.around());
                changes.add(new Json.Obj(said));
                before = change;
            }
            fields.put(CHANGES, new Json.Arr(changes));
        }
        if (!spec.on()) {
            fields.put(ON, new Json.Bool(false));
        }
        return new Json.Obj(fields);
    }
}
