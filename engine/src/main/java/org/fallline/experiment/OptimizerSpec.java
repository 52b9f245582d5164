package org.fallline.experiment;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Values;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;

/**
 * An optimizer, its hyper-parameters, and what goes round its rule.
 *
 * @param kind a name of {@link Optimizers#CATALOGUE}
 * @param values of its settings at the start
 * @param around values of {@link Descent#SETTINGS} at the start; one that the rule has a setting of its own for is off
 * @param schedule of the learning rate
 * @param changes of the settings on the way, at most {@value #MAX_CHANGES}, by step
 * @param on whether it walks; one that does not stays at the start
 */
public record OptimizerSpec(
        String kind, Values values, Values around, ScheduleSpec schedule, List<Change> changes, boolean on) {
    /** The most changes on the way. */
    public static final int MAX_CHANGES = 1000;

    private static final Values NOTHING_AROUND = Values.initial(Descent.SETTINGS);

    /**
     * Other settings from a step on.
     *
     * @param step that is made with the settings before: the next one is the first with these; at least 1
     * @param values of all the rule's settings
     * @param around of all that goes round it
     */
    public record Change(int step, Values values, Values around) {
        public Change {
            if (step < 1) {
                throw new IllegalArgumentException("settings change after step 1 at the earliest, not " + step);
            }
        }
    }

    public OptimizerSpec {
        changes = List.copyOf(changes);
        if (changes.size() > MAX_CHANGES) {
            throw new IllegalArgumentException("settings change " + MAX_CHANGES + " times at most");
        }
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).step() <= changes.get(i - 1).step()) {
                throw new IllegalArgumentException("changes come in the order of their steps, one a step");
            }
        }
    }

    /** An optimizer whose settings stay. */
    public OptimizerSpec(String kind, Values values, Values around, ScheduleSpec schedule) {
        this(kind, values, around, schedule, List.of(), true);
    }

    /** An optimizer with nothing round its rule. */
    public OptimizerSpec(String kind, Values values) {
        this(kind, values, NOTHING_AROUND, ScheduleSpec.CONSTANT);
    }

    /** The optimizer of this name with its defaults. */
    public static OptimizerSpec of(String kind) {
        return new OptimizerSpec(kind, Optimizers.CATALOGUE.require(kind).initial());
    }

    /** The same with one hyper-parameter changed: one of the rule's own or, if it has none of this name, one round it. */
    public OptimizerSpec with(String setting, double value) {
        return edited(0, setting, value);
    }

    /** As it is after some steps: the settings that the next step is made with, and no changes. */
    public OptimizerSpec at(int step) {
        OptimizerSpec plain = new OptimizerSpec(kind, values, around, schedule, List.of(), on);
        for (Change change : changes) {
            if (change.step() <= step) {
                plain = new OptimizerSpec(kind, change.values(), change.around(), schedule, List.of(), on);
            }
        }
        return plain;
    }

    /** The number of a setting, of the rule or round it, at the start. */
    public double number(String setting) {
        return values.has(setting) ? values.number(setting) : around.number(setting);
    }

    /** The same with a setting changed from a step on; changes that were to come later are not made. */
    public OptimizerSpec changed(int step, String setting, double value) {
        if (step < 1) {
            return new OptimizerSpec(kind, values, around, schedule, List.of(), on).with(setting, value);
        }
        List<Change> kept = new ArrayList<>(
                changes.stream().filter(change -> change.step() < step).toList());
        OptimizerSpec before = at(step - 1);
        OptimizerSpec after = at(step).with(setting, value);
        if (!after.equals(before)) {
            kept.add(new Change(step, after.values, after.around));
        }
        return new OptimizerSpec(kind, values, around, schedule, kept, on);
    }

    /** The same with a setting changed for as long as it stayed the same around a step. */
    public OptimizerSpec edited(int step, String setting, double value) {
        List<OptimizerSpec> stretches = new ArrayList<>(List.of(at(0)));
        int present = 0;
        for (Change change : changes) {
            stretches.add(at(change.step()));
            present = change.step() <= step ? stretches.size() - 1 : present;
        }
        double old = stretches.get(present).number(setting);
        int from = present;
        while (from > 0 && stretches.get(from - 1).number(setting) == old) {
            from--;
        }
        for (int i = from; i < stretches.size() && stretches.get(i).number(setting) == old; i++) {
            stretches.set(i, stretches.get(i).set(setting, value));
        }
        List<Change> edited = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            OptimizerSpec after = stretches.get(i + 1);
            if (!after.equals(stretches.get(i))) {
                edited.add(new Change(changes.get(i).step(), after.values, after.around));
            }
        }
        OptimizerSpec first = stretches.get(0);
        return new OptimizerSpec(kind, first.values, first.around, schedule, edited, on);
    }

    /** One without changes on the way, with another number of a setting. */
    private OptimizerSpec set(String setting, double value) {
        return values.has(setting)
                ? new OptimizerSpec(kind, values.with(setting, value), around, schedule, List.of(), on)
                : new OptimizerSpec(kind, values, around.with(setting, value), schedule, List.of(), on);
    }

    /** The same whose settings stay as they are at the start. */
    public OptimizerSpec unchanging() {
        return at(0);
    }

    /** The same that walks, or does not. */
    public OptimizerSpec withOn(boolean changed) {
        return new OptimizerSpec(kind, values, around, schedule, changes, changed);
    }

    /** The same with another schedule. */
    public OptimizerSpec withSchedule(ScheduleSpec changed) {
        return new OptimizerSpec(kind, values, around, changed, changes, on);
    }

    /** What the catalogue says of it. */
    public Entry<Optimizer> entry() {
        return Optimizers.CATALOGUE.require(kind);
    }

    /** The update rule, as it is at the start. */
    public Optimizer optimizer() {
        return entry().make(values);
    }

    /**
     * The update rule with all that goes round it, as it is at the start.
     *
     * @throws IllegalArgumentException if the gradient would be clipped in more than one way
     */
    public Descent descent() {
        return Descent.of(optimizer(), around, schedule.schedule());
    }

    /** The name a reader knows: the preset's where one fits, else the rule's. */
    public String label() {
        return entry().presets().stream()
                .filter(preset ->
                        values.number(preset.setting()) != entry().initial().number(preset.setting()))
                .map(preset -> preset.label())
                .findFirst()
                .orElse(entry().label());
    }
}
