package org.fallline.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/** The limit of a process that shares its work with no other. */
public final class MemoryRateLimit implements RateLimit {
    /** Who comes from more addresses than these at once can also come from new ones. */
    private static final int CLIENTS = 100_000;

    private final Rate rate;
    private final Clock clock;
    private final Cache<String, Long> paid =
            Caffeine.newBuilder().maximumSize(CLIENTS).executor(Runnable::run).build();

    /**
     * A limit that has seen nobody.
     *
     * @param rate for each client
     * @param clock what tells the time
     */
    public MemoryRateLimit(Rate rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    @Override
    public Duration spend(String client) {
        if (rate.burst() == 0) {
            return Duration.ZERO;
        }
        long now = clock.millis();
        Duration[] wait = {Duration.ZERO};
        paid.asMap().compute(client, (key, before) -> {
            long paidAt = before == null || rate.isFromTheFuture(before, now) ? now : Math.max(before, now);
            if (paidAt > now + rate.tolerance()) {
                wait[0] = rate.untilFree(paidAt, now);
                return paidAt;
            }
            return paidAt + rate.interval();
        });
        return wait[0];
    }
}
