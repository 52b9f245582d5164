package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.catalogue.Setting;
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
            "return w - alpha * m / ($.sqrt(largest) + epsilon), [m, v, largest{amsgrad}]");

    private static final String THREE = ZEROS + ", " + ZEROS + ", " + ZEROS;

    /**
     * By the names of the catalogue; {@code $} is the library. What is followed by a setting in braces is remembered only where the
     * setting is on, which matters if it changes.
     */
    private static final Map<String, Rule> RULES = Map.of(
            "sgd",
            new Rule(
                    ZEROS,
                    List.of(
                            "v = momentum * s[0] - eta * g",
                            "return (w + momentum * v - eta * g if nesterov and momentum > 0 else w + v), [v{momentum}]")),
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
                            "return w - down, [square, mean{centered}, down{momentum}]")),
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
     * The definitions of {@code start(w)}, {@code update(t, eta, w, g, s)} and {@code clipped(gradients, step)}, with the settings
     * before them.
     *
     * @param library in whose functions they are written: {@code torch} or {@code jnp}
     * @throws UnlistedException if the rule is more than a formula of a parameter and its gradient
     */
    static List<String> lines(OptimizerSpec spec, Stretches stretches, String library) {
        Rule rule = RULES.get(spec.kind());
        if (rule == null) {
            throw new UnlistedException(spec.entry().label() + " is not written out for this library: "
                    + "it is more than a formula of each parameter and its gradient.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("# " + Header.line(spec.optimizer().formula()));
        List<String> changing = new ArrayList<>();
        Map<String, String> remembered = new TreeMap<>();
        for (Setting setting : spec.values().settings()) {
            String name = PythonWords.snake(setting.name());
            boolean isChanging = stretches.isChanging(setting.name());
            remembered.put("{" + name + "}", isChanging ? " * (" + name + " > 0)" : "");
            if (setting.name().equals("learningRate")) {
                continue; // it comes as eta
            }
            // What a walk begins with is of no more consequence later.
            if (isChanging && !rule.state().contains(name)) {
                changing.add("    " + name + " = " + stretches.value(setting.name(), "t - 1"));
            } else {
                lines.add(name + " = " + stretches.first(setting.name()));
            }
        }
        lines.addAll(List.of("", "", "def start(w):", "    return [" + rule.state() + "]", "", ""));
        lines.add("def update(t, eta, w, g, s):");
        lines.addAll(changing);
        if (stretches.isUsed("weightDecay")) {
            lines.add("    w = w - w * " + stretches.value("weightDecay", "t - 1") + " * eta");
        }
        for (String line : rule.update()) {
            String written = line;
            for (Map.Entry<String, String> each : remembered.entrySet()) {
                written = written.replace(each.getKey(), each.getValue());
            }
            lines.add("    " + written);
        }
        lines.addAll(List.of("", ""));
        lines.addAll(clipping(stretches));
        lines.replaceAll(line -> line.replace("$", library));
        return lines;
    }

    /** The definition of {@code clipped(gradients, step)}. */
    private static List<String> clipping(Stretches stretches) {
        List<String> lines = new ArrayList<>();
        lines.add("def clipped(gradients, step):");
        clip(stretches, "clipValue", lines, "[$.clip(g, -limit, limit) for g in gradients]");
        clip(stretches, "clipNorm", lines, "[g * limit / max(math.sqrt($.sum(g * g)), limit) for g in gradients]");
        clip(
                stretches,
                "globalClipNorm",
                lines,
                "[g * limit / max(math.sqrt(sum(float($.sum(h * h)) for h in gradients)), limit) for g in gradients]");
        lines.add("    return gradients");
        return lines;
    }

    private static void clip(Stretches stretches, String name, List<String> lines, String clipped) {
        if (stretches.isUsed(name)) {
            lines.add("    limit = " + stretches.value(name, "step"));
            lines.add("    if limit > 0:");
            lines.add("        return " + clipped);
        }
    }
}
