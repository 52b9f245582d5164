package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Setting;

/**
 * A schedule that begins after its learning rate has grown in a straight line from 0.
 *
 * <pre>
 * ηₜ = η·t / warmupSteps             for t below warmupSteps
 * ηₜ = schedule(t − warmupSteps)     from then on
 * </pre>
 *
 * <p>t counts from 0, so the first step stands still. Source: P. Goyal et al., <i>Accurate, Large Minibatch SGD</i>, 2017,
 * section 2.2; in the form of Keras's {@code CosineDecay} with {@code warmup_steps} from an initial rate of 0.
 *
 * @param steps how many steps the learning rate grows, at least 1
 * @param schedule what follows
 */
public record Warmup(int steps, Schedule schedule) implements Schedule {
    /** The setting that every schedule of the catalogue has; 0 is no warm-up. */
    static final Setting SETTING =
            new Setting("warmupSteps", "Warm-up steps", "", Setting.Kind.WHOLE, 0, 1e6, 0, 200, 0);

    @Override
    public List<String> slots() {
        return schedule.slots();
    }

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        return step < steps ? base * step / steps : schedule.rate(step - steps, base, loss, state, from);
    }
}
