package org.fallline.web.view;

import org.fallline.experiment.OptimizerSpec;
import org.fallline.math.Decimal;
import org.fallline.optim.Schedule;

/** An optimizer's update rule as it is executed, with the present numbers in it. */
final class RuleText {
    private static final String RATE = "learningRate";
    private static final int DIGITS = 4;

    private RuleText() {}

    /**
     * The rule, an update a line.
     *
     * @param spec as it is at the step
     */
    static String of(OptimizerSpec spec, int step) {
        OptimizerSpec present = spec;
        Schedule schedule = spec.schedule().schedule();
        // What a schedule makes of the losses so far is known to the walk alone.
        if (schedule.slots().isEmpty()) {
            double rate = schedule.rate(step, spec.number(RATE), Double.NaN, new double[0], 0);
            present = spec.with(RATE, Decimal.parse(Decimal.text(rate, DIGITS)));
        }
        String formula = spec.optimizer().formula();
        StringBuilder lines = new StringBuilder();
        String filled = present.values().fill(formula);
        int from = 0;
        for (int end = filled.indexOf(",  "); end >= 0; end = filled.indexOf(",  ", from)) {
            lines.append(filled, from, end).append('\n');
            from = end + 3;
        }
        return lines.append(filled, from, filled.length()).toString();
    }
}
