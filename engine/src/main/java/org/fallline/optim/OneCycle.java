package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;

/**
 * A learning rate that goes up to its set value and then far down, each along half a wave of the cosine.
 *
 * <pre>
 * up:    from η/divFactor to η                               while t ≤ pctStart·totalSteps − 1
 * down:  from η to η/(divFactor·finalDivFactor)              until t = totalSteps − 1, and there it stays
 * </pre>
 *
 * <p>Sources: L. N. Smith, N. Topin, <i>Super-Convergence: Very Fast Training of Neural Networks Using Large Learning
 * Rates</i>, 2018; in the form and with the defaults of PyTorch's {@code OneCycleLR}, but that it leaves momentum alone and
 * does not end. t counts from 0.
 *
 * @param totalSteps at least 1
 * @param pctStart the share of the steps that goes up, from 0 to 1
 * @param divFactor how much lower the rate begins, at least 1
 * @param finalDivFactor how much lower than at its beginning it ends, at least 1
 */
public record OneCycle(double totalSteps, double pctStart, double divFactor, double finalDivFactor)
        implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "oneCycle",
            "One cycle",
            "ηₜ along half a cosine from η/divFactor up to η, then down to η/(divFactor·finalDivFactor)",
            "Smith & Topin 2018",
            List.of(
                    Settings.steps("totalSteps", "Total steps", 100),
                    Settings.share("pctStart", "Share of the rise", 0.3),
                    factor("divFactor", "Begins lower by", 25),
                    factor("finalDivFactor", "Ends lower by", 1e4)),
            values -> new OneCycle(
                    values.number("totalSteps"),
                    values.number("pctStart"),
                    values.number("divFactor"),
                    values.number("finalDivFactor")));

    private static Setting factor(String name, String label, double initial) {
        return new Setting(name, label, "", Setting.Kind.LOGARITHMIC, 1, 1e12, 1, 1e6, initial);
    }

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        double first = base / divFactor;
        double last = first / finalDivFactor;
        double top = pctStart * totalSteps - 1;
        double end = totalSteps - 1;
        if (step <= top) {
            return wave(first, base, top > 0 ? step / top : 1);
        }
        if (step >= end) {
            return last;
        }
        // Where nothing goes up, the way down begins at step 0 and not before it.
        double begin = top > 0 ? top : 0;
        return wave(base, last, (step - begin) / (end - begin));
    }

    private static double wave(double begin, double end, double share) {
        return end + (begin - end) * CosineDecay.wave(share);
    }
}
