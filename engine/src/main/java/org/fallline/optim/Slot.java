package org.fallline.optim;

import java.util.List;

/**
 * A named part of what a walk remembers.
 *
 * @param name as a reader knows it, such as {@code velocity}
 * @param size how many numbers it is: as many as the parameters if it has one for each, 1 for a scalar
 */
public record Slot(String name, int size) {
    /** Beyond so many parameters a matrix of n × n numbers is no longer kept: 32 megabytes. */
    public static final int MOST_MATRIX_ROWS = 2048;

    /** One number. */
    public static Slot scalar(String name) {
        return new Slot(name, 1);
    }

    /**
     * A matrix of n × n numbers, row-major.
     *
     * @throws IllegalArgumentException if it would be too large to keep
     */
    public static Slot matrix(String name, int n) {
        if (n > MOST_MATRIX_ROWS) {
            throw new IllegalArgumentException("a rule that keeps a matrix (" + name + ") takes at most "
                    + MOST_MATRIX_ROWS + " parameters, not " + n);
        }
        return new Slot(name, n * n);
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
