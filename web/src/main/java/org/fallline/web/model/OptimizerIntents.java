package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.math.Decimal;
import org.fallline.problem.Interval;
import org.fallline.web.words.Phrase;

/** Choosing who walks, and how. */
public final class OptimizerIntents {
    /** A rate that is a distance crosses the picture in so many steps. */
    private static final int STEPS_ACROSS = 100;

    /** Settings of schedules that say how long they take. */
    private static final List<String> LENGTHS = List.of("decaySteps", "totalSteps");

    private OptimizerIntents() {}

    /** One more optimizer, from the same start, with a learning rate that suits the problem. */
    public static Intent add(OptimizerSpec spec) {
        return new Intent(Phrase.of("intent.addOptimizer", spec.label()), state -> {
            Experiment experiment = state.experiment();
            if (experiment.optimizers().size() >= Experiment.MAX_OPTIMIZERS) {
                return state;
            }
            List<OptimizerSpec> optimizers = new ArrayList<>(experiment.optimizers());
            optimizers.add(suited(spec, experiment));
            return state.with(experiment.withOptimizers(optimizers)).withInspected(optimizers.size() - 1);
        });
    }

    /** One fewer; the last one stays. */
    public static Intent remove(int index) {
        return new Intent(Phrase.of("intent.removeOptimizer"), state -> {
            List<OptimizerSpec> optimizers = new ArrayList<>(state.experiment().optimizers());
            if (optimizers.size() == 1) {
                return state;
            }
            optimizers.remove(index);
            int inspected = state.inspected() > index ? state.inspected() - 1 : state.inspected();
            State other = state.withInspected(inspected);
            return other.with(other.experiment().withOptimizers(optimizers));
        });
    }

    /** The same once more, with settings of its own from now on. */
    public static Intent duplicate(int index) {
        return new Intent(Phrase.of("intent.duplicateOptimizer"), state -> {
            Experiment experiment = state.experiment();
            if (experiment.optimizers().size() >= Experiment.MAX_OPTIMIZERS) {
                return state;
            }
            List<OptimizerSpec> optimizers = new ArrayList<>(experiment.optimizers());
            optimizers.add(optimizers.get(index));
            return state.with(experiment.withOptimizers(optimizers)).withInspected(optimizers.size() - 1);
        });
    }

    /**
     * Another value of a hyper-parameter, which must be in its range: from here on if time runs, so that what was walked stays;
     * else for as long as it was the same around the present step.
     */
    public static Intent set(int index, String setting, double value) {
        return new Intent(Phrase.of("intent.setting", Phrase.ofEngine("engine.setting." + setting, setting)), state -> {
            boolean onTheWay = state.playing()
                    && state.step() > 0
                    && state.step() < state.experiment().steps();
            OptimizerSpec before = state.experiment().optimizers().get(index);
            if (onTheWay && before.changes().size() < OptimizerSpec.MAX_CHANGES) {
                return with(state, index, before.changed(state.step(), setting, value));
            }
            return with(state, index, before.edited(state.step(), setting, value));
        });
    }

    /** Lets the settings of an optimizer stay as they are at the start. */
    public static Intent unchange(int index) {
        return change(Phrase.of("intent.unchange"), index, OptimizerSpec::unchanging);
    }

    /** Lets an optimizer walk, or not. */
    public static Intent turn(int index, boolean on) {
        return change(Phrase.of(on ? "intent.turnOn" : "intent.turnOff"), index, spec -> spec.withOn(on));
    }

    /** Another schedule of the learning rate, which takes the whole walk if it takes a number of steps. */
    public static Intent schedule(int index, String kind) {
        return new Intent(Phrase.of("intent.schedule"), state -> {
            ScheduleSpec schedule = ScheduleSpec.of(kind);
            for (Setting setting : schedule.values().settings()) {
                double steps = state.experiment().steps();
                if (LENGTHS.contains(setting.name()) && setting.admits(steps)) {
                    schedule = schedule.with(setting.name(), steps);
                }
            }
            return with(state, index, state.experiment().optimizers().get(index).withSchedule(schedule));
        });
    }

    /** Another value of a setting of a schedule, which must be in its range. */
    public static Intent setSchedule(int index, String setting, double value) {
        return change(
                Phrase.of("intent.setting", Phrase.ofEngine("engine.setting." + setting, setting)),
                index,
                spec -> spec.withSchedule(spec.schedule().with(setting, value)));
    }

    private static Intent change(Phrase label, int index, UnaryOperator<OptimizerSpec> change) {
        return new Intent(
                label,
                state -> with(
                        state,
                        index,
                        change.apply(state.experiment().optimizers().get(index))));
    }

    private static State with(State state, int index, OptimizerSpec changed) {
        List<OptimizerSpec> optimizers = new ArrayList<>(state.experiment().optimizers());
        optimizers.set(index, changed);
        return state.with(state.experiment().withOptimizers(optimizers));
    }

    /** Opens the steps of an optimizer. */
    public static Intent inspect(int index) {
        return new Intent(Phrase.of("intent.inspect"), state -> state.withInspected(index));
    }

    /** The optimizer with a learning rate that suits the problem. */
    static OptimizerSpec suited(OptimizerSpec spec, Experiment experiment) {
        double rate = switch (spec.optimizer().stepLength()) {
            case SLOPE -> experiment.problem().problem(experiment.seed()).learningRate();
            case RATE -> across(experiment) / STEPS_ACROSS;
            case OWN -> 1;
        };
        return spec.unchanging().with("learningRate", Decimal.parse(Decimal.text(rate, 1)));
    }

    /** How wide the picture of the first parameter is. */
    private static double across(Experiment experiment) {
        Interval first =
                experiment.problem().problem(experiment.seed()).domain().get(0);
        return first.to() - first.from();
    }
}
