package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Preset;
import org.fallline.catalogue.Setting;

/**
 * Gradient descent, with momentum if it is not 0.
 *
 * <pre>
 * without momentum:  w ← w − η·g
 * with momentum:     v ← μ·v − η·g,   w ← w + v
 * with Nesterov:     v ← μ·v − η·g,   w ← w + μ·v − η·g
 * </pre>
 *
 * <p>Sources: B. T. Polyak, <i>Some methods of speeding up the convergence of iteration methods</i>, 1964; I. Sutskever et al.,
 * <i>On the importance of initialization and momentum in deep learning</i>, ICML 2013; the form is that of Keras's SGD.
 *
 * @param learningRate η, at least 0
 * @param momentum μ, from 0 to 1
 * @param nesterov whether the gradient counts as taken after the momentum's move
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
    static final Entry<Optimizer> ENTRY = new Entry<>(
            "sgd",
            "SGD",
            "v ← μ·v − η·g,  w ← w + v  (w ← w − η·g without momentum)",
            "Polyak 1964; Sutskever et al. 2013",
            List.of(
                    Settings.learningRate(0.01),
                    Settings.decay("momentum", "Momentum", "μ", 0),
                    Setting.flag("nesterov", "Nesterov", "")),
            List.of(new Preset("Momentum", "momentum", 0.9)),
            values -> new Sgd(values.number("learningRate"), values.number("momentum"), values.flag("nesterov")));

    @Override
    public List<Slot> slots(int parameters) {
        return momentum == 0 ? List.of() : List.of(new Slot("velocity", parameters));
    }

    @Override
    public String formula() {
        if (momentum == 0) {
            return "w ← w − η·g";
        }
        return nesterov ? "v ← μ·v − η·g,  w ← w + μ·v − η·g" : "v ← μ·v − η·g,  w ← w + v";
    }

    @Override
    public void step(int t, double rate, double[] params, double[] gradient, double[] state, Objective objective) {
        if (momentum == 0) {
            for (int i = 0; i < params.length; i++) {
                params[i] -= rate * gradient[i];
            }
        } else {
            for (int i = 0; i < params.length; i++) {
                double down = rate * gradient[i];
                double velocity = momentum * state[i] - down;
                state[i] = velocity;
                params[i] += nesterov ? momentum * velocity - down : velocity;
            }
        }
    }
}
