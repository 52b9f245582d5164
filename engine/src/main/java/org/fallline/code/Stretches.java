package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.OptimizerSpec;

/** The settings of an optimizer in Python: a number, or what it is from which step on. */
final class Stretches {
    private final OptimizerSpec spec;
    private final List<Integer> begins = new ArrayList<>(List.of(0));

    Stretches(OptimizerSpec spec) {
        this.spec = spec;
        spec.changes().forEach(change -> begins.add(change.step()));
    }

    /** The definition of what {@link #value} uses; empty if nothing changes. */
    List<String> definition() {
        return begins.size() == 1
                ? List.of()
                : List.of(
                        "def changing(values, step):",
                        "    \"\"\"The value that holds from the last step that is not after this one.\"\"\"",
                        "    return values[max(first for first in values if first <= step)]",
                        "",
                        "");
    }

    /** Whether a setting changes on the way. */
    boolean isChanging(Setting setting) {
        return begins.stream().anyMatch(step -> number(setting, step) != number(setting, 0));
    }

    /** Whether a setting is ever other than 0. */
    boolean isUsed(Setting setting) {
        return begins.stream().anyMatch(step -> number(setting, step) != 0);
    }

    /** The value of a setting at a step, which is an expression counted from 0. */
    String value(Setting setting, String step) {
        if (!isChanging(setting)) {
            return PythonWords.value(setting, number(setting, 0));
        }
        List<String> parts = new ArrayList<>();
        double before = Double.NaN;
        for (int begin : begins) {
            double number = number(setting, begin);
            if (number != before) {
                parts.add(begin + ": " + PythonWords.value(setting, number));
            }
            before = number;
        }
        return "changing({" + String.join(", ", parts) + "}, " + step + ")";
    }

    private double number(Setting setting, int step) {
        return spec.at(step).number(setting.name());
    }
}
