package org.fallline.optim;

import java.util.List;

/**
 * A named part of what a walk remembers.
 *
 * @param name as a reader knows it, such as {@code velocity}
 * @param size how many numbers it is: as many as the parameters if it has one for each, 1 for a scalar
 */
public record Slot(String name, int size) {
    /** The most numbers that a slot of several rows keeps: 32 megabytes. */
    private static final int MOST_NUMBERS = 1 << 22;

    /** One number. */
    public static Slot scalar(String name) {
        return new Slot(name, 1);
    }

    /**
     * A matrix, row-major.
     *
     * @throws IllegalArgumentException if it would be too large to keep
     */
    public static Slot matrix(String name, int rows, int columns) {
        if ((long) rows * columns > MOST_NUMBERS) {
            throw new IllegalArgumentException("too many parameters for this rule: its " + name + " would be " + rows
                    + " × " + columns + " numbers, and at most " + MOST_NUMBERS + " are kept");
        }
        return new Slot(name, rows * columns);
    }

    /** How many numbers all of them are. */
    public static int total(List<Slot> slots) {
        int total = 0;
        for (Slot slot : slots) {
            total += slot.size();
        }
        return total;
    }
}
