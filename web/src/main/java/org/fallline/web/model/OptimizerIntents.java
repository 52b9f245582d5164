package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.math.Decimal;
import org.fallline.problem.Interval;

/** Choosing who walks, and how. */
public final class OptimizerIntents {
    /** A rate that is a distance crosses the picture in so many steps. */
    private static final int STEPS_ACROSS = 100;

    private OptimizerIntents() {}

    /** One more optimizer, from the same start, with a learning rate that suits the problem. */
    public static Intent add(OptimizerSpec spec) {
        return new Intent("Add " + spec.label(), state -> {
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
        return new Intent("Remove an optimizer", state -> {
            List<OptimizerSpec> optimizers = new ArrayList<>(state.experiment().optimizers());
            if (optimizers.size() == 1) {
                return state;
            }
            optimizers.remove(index);
            int inspected = state.inspected() > index ? state.inspected() - 1 : state.inspected();
            return state.withInspected(Math.min(inspected, optimizers.size() - 1))
                    .with(state.experiment().withOptimizers(optimizers));
        });
    }

    /** Another value of a hyper-parameter, which must be in its range. */
    public static Intent set(int index, String setting, double value) {
        return new Intent("Change " + setting, state -> {
            List<OptimizerSpec> optimizers = new ArrayList<>(state.experiment().optimizers());
            optimizers.set(index, optimizers.get(index).with(setting, value));
            return state.with(state.experiment().withOptimizers(optimizers));
        });
    }

    /** Opens the steps of an optimizer. */
    public static Intent inspect(int index) {
        return new Intent("Open the optimizer's steps", state -> state.withInspected(index));
    }

    /** The optimizer with a learning rate that suits the problem. */
    static OptimizerSpec suited(OptimizerSpec spec, Experiment experiment) {
        double rate = switch (spec.optimizer().stepLength()) {
            case SLOPE -> experiment.problem().problem(experiment.seed()).learningRate();
            case RATE -> across(experiment) / STEPS_ACROSS;
            case OWN -> 1;
        };
        return spec.with("learningRate", Decimal.parse(Decimal.text(rate, 1)));
    }

    /** How wide the picture of the first parameter is. */
    private static double across(Experiment experiment) {
        Interval first =
                experiment.problem().problem(experiment.seed()).domain().get(0);
        return first.to() - first.from();
    }
}
