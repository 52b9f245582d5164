package org.fallline.experiment;

import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Values;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;

/**
 * An optimizer, its hyper-parameters, and what goes round its rule.
 *
 * @param kind a name of {@link Optimizers#CATALOGUE}
 * @param values of its settings
 * @param around values of {@link Descent#SETTINGS}; one that the rule has a setting of its own for is off
 * @param schedule of the learning rate
 */
public record OptimizerSpec(String kind, Values values, Values around, ScheduleSpec schedule) {
    private static final Values NOTHING_AROUND = Values.initial(Descent.SETTINGS);

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
        return values.has(setting)
                ? new OptimizerSpec(kind, values.with(setting, value), around, schedule)
                : new OptimizerSpec(kind, values, around.with(setting, value), schedule);
    }

    /** The same with another schedule. */
    public OptimizerSpec withSchedule(ScheduleSpec changed) {
        return new OptimizerSpec(kind, values, around, changed);
    }

    /** What the catalogue says of it. */
    public Entry<Optimizer> entry() {
        return Optimizers.CATALOGUE.require(kind);
    }

    /** The update rule. */
    public Optimizer optimizer() {
        return entry().make(values);
    }

    /**
     * The update rule with all that goes round it.
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
