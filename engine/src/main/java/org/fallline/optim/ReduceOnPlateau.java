package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Setting.Kind;
import org.fallline.math.Real;

/**
 * A learning rate that falls when the loss has not for a while.
 *
 * <pre>
 * a loss below best − minDelta:  best ← loss, wait ← 0
 * else, if no cooldown is under way:  wait ← wait + 1;  at patience:  rate ← max(rate·factor, minLr), wait ← 0,
 *                                     and a cooldown begins
 * </pre>
 *
 * <p>Source: Keras's {@code ReduceLROnPlateau}, which looks once an epoch; here every step is one, and the loss is that where
 * the step begins, so that the step itself already has the lower rate.
 *
 * @param factor what is left of the rate, from 0 to 1
 * @param patience after how many losses that are not better, at least 1
 * @param minDelta by how much a loss must be lower to be better, at least 0
 * @param cooldown how many losses are not counted after the rate fell
 * @param minLr below which the rate does not fall
 */
public record ReduceOnPlateau(double factor, double patience, double minDelta, double cooldown, double minLr)
        implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "plateau",
            "Reduce on plateau",
            "η ← max(η·factor, minLr) when the loss has not fallen by minDelta for patience steps",
            "Keras 2015, ReduceLROnPlateau",
            List.of(
                    Settings.share("factor", "Factor", 0.1),
                    Settings.steps("patience", "Patience", 10),
                    new Setting("minDelta", "Least fall", "", Kind.LOGARITHMIC, 0, 1e6, 1e-8, 1, 1e-4),
                    new Setting("cooldown", "Cooldown", "", Kind.WHOLE, 0, 1e6, 0, 100, 0),
                    new Setting("minLr", "Least rate", "", Kind.LOGARITHMIC, 0, 1e6, 1e-8, 1, 0)),
            values -> new ReduceOnPlateau(
                    values.number("factor"),
                    values.number("patience"),
                    values.number("minDelta"),
                    values.number("cooldown"),
                    values.number("minLr")));

    private static final List<String> SLOTS = List.of("reduced rate", "best loss", "steps waited", "cooldown left");

    @Override
    public List<String> slots() {
        return SLOTS;
    }

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        if (step == 0) {
            state[from] = base;
            state[from + 1] = Double.POSITIVE_INFINITY;
        }
        double rate = state[from];
        double best = state[from + 1];
        double waited = state[from + 2];
        double left = state[from + 3];
        if (left > 0) {
            left--;
            waited = 0;
        }
        if (loss < best - minDelta) {
            best = loss;
            waited = 0;
        } else if (left == 0) {
            waited++;
            if (waited >= patience && rate > minLr) {
                rate = Real.max(rate * factor, minLr);
                left = cooldown;
                waited = 0;
            }
        }
        state[from] = rate;
        state[from + 1] = best;
        state[from + 2] = waited;
        state[from + 3] = left;
        return rate;
    }
}
