package org.fallline.server.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.fallline.server.store.Database;
import org.fallline.server.store.Sql;

/** A limit that holds over all processes that share a database: who goes from one to the other gains nothing. */
public final class SharedRateLimit implements RateLimit {
    /** One statement, so that two requests at once cannot both take the last place. */
    private static final String SPEND = "INSERT INTO rate_limits (client, paid_at) VALUES (?, ?)"
            + " ON CONFLICT (client) DO UPDATE SET paid_at = CASE WHEN rate_limits.paid_at <= ? OR rate_limits.paid_at > ?"
            + " THEN ? ELSE rate_limits.paid_at + ? END"
            + " WHERE rate_limits.paid_at <= ? OR rate_limits.paid_at > ?";

    private static final String PAID = "SELECT paid_at FROM rate_limits WHERE client = ?";

    /** Rows of clients that owe nothing are removed so often. */
    private static final Duration TIDY = Duration.ofMinutes(10);

    private final Sql sql;
    private final String name;
    private final Rate rate;
    private final Clock clock;
    private final AtomicLong tidied;

    /**
     * A limit of a name; those of the same name are one.
     *
     * @param database that the processes share
     * @param name what is limited
     * @param rate for each client
     * @param clock what tells the time; the processes' clocks should agree within seconds
     */
    public SharedRateLimit(Database database, String name, Rate rate, Clock clock) {
        this.sql = database.sql();
        this.name = name;
        this.rate = rate;
        this.clock = clock;
        this.tidied = new AtomicLong(clock.millis());
    }

    @Override
    public Duration spend(String client) {
        if (rate.burst() == 0) {
            return Duration.ZERO;
        }
        String key = name + " " + client;
        long now = clock.millis();
        long latest = now + rate.tolerance();
        long impossible = latest + rate.interval();
        return sql.with("count a request", connection -> {
            long last = tidied.get();
            if (Math.abs(now - last) > TIDY.toMillis() && tidied.compareAndSet(last, now)) {
                Sql.update(connection, "DELETE FROM rate_limits WHERE paid_at < ?", now);
            }
            int counted = Sql.update(
                    connection,
                    SPEND,
                    key,
                    now + rate.interval(),
                    now,
                    impossible,
                    now + rate.interval(),
                    rate.interval(),
                    latest,
                    impossible);
            if (counted == 1) {
                return Duration.ZERO;
            }
            Long paidAt = Sql.first(connection, PAID, row -> row.getLong(1), key);
            return rate.untilFree(paidAt == null ? latest + 1 : paidAt, now);
        });
    }
}
