package org.fallline.server.preview;

import java.time.Duration;
import org.fallline.scene.Still;

/**
 * How much a picture may cost. Engine code knows neither time nor memory limits, so whoever calls it in a loop asks in
 * between.
 *
 * @param end when the time is over, on the clock of {@link System#nanoTime}
 * @param numbers how many parameters of states may be kept in all
 */
public record Budget(long end, long numbers) implements Still.Allowance {
    /**
     * A limited budget whose time begins now.
     *
     * @param time how long the picture may take
     * @param numbers how many parameters of states may be kept in all
     * @return the budget
     */
    public static Budget of(Duration time, long numbers) {
        return new Budget(System.nanoTime() + time.toNanos(), numbers);
    }

    /** Throws {@link Exceeded} when the time is over, or when whoever wanted the picture has given it up. */
    @Override
    public void requireTime() {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new Exceeded("time");
        }
    }

    /** Throws {@link Exceeded} when so many numbers are too many. */
    @Override
    public void requireRoom(long wanted) {
        if (wanted > numbers) {
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
