package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * A learning rate that falls as one over the time.
 *
 * <pre>
 * ηₜ = η / (1 + decayRate·t / decaySteps)                    with staircase: ⌊t / decaySteps⌋
 * </pre>
 *
 * <p>Sources: H. Robbins, S. Monro, <i>A Stochastic Approximation Method</i>, 1951, whose rates fall so; Keras's {@code
 * InverseTimeDecay}; t counts from 0.
 *
 * @param decaySteps at least 1
 * @param decayRate at least 0
 * @param staircase whether the rate falls only where a multiple of the steps is done
 */
public record InverseTimeDecay(double decaySteps, double decayRate, boolean staircase) implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "inverseTime",
            "Inverse time",
            "ηₜ = η / (1 + decayRate·t / decaySteps)",
            "Robbins & Monro 1951; Keras's InverseTimeDecay",
            List.of(
                    Settings.steps("decaySteps", "Decay steps", 100),
                    new Setting("decayRate", "Decay rate", "", Setting.Kind.LINEAR, 0, 1e6, 0, 10, 1),
                    Setting.flag("staircase", "Staircase", "")),
            values -> new InverseTimeDecay(
                    values.number("decaySteps"), values.number("decayRate"), values.flag("staircase")));

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double periods = step / decaySteps;
        return base / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
    }
}
