package org.fallline.survey;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Vectors;
import org.fallline.math.Real;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Schedule;
import org.fallline.say.Say;

/**
 * The step that leads on from a state of a walk, taken apart.
 *
 * <p>Where the rule's step grows with the slope, as that of gradient descent with or without momentum, it is the sum of what the
 * gradient wants and of what is added to that:
 *
 * <pre>
 * step = −η·g + rest
 * </pre>
 *
 * <p>The step of another rule, such as Adam, has no part that is −η·g. Beside it is then the way down: −g, as long as the step.
 *
 * <p>η is that of the step, as the schedule has it. A schedule that remembers, as one that waits for a plateau, is replayed over
 * the losses of the walk; where a step sees only a part of the data, it did not see these losses, so η is not known there and
 * the step is not taken apart.
 *
 * @param rate η; not a number where it is not known
 * @param step all of it; zero after the last state of a walk
 * @param down −η·g, or −g as long as the step
 * @param rest of the step, if it is a sum; else empty. No array is to be modified
 * @param restName what the rest is, such as {@code momentum}; empty if there is none, but for rounding
 */
@SuppressWarnings("ArrayRecordComponent")
public record Stride(double rate, double[] step, double[] down, double[] rest, String restName) {
    private static final double[] NONE = {};

    /**
     * The step from a state of a walk.
     *
     * @param descent what walked
     * @param isSampled whether a step sees only a part of the data
     * @param from the step at which time stands; beyond the last state of the walk, that one
     */
    public static Stride of(Descent descent, boolean isSampled, Trajectory walk, int from) {
        int here = Math.min(from, walk.length() - 1);
        boolean isLast = here == walk.length() - 1;
        int n = walk.dimension();
        double[] step = new double[n];
        double[] gradient = walk.gradient(here);
        for (int i = 0; i < n && !isLast; i++) {
            step[i] = walk.param(here + 1, i) - walk.param(here, i);
        }
        double rate = rate(descent, isSampled, walk, here);
        if (!isSum(descent, isSampled)) {
            double length = Vectors.norm(step);
            double steepness = Vectors.norm(gradient);
            double factor = length > 0 && steepness > 0 ? -(length / steepness) : 0;
            return new Stride(rate, step, times(factor, gradient), NONE, "");
        }
        double[] down = times(isLast ? 0 : -rate, gradient);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = step[i] - down[i];
        }
        return new Stride(rate, step, down, rest, restName(descent, n));
    }

    /** Whether steps of this kind are taken apart: the same for every state of a walk. */
    public boolean isSum() {
        return rest.length > 0;
    }

    private static boolean isSum(Descent descent, boolean isSampled) {
        return descent.rule().stepLength() == Optimizer.StepLength.SLOPE && isRateKnown(descent.schedule(), isSampled);
    }

    private static boolean isRateKnown(Schedule schedule, boolean isSampled) {
        return !isSampled || schedule.slots().isEmpty();
    }

    private static double rate(Descent descent, boolean isSampled, Trajectory walk, int here) {
        Schedule schedule = descent.schedule();
        if (!isRateKnown(schedule, isSampled)) {
            return Double.NaN;
        }
        double base = descent.rule().learningRate();
        double[] state = new double[schedule.slots().size()];
        double rate = base;
        for (int i = state.length == 0 ? here : 0; i <= here; i++) {
            rate = schedule.rate(i, base, walk.loss(i), state, 0);
        }
        return rate;
    }

    private static String restName(Descent descent, int parameters) {
        List<String> parts = new ArrayList<>();
        if (!descent.rule().slots(parameters).isEmpty()) {
            parts.add(Say.of("arrow.momentum", "momentum"));
        }
        if (descent.weightDecay() > 0) {
            parts.add(Say.of("arrow.weightDecay", "weight decay"));
        }
        if (!descent.clipping().by().setting().isEmpty()) {
            parts.add(Say.of("arrow.clipping", "clipping"));
        }
        return parts.stream()
                .reduce((before, part) -> Say.of("arrow.and", "{0} and {1}", before, part))
                .orElse("");
    }

    private static double[] times(double factor, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // A factor of zero makes nothing of an infinite slope.
            product[i] = factor == 0 || !Real.isFinite(x[i]) ? 0 : factor * x[i];
        }
        return product;
    }
}
