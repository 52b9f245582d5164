package org.fallline.server;

import java.nio.file.Path;
import java.time.Duration;
import org.fallline.server.limit.Networks;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides.
 *
 * @param host name or address to listen on; empty for every address of the machine
 * @param port port to listen on; 0 for any free one
 * @param data directory of the embedded database, created when missing
 * @param databaseUrl of a PostgreSQL in place of the embedded database, or null
 * @param publicUrl where visitors reach the server, without a slash at the end; null when it is what requests say
 * @param metricsToken what {@code /metrics} wants to be shown; null when it only answers this machine
 * @param limits what a client may do
 * @param logsAll whether every request is logged, and not only those that an operator may want to know of
 */
public record Settings(
        String host,
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String publicUrl,
        @Nullable String metricsToken,
        Limits limits,
        boolean logsAll) {
    /**
     * What a client may do.
     *
     * @param savesPerMinute how often it may save, change or report; 0 for as often as it likes
     * @param previewsPerMinute how many pictures may be drawn for it; 0 for as many as it likes
     * @param idle how long it may say nothing in the middle of something, or take nothing of an answer; and how long the head and
     *     the body of a request may each take in all
     * @param trustedProxies who may say on whose behalf a request comes
     */
    public record Limits(int savesPerMinute, int previewsPerMinute, Duration idle, Networks trustedProxies) {
        /** How often a client may save unless the operator says otherwise. */
        public static final int SAVES = 60;

        /** How many pictures a client may have drawn unless the operator says otherwise: several pages of the gallery. */
        public static final int PREVIEWS = 120;

        /** Seconds that a client may be silent unless the operator says otherwise. */
        public static final int IDLE_SECONDS = 15;

        /** What holds unless the operator says otherwise. */
        public static final Limits USUAL = new Limits(SAVES, PREVIEWS, Duration.ofSeconds(IDLE_SECONDS), Networks.NONE);

        /** As often as a client likes. */
        public static final Limits NO_RATES = new Limits(0, 0, Duration.ofSeconds(IDLE_SECONDS), Networks.NONE);
    }

    /** A server with the embedded database and every default. */
    public static Settings of(String host, int port, Path data) {
        return new Settings(host, port, data, null, null, null, Limits.USUAL, false);
    }

    /** The same with a PostgreSQL. */
    public Settings withDatabaseUrl(@Nullable String url) {
        return new Settings(host, port, data, url, publicUrl, metricsToken, limits, logsAll);
    }

    /** The same with an address that visitors know. */
    public Settings withPublicUrl(@Nullable String url) {
        return new Settings(host, port, data, databaseUrl, url, metricsToken, limits, logsAll);
    }

    /** The same with a secret before the metrics. */
    public Settings withMetricsToken(@Nullable String token) {
        return new Settings(host, port, data, databaseUrl, publicUrl, token, limits, logsAll);
    }

    /** The same with other limits. */
    public Settings withLimits(Limits changed) {
        return new Settings(host, port, data, databaseUrl, publicUrl, metricsToken, changed, logsAll);
    }

    /** The same with every request in the log, or not. */
    public Settings withLogsAll(boolean all) {
        return new Settings(host, port, data, databaseUrl, publicUrl, metricsToken, limits, all);
    }
}
