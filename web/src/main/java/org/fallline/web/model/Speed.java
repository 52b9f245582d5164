package org.fallline.web.model;

import org.fallline.experiment.Spelled;

/** How fast time runs, in multiples of the usual speed. */
public enum Speed implements Spelled {
    TENTH("0.1", 0.1),
    QUARTER("0.25", 0.25),
    HALF("0.5", 0.5),
    USUAL("1", 1),
    DOUBLE("2", 2),
    FOUR_TIMES("4", 4),
    TEN_TIMES("10", 10);

    private final String text;
    private final double factor;

    Speed(String text, double factor) {
        this.text = text;
        this.factor = factor;
    }

    @Override
    public String text() {
        return text;
    }

    public double factor() {
        return factor;
    }

    /** The next slower one, if there is one. */
    public Speed slower() {
        return neighbour(-1);
    }

    /** The next faster one, if there is one. */
    public Speed faster() {
        return neighbour(1);
    }

    private Speed neighbour(int direction) {
        Speed[] all = values();
        for (int i = 0; i < all.length; i++) {
            if (all[i] == this) {
                return all[Math.max(0, Math.min(all.length - 1, i + direction))];
            }
        }
        return this;
    }
}
