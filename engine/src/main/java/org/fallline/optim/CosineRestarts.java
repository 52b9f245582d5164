package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * A learning rate that goes down along half a wave of the cosine, again and again.
 *
 * <pre>
 * ηₜ = η·((1 − alpha)·mMulⁱ·½·(1 + cos(π·share)) + alpha)
 * i is the number of restarts so far: period i has firstDecaySteps·tMulⁱ steps, and share of it is done
 * </pre>
 *
 * <p>Sources: I. Loshchilov, F. Hutter, <i>SGDR: Stochastic Gradient Descent with Warm Restarts</i>, ICLR 2017; Keras's {@code
 * CosineDecayRestarts}; t counts from 0. Where Keras finds i from a logarithm, whose rounding can be off at a restart, the
 * periods are added up here, each once in a walk.
 *
 * @param firstDecaySteps at least 1
 * @param tMul how much longer each period is than the one before, at least 1
 * @param mMul how much of its height each period keeps
 * @param alpha the share of the rate that is left at the end of a period, from 0 to 1
 */
public record CosineRestarts(double firstDecaySteps, double tMul, double mMul, double alpha) implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "cosineRestarts",
            "Cosine with restarts",
            "ηₜ = η·((1 − alpha)·mMulⁱ·½·(1 + cos(π·share)) + alpha), period i of firstDecaySteps·tMulⁱ steps",
            "Loshchilov & Hutter 2017",
            List.of(
                    Settings.steps("firstDecaySteps", "First period", 50),
                    new Setting("tMul", "Longer by", "", Setting.Kind.LINEAR, 1, 10, 1, 4, 2),
                    Settings.share("mMul", "Lower by", 1),
                    Settings.share("alpha", "Alpha", 0)),
            values -> new CosineRestarts(
                    values.number("firstDecaySteps"),
                    values.number("tMul"),
                    values.number("mMul"),
                    values.number("alpha")));

    private static final List<String> SLOTS = List.of("period began", "period", "height");

    @Override
    public List<String> slots() {
        return SLOTS;
    }

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double begin = state[from];
        double period = state[from + 1];
        double height = state[from + 2];
        if (period == 0) {
            period = firstDecaySteps;
            height = 1;
        }
        while (step >= begin + period) {
            begin += period;
            period *= tMul;
            height *= mMul;
        }
        state[from] = begin;
        state[from + 1] = period;
        state[from + 2] = height;
        return base * ((1 - alpha) * height * CosineDecay.wave((step - begin) / period) + alpha);
    }
}
