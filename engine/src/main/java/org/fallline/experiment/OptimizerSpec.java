package org.fallline.experiment;

import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Values;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;

/**
 * An optimizer and its hyper-parameters.
 *
 * @param kind a name of {@link Optimizers#CATALOGUE}
 * @param values of its settings
 */
public record OptimizerSpec(String kind, Values values) {
    /** The optimizer of this name with its defaults. */
    public static OptimizerSpec of(String kind) {
        return new OptimizerSpec(kind, Optimizers.CATALOGUE.require(kind).initial());
    }

    /** The same with one hyper-parameter changed. */
    public OptimizerSpec with(String setting, double value) {
        return new OptimizerSpec(kind, values.with(setting, value));
    }

    /** What the catalogue says of it. */
    public Entry<Optimizer> entry() {
        return Optimizers.CATALOGUE.require(kind);
    }

    /** The update rule. */
    public Optimizer optimizer() {
        return entry().make(values);
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
