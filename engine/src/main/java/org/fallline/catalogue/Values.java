package org.fallline.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Decimal;

/**
 * A number for every setting of an entry.
 *
 * @param settings in order
 * @param numbers one a setting, each in its range
 */
public record Values(List<Setting> settings, List<Double> numbers) {
    public Values {
        settings = List.copyOf(settings);
        // −0 becomes 0: no setting tells them apart, so neither may the equality of two experiments.
        numbers = numbers.stream().map(number -> number + 0.0).toList();
        for (int i = 0; i < settings.size(); i++) {
            settings.get(i).require(numbers.get(i));
        }
    }

    /** Every setting at its initial number. */
    public static Values initial(List<Setting> settings) {
        return new Values(settings, settings.stream().map(Setting::initial).toList());
    }

    /** Whether there is a setting of this name. */
    public boolean has(String name) {
        return settings.stream().anyMatch(setting -> setting.name().equals(name));
    }

    /** The number of this setting. */
    public double number(String name) {
        return numbers.get(index(name));
    }

    /** Whether this setting is on. */
    public boolean flag(String name) {
        return number(name) != 0;
    }

    /**
     * The same values but for one.
     *
     * @throws IllegalArgumentException if the number is out of range, saying the range
     */
    public Values with(String name, double value) {
        List<Double> changed = new ArrayList<>(numbers);
        changed.set(index(name), value);
        return new Values(settings, changed);
    }

    /** A formula with the numbers of the settings in place of their symbols. */
    public String fill(String formula) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < formula.length()) {
            int longest = -1;
            for (int i = 0; i < settings.size(); i++) {
                String symbol = settings.get(i).symbol();
                if (!symbol.isEmpty()
                        && formula.startsWith(symbol, at)
                        && (longest < 0
                                || symbol.length()
                                        > settings.get(longest).symbol().length())) {
                    longest = i;
                }
            }
            if (longest < 0) {
                out.append(formula.charAt(at));
                at++;
            } else {
                out.append(Decimal.text(numbers.get(longest)));
                at += settings.get(longest).symbol().length();
            }
        }
        return Decimal.typeset(out.toString());
    }

    private int index(String name) {
        for (int i = 0; i < settings.size(); i++) {
            if (settings.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no setting \"" + name + "\"");
    }
}
