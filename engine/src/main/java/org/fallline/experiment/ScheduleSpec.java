package org.fallline.experiment;

import org.fallline.catalogue.Values;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;

/**
 * A schedule of the learning rate and its settings.
 *
 * @param kind a name of {@link Schedules#CATALOGUE}
 * @param values of its settings
 */
public record ScheduleSpec(String kind, Values values) {
    /** The learning rate as it is set, at every step. */
    public static final ScheduleSpec CONSTANT = of("constant");

    /** The schedule of this name with its defaults. */
    public static ScheduleSpec of(String kind) {
        return new ScheduleSpec(kind, Schedules.CATALOGUE.require(kind).initial());
    }

    /** The same with one setting changed. */
    public ScheduleSpec with(String setting, double value) {
        return new ScheduleSpec(kind, values.with(setting, value));
    }

    /** The schedule. */
    public Schedule schedule() {
        return Schedules.CATALOGUE.require(kind).make(values);
    }
}
