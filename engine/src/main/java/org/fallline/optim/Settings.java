package org.fallline.optim;

import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;

/** Hyper-parameters that several rules share. */
final class Settings {
    static final String INITIAL_ACCUMULATOR = "initialAccumulatorValue";
    static final String WEIGHT_DECAY = "weightDecay";

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

    /** What a sum of squared gradients begins with. */
    static Setting initialAccumulator() {
        return new Setting(INITIAL_ACCUMULATOR, "First accumulator", "s₀", Setting.Kind.LINEAR, 0, 1e6, 0, 1, 0.1);
    }

    /** The share of every parameter that a step takes away, for each unit of the learning rate. */
    static Setting weightDecay(double initial) {
        return new Setting(WEIGHT_DECAY, "Weight decay", "λ", Setting.Kind.LOGARITHMIC, 0, 1, 1e-5, 0.5, initial);
    }

    /** The strength of a penalty on large parameters. */
    static Setting penalty(String name, String label) {
        return new Setting(name, label, "", Setting.Kind.LINEAR, 0, 1e6, 0, 1, 0);
    }

    /** The share of the slope's promise that a line search insists on. */
    static Setting decrease() {
        return new Setting("decrease", "Decrease", "c₁", Setting.Kind.LOGARITHMIC, 1e-12, 0.5, 1e-6, 0.5, 1e-4);
    }

    /** The share of the slope that a line search may leave: above c₁, or there may be no such place. */
    static Setting curvature(double initial) {
        return new Setting("curvature", "Curvature", "c₂", Setting.Kind.LINEAR, 1e-12, 0.9999, 0.01, 0.99, initial);
    }

    /** The line search that {@link #decrease} and {@link #curvature} say. */
    static LineSearch search(Values values) {
        return new LineSearch(values.number("decrease"), values.number("curvature"));
    }

    /** How many steps a schedule takes for something. */
    static Setting steps(String name, String label, double initial) {
        return new Setting(name, label, "", Setting.Kind.WHOLE, 1, 1e6, 1, 1000, initial);
    }

    /** The share of the learning rate that is left after something. */
    static Setting share(String name, String label, double initial) {
        return new Setting(name, label, "", Setting.Kind.LINEAR, 0, 1, 0, 1, initial);
    }
}
