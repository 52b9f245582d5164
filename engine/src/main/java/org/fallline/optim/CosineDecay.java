package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/**
 * A learning rate that goes down along half a wave of the cosine.
 *
 * <pre>
 * ηₜ = η·((1 − alpha)·½·(1 + cos(π·min(t, T)/T)) + alpha)    T = decaySteps
 * </pre>
 *
 * <p>Sources: I. Loshchilov, F. Hutter, <i>SGDR: Stochastic Gradient Descent with Warm Restarts</i>, ICLR 2017, equation 5,
 * without restarts; Keras's {@code CosineDecay}; t counts from 0.
 *
 * @param decaySteps at least 1
 * @param alpha the share of the rate that is left at the end, from 0 to 1
 */
public record CosineDecay(double decaySteps, double alpha) implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "cosine",
            "Cosine",
            "ηₜ = η·((1 − alpha)·½·(1 + cos(π·t/decaySteps)) + alpha)",
            "Loshchilov & Hutter 2017, equation 5",
            List.of(Settings.steps("decaySteps", "Decay steps", 100), Settings.share("alpha", "Alpha", 0)),
            values -> new CosineDecay(values.number("decaySteps"), values.number("alpha")));

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double height = step < decaySteps ? wave(step / decaySteps) : 0;
        return base * ((1 - alpha) * height + alpha);
    }

    /** Half a wave: 1 at a share of 0, 0 at a share of 1. */
    static double wave(double share) {
        return 0.5 * (1 + Real.cos(Math.PI * share));
    }
}
