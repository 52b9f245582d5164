package org.fallline.optim;

import org.fallline.catalogue.Setting;

/** Hyper-parameters that several optimizers share. */
final class Settings {
    private Settings() {}

    /** The learning rate, with the default of the optimizer. */
    static Setting learningRate(double initial) {
        return new Setting("learningRate", "Learning rate", "η", Setting.Kind.LOGARITHMIC, 0, 1e6, 1e-5, 10, initial);
    }

    /** The share of something that is kept from one step to the next. */
    static Setting decay(String name, String label, String symbol, double initial) {
        return new Setting(name, label, symbol, Setting.Kind.LINEAR, 0, 1, 0, 0.9999, initial);
    }

    /** The share that a running mean keeps: below 1, since a mean that keeps all learns nothing and cannot be corrected. */
    static Setting mean(String name, String label, String symbol, double initial) {
        return new Setting(name, label, symbol, Setting.Kind.LINEAR, 0, Setting.BELOW_ONE, 0, 0.9999, initial);
    }

    /**
     * The small number in a denominator: above 0, where a slope of 0 would give 0/0, and above 1e-162, below which the square
     * of a slope is 0 and only epsilon limits the step.
     */
    static Setting epsilon() {
        return new Setting("epsilon", "Epsilon", "ε", Setting.Kind.LOGARITHMIC, 1e-150, 1, 1e-10, 0.1, 1e-7);
    }
}
