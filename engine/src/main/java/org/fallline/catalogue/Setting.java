package org.fallline.catalogue;

import org.fallline.math.Decimal;

/**
 * A hyper-parameter: its names and its ranges.
 *
 * @param name as the experiment's JSON spells it (Keras's name, in camel case)
 * @param label as a reader sees it
 * @param symbol as formulas write it
 * @param kind how it is written and edited
 * @param least the smallest number that makes sense
 * @param most the largest number that makes sense
 * @param usualLeast where a slider begins
 * @param usualMost where a slider ends
 * @param initial what it is when nothing is said
 */
public record Setting(
        String name,
        String label,
        String symbol,
        Kind kind,
        double least,
        double most,
        double usualLeast,
        double usualMost,
        double initial) {

    /** The largest number below 1: as {@code most}, it keeps out 1 itself. */
    public static final double BELOW_ONE = 1 - 0x1p-53;

    /** How a setting is written in JSON and edited on a page. */
    public enum Kind {
        /** A number on an even scale. */
        LINEAR,
        /** A positive number on a logarithmic scale. */
        LOGARITHMIC,
        /** A whole number on an even scale. */
        WHOLE,
        /** True or false, held as 1 or 0. */
        FLAG
    }

    /** A switch that is off unless it is said. */
    public static Setting flag(String name, String label, String symbol) {
        return new Setting(name, label, symbol, Kind.FLAG, 0, 1, 0, 1, 0);
    }

    /** Whether the number is in range. */
    public boolean admits(double value) {
        boolean countable = kind == Kind.FLAG || kind == Kind.WHOLE;
        return value >= least && value <= most && (!countable || value == Math.floor(value));
    }

    /**
     * Refuses a number that is out of range.
     *
     * @throws IllegalArgumentException saying the range
     */
    public void require(double value) {
        if (!admits(value)) {
            throw new IllegalArgumentException(name + " is " + Decimal.text(value) + " but must be " + range());
        }
    }

    /** The range in words: {@code "a number from 0 to 1"}. */
    public String range() {
        if (kind == Kind.FLAG) {
            return "true or false";
        }
        String end = most == BELOW_ONE ? " up to but not including 1" : " to " + Decimal.text(most);
        return (kind == Kind.WHOLE ? "a whole number from " : "a number from ") + Decimal.text(least) + end;
    }
}
