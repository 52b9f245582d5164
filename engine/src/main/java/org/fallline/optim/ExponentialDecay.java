package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.math.Real;

/**
 * A learning rate that keeps the same share in every so many steps.
 *
 * <pre>
 * ηₜ = η·decayRate^(t / decaySteps)                          with staircase: ⌊t / decaySteps⌋
 * </pre>
 *
 * <p>Source: Keras's {@code ExponentialDecay}; t counts from 0.
 *
 * @param decaySteps at least 1
 * @param decayRate the share that is left after them, from 0 to 1
 * @param staircase whether the rate falls only where a multiple of the steps is done
 */
public record ExponentialDecay(double decaySteps, double decayRate, boolean staircase) implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "exponential",
            "Exponential",
            "ηₜ = η·decayRate^(t / decaySteps)",
            "Keras 2015, ExponentialDecay",
            List.of(
                    Settings.steps("decaySteps", "Decay steps", 100),
                    Settings.share("decayRate", "Decay rate", 0.5),
                    Setting.flag("staircase", "Staircase", "")),
            values -> new ExponentialDecay(
                    values.number("decaySteps"), values.number("decayRate"), values.flag("staircase")));

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double periods = step / decaySteps;
        return base * Real.pow(decayRate, staircase ? Math.floor(periods) : periods);
    }
}
