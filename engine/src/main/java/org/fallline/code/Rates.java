package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.ScheduleSpec;

/** Learning-rate schedules as a function of Python, which every library can be given. */
final class Rates {
    private static final String WAVE = "    return 0.5 * (1.0 + math.cos(math.pi * share))";

    /** By the names of the catalogue: what computes the rate of a step, counted from 0, of the rate {@code base}. */
    private static final Map<String, List<String>> BODIES = Map.of(
            "constant",
            List.of("return base"),
            "piecewise",
            List.of("return base if step <= boundary1 else base * (factor1 if step <= boundary2 else factor2)"),
            "exponential",
            List.of(
                    "periods = step / decay_steps",
                    "return base * decay_rate ** (math.floor(periods) if staircase else periods)"),
            "polynomial",
            List.of(
                    "periods = step / decay_steps",
                    "share = (periods / math.ceil(periods) if step else 0.0) if cycle else min(periods, 1.0)",
                    "return (base - end_learning_rate) * (1.0 - share) ** power + end_learning_rate"),
            "inverseTime",
            List.of(
                    "periods = step / decay_steps",
                    "return base / (1.0 + decay_rate * (math.floor(periods) if staircase else periods))"),
            "cosine",
            List.of(
                    "height = wave(step / decay_steps) if step < decay_steps else 0.0",
                    "return base * ((1.0 - alpha) * height + alpha)"),
            "cosineRestarts",
            List.of(
                    "begin, period, height = 0.0, first_decay_steps, 1.0",
                    "while step >= begin + period:",
                    "    begin, period, height = begin + period, period * t_mul, height * m_mul",
                    "return base * ((1.0 - alpha) * height * wave((step - begin) / period) + alpha)"),
            "oneCycle",
            List.of(
                    "first = base / div_factor",
                    "last = first / final_div_factor",
                    "top, end = pct_start * total_steps - 1.0, total_steps - 1.0",
                    "if step <= top:",
                    "    return base + (first - base) * wave(step / top if top > 0 else 1.0)",
                    "if step >= end:",
                    "    return last",
                    "begin = max(top, 0.0)",
                    "return last + (base - last) * wave((step - begin) / (end - begin))"));

    private Rates() {}

    /**
     * The definition of {@code rate(step)}.
     *
     * @param learningRate that the schedule begins with, as an expression of {@code step}
     * @throws UnlistedException if a rate depends on more than the number of the step
     */
    static List<String> lines(ScheduleSpec schedule, String learningRate) {
        List<String> body = BODIES.get(schedule.kind());
        if (body == null) {
            throw new UnlistedException("The schedule \"" + schedule.kind()
                    + "\" looks at the losses of the steps before, which this program does not keep.");
        }
        List<String> lines = new ArrayList<>();
        if (body.stream().anyMatch(line -> line.contains("wave("))) {
            lines.add("def wave(share):");
            lines.add(WAVE);
            lines.add("");
            lines.add("");
        }
        lines.add("def rate(step):");
        lines.add("    base = " + learningRate);
        double warmup = 0;
        for (Setting setting : schedule.values().settings()) {
            double value = schedule.values().number(setting.name());
            if (setting.name().equals("warmupSteps")) {
                warmup = value;
            } else {
                lines.add("    " + PythonWords.snake(setting.name()) + " = " + PythonWords.value(setting, value));
            }
        }
        if (warmup > 0) {
            String steps = Literals.finite(warmup);
            lines.add("    if step < " + steps + ":");
            lines.add("        return base * step / " + steps);
            lines.add("    step = step - " + steps);
        }
        body.forEach(line -> lines.add("    " + line));
        return lines;
    }
}
