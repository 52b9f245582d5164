package org.fallline.study;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.optim.Descent;

/**
 * What a sweep of an optimizer tries: learning rates, two a decade, and values of a second hyper-parameter: its momentum if it
 * has one, else the first of its own, else the weight decay round it.
 *
 * @param rates ascending
 * @param setting the second hyper-parameter
 * @param values of it, ascending
 */
public record SweepPlan(List<Double> rates, Setting setting, List<Double> values) {
    private static final int FIRST_HALF_DECADE = -10;
    private static final int LAST_HALF_DECADE = 2;
    private static final double[] MOMENTA = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99};
    private static final int VALUES = 8;

    public SweepPlan {
        rates = List.copyOf(rates);
        values = List.copyOf(values);
    }

    /** The plan for an optimizer; whatever its present learning rate and second hyper-parameter, it is the same. */
    public static SweepPlan of(OptimizerSpec spec) {
        List<Double> rates = new ArrayList<>();
        for (int half = FIRST_HALF_DECADE; half <= LAST_HALF_DECADE; half++) {
            rates.add(Decimal.parse(Decimal.text(Real.pow(10, half / 2.0), 2)));
        }
        Setting setting = second(spec);
        return new SweepPlan(rates, setting, values(setting));
    }

    private static Setting second(OptimizerSpec spec) {
        for (Setting setting : spec.values().settings()) {
            if (setting.name().equals("momentum")) {
                return setting;
            }
        }
        for (Setting setting : spec.values().settings()) {
            if (!setting.name().equals("learningRate") && setting.kind() == Setting.Kind.LINEAR) {
                return setting;
            }
        }
        return Descent.SETTINGS.get(0);
    }

    private static List<Double> values(Setting setting) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            double share = (double) i / (VALUES - 1);
            double value;
            if (setting.usualLeast() >= 0 && setting.usualMost() <= 1 && setting.kind() == Setting.Kind.LINEAR) {
                value = MOMENTA[i];
            } else if (setting.kind() == Setting.Kind.LOGARITHMIC) {
                // Off, then from the least usual value on.
                value = i == 0
                        ? setting.least()
                        : setting.usualLeast()
                                * Real.pow(setting.usualMost() / setting.usualLeast(), (i - 1.0) / (VALUES - 2));
            } else {
                value = setting.usualLeast() + share * (setting.usualMost() - setting.usualLeast());
            }
            double rounded = Decimal.parse(Decimal.text(value, 2));
            if (setting.admits(rounded) && !values.contains(rounded)) {
                values.add(rounded);
            }
        }
        return values;
    }

    /** How many descents there are. */
    public int size() {
        return rates.size() * values.size();
    }

    /** The optimizer of a descent: the rates count fastest. */
    public OptimizerSpec spec(OptimizerSpec of, int index) {
        return of.with("learningRate", rates.get(index % rates.size()))
                .with(setting.name(), values.get(index / rates.size()));
    }
}
