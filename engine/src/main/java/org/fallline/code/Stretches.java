package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.OptimizerSpec;

/** The settings of an optimizer in Python: a number each, or what it is from which step on. */
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

    /** Those of the rule and of what goes round it. */
    Stream<Setting> settings() {
        return Stream.concat(spec.values().settings().stream(), spec.around().settings().stream());
    }

    /** Whether a setting of this name changes on the way. */
    boolean isChanging(String setting) {
        return begins.stream().anyMatch(step -> number(setting, step) != number(setting, 0));
    }

    /** Whether a setting of this name is ever other than 0. */
    boolean isUsed(String setting) {
        return begins.stream().anyMatch(step -> number(setting, step) != 0);
    }

    /** The value of a setting at a step, which is an expression counted from 0. */
    String value(String name, String step) {
        if (!isChanging(name)) {
            return first(name);
        }
        List<String> parts = new ArrayList<>();
        double before = Double.NaN;
        for (int begin : begins) {
            double number = number(name, begin);
            if (number != before) {
                parts.add(begin + ": " + text(name, number));
            }
            before = number;
        }
        return "changing({" + String.join(", ", parts) + "}, " + step + ")";
    }

    /** The value that a walk begins with. */
    String first(String name) {
        return text(name, number(name, 0));
    }

    private String text(String name, double number) {
        Setting setting =
                settings().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return PythonWords.value(setting, number);
    }

    private double number(String setting, int step) {
        return spec.at(step).number(setting);
    }
}
