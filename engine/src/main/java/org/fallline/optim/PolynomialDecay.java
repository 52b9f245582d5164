package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.math.Real;

/**
 * A learning rate that goes down to another one along a power of the time that is left.
 *
 * <pre>
 * ηₜ = (η − end)·(1 − min(t, T)/T)^power + end               T = decaySteps
 * with cycle:  T = decaySteps·⌈t / decaySteps⌉, at least decaySteps, and t is not limited
 * </pre>
 *
 * <p>Source: Keras's {@code PolynomialDecay}; t counts from 0.
 *
 * @param decaySteps at least 1
 * @param endLearningRate at least 0
 * @param power above 0; 1 is a straight line
 * @param cycle whether the rate goes up again where it has come down, for longer each time
 */
public record PolynomialDecay(double decaySteps, double endLearningRate, double power, boolean cycle)
        implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "polynomial",
            "Polynomial",
            "ηₜ = (η − end)·(1 − t/decaySteps)^power + end",
            "Keras 2015, PolynomialDecay",
            List.of(
                    Settings.steps("decaySteps", "Decay steps", 100),
                    new Setting("endLearningRate", "End rate", "", Setting.Kind.LOGARITHMIC, 0, 1e6, 1e-6, 1, 0.0001),
                    new Setting("power", "Power", "", Setting.Kind.LINEAR, 0.01, 100, 0.1, 4, 1),
                    Setting.flag("cycle", "Cycle", "")),
            values -> new PolynomialDecay(
                    values.number("decaySteps"),
                    values.number("endLearningRate"),
                    values.number("power"),
                    values.flag("cycle")));

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double periods = step / decaySteps;
        double whole = Math.ceil(periods);
        double share = cycle ? (step == 0 ? 0 : periods / whole) : (periods < 1 ? periods : 1);
        return (base - endLearningRate) * Real.pow(1 - share, power) + endLearningRate;
    }
}
