package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;

/**
 * An update rule with all that goes round it.
 *
 * <pre>
 * η ← schedule(t)
 * g ← clipping(g)                    a copy
 * w ← w − η·λ·w                      if the weight decay λ is not 0
 * w ← rule(w, g)
 * a ← μ·a + (1 − μ)·w                if the averaging μ is not 0; a = w after the first step
 * </pre>
 *
 * <p>The order is that of Keras's {@code Optimizer.apply}. Sources: {@link Clipping}; I. Loshchilov, F. Hutter, <i>Decoupled
 * Weight Decay Regularization</i>, ICLR 2019; B. T. Polyak, A. B. Juditsky, <i>Acceleration of Stochastic Approximation by
 * Averaging</i>, 1992, for averaged iterates, here weighted as Keras's {@code use_ema} does.
 *
 * <p>The state is the rule's slots, then those of what is used here:
 *
 * <pre>
 * state = rule's slots | clipped gradient? | average? | learning rate? | schedule's slots
 * </pre>
 *
 * @param rule the update
 * @param clipping of the gradient that the rule sees
 * @param weightDecay λ, at least 0
 * @param emaMomentum μ, from 0 up to but not including 1; 0 keeps no average
 * @param schedule of the learning rate
 */
public record Descent(Optimizer rule, Clipping clipping, double weightDecay, double emaMomentum, Schedule schedule) {

    private static final double MOST_LIMIT = 1e12;

    /** What can be set beside the rule's own settings; all are off at first. */
    public static final List<Setting> SETTINGS = List.of(
            Settings.weightDecay(0),
            limit(Clipping.By.VALUE, "Clip by value"),
            limit(Clipping.By.NORM, "Clip by norm"),
            limit(Clipping.By.GLOBAL_NORM, "Clip by global norm"),
            Settings.mean("emaMomentum", "Averaging", "μ", 0));

    private static final List<Clipping.By> CLIPPINGS =
            List.of(Clipping.By.VALUE, Clipping.By.NORM, Clipping.By.GLOBAL_NORM);

    private static Setting limit(Clipping.By by, String label) {
        return new Setting(by.setting(), label, "", Setting.Kind.LOGARITHMIC, 0, MOST_LIMIT, 1e-3, 1e3, 0);
    }

    /** A rule with nothing round it. */
    public static Descent of(Optimizer rule) {
        return new Descent(rule, Clipping.NONE, 0, 0, new ConstantRate());
    }

    /**
     * A rule with these settings.
     *
     * @param around a number for each of {@link #SETTINGS}
     * @throws IllegalArgumentException if the gradient would be clipped in more than one way
     */
    public static Descent of(Optimizer rule, Values around, Schedule schedule) {
        Clipping clipping = Clipping.NONE;
        for (Clipping.By by : CLIPPINGS) {
            double limit = around.number(by.setting());
            if (limit > 0 && clipping.limits()) {
                throw new IllegalArgumentException("a gradient is clipped in one way: by "
                        + clipping.by().setting() + " or by " + by.setting() + ", not both");
            }
            clipping = limit > 0 ? new Clipping(by, limit) : clipping;
        }
        return new Descent(
                rule, clipping, around.number(Settings.WEIGHT_DECAY), around.number("emaMomentum"), schedule);
    }

    private boolean averages() {
        return emaMomentum > 0;
    }

    private boolean isScheduled() {
        return !(schedule instanceof ConstantRate);
    }

    /** What a walk with so many parameters remembers, in the order in which it lies in the state. */
    public List<Slot> slots(int parameters) {
        List<Slot> slots = new ArrayList<>(rule.slots(parameters));
        if (clipping.limits()) {
            slots.add(new Slot("clipped gradient", parameters));
        }
        if (averages()) {
            slots.add(new Slot("average", parameters));
        }
        if (isScheduled()) {
            slots.add(Slot.scalar("learning rate"));
            schedule.slots().forEach(name -> slots.add(Slot.scalar(name)));
        }
        return slots;
    }

    /** The state before the first step: a new array, slot by slot. */
    public double[] initialState(int parameters) {
        double[] own = rule.initialState(parameters);
        double[] state = new double[Slot.total(slots(parameters))];
        System.arraycopy(own, 0, state, 0, own.length);
        if (isScheduled()) {
            state[rateAt(state)] = rule.learningRate();
        }
        return state;
    }

    /**
     * The state with which this goes on from where another one has come: what both remember, by name and size, stays; the rest is as
     * before the first step.
     *
     * @param state the other one's, not modified
     */
    public double[] goOn(Descent before, double[] state, int parameters) {
        double[] next = initialState(parameters);
        int at = 0;
        for (Slot slot : slots(parameters)) {
            int from = 0;
            for (Slot old : before.slots(parameters)) {
                if (old.equals(slot)) {
                    System.arraycopy(state, from, next, at, slot.size());
                }
                from += old.size();
            }
            at += slot.size();
        }
        return next;
    }

    // What goes round the rule lies behind the rule's own slots, so it is found from the end: no list is made in a
    // step.
    private int rateAt(double[] state) {
        return state.length - (isScheduled() ? 1 + schedule.slots().size() : 0);
    }

    /**
     * Makes one step. Allocates nothing.
     *
     * @param t the number of the step, from 1
     * @param loss at the parameters
     * @param params the parameters; modified
     * @param gradient the gradient at the parameters, equally long; not modified
     * @param state as {@link #initialState} and the steps before left it; modified
     * @param scratch as long as the parameters; modified, and of no meaning between steps
     * @param objective what is descended
     */
    public void step(
            int t,
            double loss,
            double[] params,
            double[] gradient,
            double[] state,
            double[] scratch,
            Objective objective) {
        int n = params.length;
        int rateAt = rateAt(state);
        int averageAt = rateAt - (averages() ? n : 0);
        double rate = rule.learningRate();
        if (isScheduled()) {
            rate = schedule.rate(t - 1, rate, loss, state, rateAt + 1);
            state[rateAt] = rate;
        }
        double[] seen = gradient;
        if (clipping.limits()) {
            clipping.apply(gradient, scratch, objective.segments());
            System.arraycopy(scratch, 0, state, averageAt - n, n);
            seen = scratch;
        }
        if (weightDecay > 0) {
            for (int i = 0; i < n; i++) {
                params[i] -= params[i] * weightDecay * rate;
            }
        }
        rule.step(t, rate, params, seen, state, objective);
        if (averages()) {
            double momentum = t == 1 ? 0 : emaMomentum;
            for (int i = 0; i < n; i++) {
                state[averageAt + i] = momentum * state[averageAt + i] + (1 - momentum) * params[i];
            }
        }
    }
}
