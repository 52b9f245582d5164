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
        return new Setting(name, label, symbol, Setting.Kind.LINEAR, 0, 1 - 0x1p-53, 0, 0.9999, initial);
    }

    /** The small number in a denominator. */
    static Setting epsilon() {
        return new Setting("epsilon", "Epsilon", "ε", Setting.Kind.LOGARITHMIC, 0, 1, 1e-10, 0.1, 1e-7);
    }
}
