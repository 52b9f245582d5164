package org.fallline.server.preview;

import java.time.Duration;

/**
 * How much a picture may cost. Engine code knows neither time nor memory limits, so whoever calls it in a loop asks in
 * between.
 *
 * @param end when the time is over, on the clock of {@link System#nanoTime}
 * @param numbers how many parameters of states may be kept in all
 * @param isLimited false when cost does not matter
 */
public record Budget(long end, long numbers, boolean isLimited) {
    /** Whatever it costs. */
    public static final Budget UNLIMITED = new Budget(0, 0, false);

    /**
     * A limited budget whose time begins now.
     *
     * @param time how long the picture may take
     * @param numbers how many parameters of states may be kept in all
     * @return the budget
     */
    public static Budget of(Duration time, long numbers) {
        return new Budget(System.nanoTime() + time.toNanos(), numbers, true);
    }

    /** Throws {@link Exceeded} when the time is over. */
    void requireTime() {
        if (isLimited && System.nanoTime() - end > 0) {
            throw new Exceeded("time");
        }
    }

    /** Throws {@link Exceeded} when so many numbers are too many. */
    void requireRoom(long wanted) {
        if (isLimited && wanted > numbers) {
            throw new Exceeded("memory");
        }
    }

    /** A picture costs more than it may. */
    public static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(String resource) {
            super("the picture needs more " + resource + " than it may have");
        }
    }
}
