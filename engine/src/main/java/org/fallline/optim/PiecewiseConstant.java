package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Setting.Kind;

/**
 * A learning rate that falls in two steps.
 *
 * <pre>
 * ηₜ = η                for t ≤ boundary1
 * ηₜ = η·factor1        for boundary1 &lt; t ≤ boundary2
 * ηₜ = η·factor2        for t beyond both
 * </pre>
 *
 * <p>Keras's {@code PiecewiseConstantDecay} of two boundaries, with values η, η·factor1 and η·factor2; t counts from 0. The
 * defaults are a tenth at half and a hundredth at three quarters of 100 steps, as K. He et al., <i>Deep Residual Learning for
 * Image Recognition</i>, 2015, section 4.2, trained. Steps of equal length are {@link ExponentialDecay}'s staircase.
 *
 * @param boundary1 the last step of the full rate
 * @param factor1 what is left of the rate after it
 * @param boundary2 the last step of the middle rate
 * @param factor2 what is left of the rate after both
 */
public record PiecewiseConstant(double boundary1, double factor1, double boundary2, double factor2)
        implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "piecewise",
            "Steps",
            "ηₜ = η up to the first boundary, η·factor1 up to the second, then η·factor2",
            "Keras's PiecewiseConstantDecay; He et al. 2015",
            List.of(
                    new Setting("boundary1", "First boundary", "", Kind.WHOLE, 0, 1e6, 0, 1000, 50),
                    Settings.share("factor1", "Factor after it", 0.1),
                    new Setting("boundary2", "Second boundary", "", Kind.WHOLE, 0, 1e6, 0, 1000, 75),
                    Settings.share("factor2", "Factor after it", 0.01)),
            values -> new PiecewiseConstant(
                    values.number("boundary1"),
                    values.number("factor1"),
                    values.number("boundary2"),
                    values.number("factor2")));

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        if (step <= boundary1) {
            return base;
        }
        return base * (step <= boundary2 ? factor1 : factor2);
    }
}
