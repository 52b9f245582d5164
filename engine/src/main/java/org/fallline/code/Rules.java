package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.experiment.OptimizerSpec;

/**
 * Update rules in Python, written out as this engine executes them, for one parameter tensor at a time: {@code w}, its gradient
 * {@code g}, what the rule remembers {@code s}, the learning rate {@code eta} of the step and its number {@code t} from 1.
 */
final class Rules {
    private record Rule(String state, List<String> update) {}

    private static final String ZEROS = "$.zeros_like(w)";

    private static final List<String> ADAM = List.of(
            "m = s[0] + (g - s[0]) * (1 - beta1)",
            "v = s[1] + (g * g - s[1]) * (1 - beta2)",
            "largest = $.maximum(s[2], v) if amsgrad else v",
            "alpha = eta * math.sqrt(1 - beta2**t) / (1 - beta1**t)",
            "return w - alpha * m / ($.sqrt(largest) + epsilon), [m, v, largest]");

    private static final String THREE = ZEROS + ", " + ZEROS + ", " + ZEROS;

    /** By the names of the catalogue; {@code $} is the library. */
    private static final Map<String, Rule> RULES = Map.of(
            "sgd",
            new Rule(
                    ZEROS,
                    List.of(
                            "v = momentum * s[0] - eta * g",
                            "return (w + momentum * v - eta * g if nesterov and momentum > 0 else w + v), [v]")),
            "adagrad",
            new Rule(
                    "$.full_like(w, initial_accumulator_value)",
                    List.of("total = s[0] + g * g", "return w - eta * g / $.sqrt(total + epsilon), [total]")),
            "rmsprop",
            new Rule(
                    THREE,
                    List.of(
                            "square = rho * s[0] + (1 - rho) * g * g",
                            "mean = rho * s[1] + (1 - rho) * g",
                            "spread = $.clip(square - mean * mean, 0.0, None) if centered else square",
                            "down = eta * g / $.sqrt(spread + epsilon) + momentum * s[2]",
                            "return w - down, [square, mean, down]")),
            "adadelta",
            new Rule(
                    ZEROS + ", " + ZEROS,
                    List.of(
                            "square = rho * s[0] + (1 - rho) * g * g",
                            "d = -g * $.sqrt(s[1] + epsilon) / $.sqrt(square + epsilon)",
                            "return w + eta * d, [square, rho * s[1] + (1 - rho) * d * d]")),
            "adam",
            new Rule(THREE, ADAM),
            "adamw",
            new Rule(THREE, ADAM),
            "adamax",
            new Rule(
                    ZEROS + ", " + ZEROS,
                    List.of(
                            "m = s[0] + (g - s[0]) * (1 - beta1)",
                            "u = $.maximum(beta2 * s[1], $.abs(g))",
                            "return w - eta * m / ((1 - beta1**t) * (u + epsilon)), [m, u]")),
            "nadam",
            new Rule(
                    ZEROS + ", " + ZEROS + ", 1.0",
                    List.of(
                            "mu = beta1 * (1 - 0.5 * 0.96**t)",
                            "following = beta1 * (1 - 0.5 * 0.96 ** (t + 1))",
                            "p = s[2] * mu",
                            "m = s[0] + (g - s[0]) * (1 - beta1)",
                            "v = s[1] + (g * g - s[1]) * (1 - beta2)",
                            "ahead = following / (1 - p * following) * m + (1 - mu) / (1 - p) * g",
                            "return w - eta * ahead / ($.sqrt(v / (1 - beta2**t)) + epsilon), [m, v, p]")),
            "lion",
            new Rule(
                    ZEROS,
                    List.of(
                            "way = $.sign(beta1 * s[0] + (1 - beta1) * g)",
                            "return w - eta * way, [beta2 * s[0] + (1 - beta2) * g]")));

    private Rules() {}

    /**
     * The definitions of {@code start(w)} and {@code update(t, eta, w, g, s)}, with the settings before them.
     *
     * @param library in whose functions they are written: {@code torch} or {@code jnp}
     * @throws UnlistedException if the rule is more than a formula of a parameter and its gradient
     */
    static List<String> lines(OptimizerSpec spec, String library) {
        Rule rule = RULES.get(spec.kind());
        if (rule == null) {
            throw new UnlistedException(spec.entry().label() + " is not written out for this library: "
                    + "it is more than a formula of each parameter and its gradient.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("# " + Header.line(spec.optimizer().formula()));
        Values values = spec.values();
        for (Setting setting : values.settings()) {
            if (!setting.name().equals("learningRate")) {
                lines.add(PythonWords.snake(setting.name()) + " = "
                        + PythonWords.value(setting, values.number(setting.name())));
            }
        }
        lines.addAll(List.of("", "", "def start(w):", "    return [" + rule.state() + "]", "", ""));
        lines.add("def update(t, eta, w, g, s):");
        double decay = values.has("weightDecay")
                ? values.number("weightDecay")
                : spec.around().number("weightDecay");
        if (decay > 0) {
            lines.add("    w = w - w * " + Literals.finite(decay) + " * eta");
        }
        rule.update().forEach(line -> lines.add("    " + line));
        lines.addAll(List.of("", ""));
        lines.addAll(clipping(spec.around()));
        lines.replaceAll(line -> line.replace("$", library));
        return lines;
    }

    /** The definition of {@code clipped(gradients)}. */
    private static List<String> clipping(Values around) {
        List<String> lines = new ArrayList<>();
        lines.add("def clipped(gradients):");
        if (around.number("clipValue") > 0) {
            String limit = Literals.finite(around.number("clipValue"));
            lines.add("    return [$.clip(g, -" + limit + ", " + limit + ") for g in gradients]");
        } else if (around.number("clipNorm") > 0) {
            String limit = Literals.finite(around.number("clipNorm"));
            lines.add(
                    "    return [g * " + limit + " / max(math.sqrt($.sum(g * g)), " + limit + ") for g in gradients]");
        } else if (around.number("globalClipNorm") > 0) {
            String limit = Literals.finite(around.number("globalClipNorm"));
            lines.add("    norm = math.sqrt(sum(float($.sum(g * g)) for g in gradients))");
            lines.add("    return [g * " + limit + " / max(norm, " + limit + ") for g in gradients]");
        } else {
            return List.of("def clipped(gradients):", "    return gradients");
        }
        return lines;
    }
}
