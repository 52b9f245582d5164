package org.fallline.web.model;

import java.util.List;
import org.fallline.experiment.Spelled;
import org.fallline.math.Decimal;

/** How fast time runs, in multiples of the usual speed. */
public enum Speed implements Spelled {
    TENTH(0.1),
    QUARTER(0.25),
    HALF(0.5),
    USUAL(1),
    DOUBLE(2),
    FOUR_TIMES(4),
    TEN_TIMES(10);

    private static final List<Speed> ALL = List.of(values());

    private final double factor;

    Speed(double factor) {
        this.factor = factor;
    }

    @Override
    public String text() {
        return Decimal.text(factor);
    }

    public double factor() {
        return factor;
    }

    /** The next slower one, if there is one. */
    public Speed slower() {
        return ALL.get(Math.max(0, ALL.indexOf(this) - 1));
    }

    /** The next faster one, if there is one. */
    public Speed faster() {
        return ALL.get(Math.min(ALL.size() - 1, ALL.indexOf(this) + 1));
    }
}
