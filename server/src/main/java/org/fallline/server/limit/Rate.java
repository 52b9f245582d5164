package org.fallline.server.limit;

import java.time.Duration;

/**
 * So many requests at once, then one every so often.
 *
 * @param interval milliseconds that pay for one request
 * @param burst how many may come at once after a pause; 0 if there is no limit
 */
public record Rate(long interval, int burst) {
    /** As often as one likes. */
    public static final Rate UNLIMITED = new Rate(0, 0);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /**
     * So many a minute, all of them at once if need be.
     *
     * @param count how many; 0 for as many as one likes
     */
    public static Rate perMinute(int count) {
        return count == 0 ? UNLIMITED : new Rate(Math.max(1, MINUTE / count), count);
    }

    /** How far, in milliseconds, the time of having paid may lie ahead for one more request to be let through. */
    long tolerance() {
        return interval * (burst - 1);
    }

    /** Whether a time of having paid cannot be: the clock was set back since, and the client must not pay for that. */
    boolean isFromTheFuture(long paidAt, long now) {
        return paidAt > now + tolerance() + interval;
    }

    /** How long until a client may ask again. */
    Duration untilFree(long paidAt, long now) {
        return Duration.ofMillis(Math.max(1, paidAt - tolerance() - now));
    }
}
