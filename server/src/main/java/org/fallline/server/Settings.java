package org.fallline.server;

import java.nio.file.Path;
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
 * @param trustedProxies who may say on whose behalf a request comes
 * @param savesPerMinute how often a client may save, change or report; 0 for as often as it likes
 * @param previewsPerMinute how many pictures may be drawn for a client; 0 for as many as it likes
 * @param metricsToken what {@code /metrics} wants to be shown; null when it only answers this machine
 * @param logsAll whether every request is logged, and not only those that an operator may want to know of
 */
public record Settings(
        String host,
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String publicUrl,
        Networks trustedProxies,
        int savesPerMinute,
        int previewsPerMinute,
        @Nullable String metricsToken,
        boolean logsAll) {
    /** How often a client may save unless the operator says otherwise. */
    public static final int SAVES = 60;

    /** How many pictures a client may have drawn unless the operator says otherwise: several pages of the gallery. */
    public static final int PREVIEWS = 120;

    /** A server with the embedded database and every default. */
    public static Settings of(String host, int port, Path data) {
        return new Settings(host, port, data, null, null, Networks.NONE, SAVES, PREVIEWS, null, false);
    }

    /** The same with a PostgreSQL. */
    public Settings withDatabaseUrl(@Nullable String url) {
        return new Settings(
                host,
                port,
                data,
                url,
                publicUrl,
                trustedProxies,
                savesPerMinute,
                previewsPerMinute,
                metricsToken,
                logsAll);
    }

    /** The same with an address that visitors know. */
    public Settings withPublicUrl(@Nullable String url) {
        return new Settings(
                host,
                port,
                data,
                databaseUrl,
                url,
                trustedProxies,
                savesPerMinute,
                previewsPerMinute,
                metricsToken,
                logsAll);
    }

    /** The same behind proxies. */
    public Settings withTrustedProxies(Networks proxies) {
        return new Settings(
                host,
                port,
                data,
                databaseUrl,
                publicUrl,
                proxies,
                savesPerMinute,
                previewsPerMinute,
                metricsToken,
                logsAll);
    }

    /** The same with other limits a minute. */
    public Settings withLimits(int saves, int previews) {
        return new Settings(
                host, port, data, databaseUrl, publicUrl, trustedProxies, saves, previews, metricsToken, logsAll);
    }

    /** The same with a secret before the metrics. */
    public Settings withMetricsToken(@Nullable String token) {
        return new Settings(
                host,
                port,
                data,
                databaseUrl,
                publicUrl,
                trustedProxies,
                savesPerMinute,
                previewsPerMinute,
                token,
                logsAll);
    }

    /** The same with every request in the log, or not. */
    public Settings withLogsAll(boolean all) {
        return new Settings(
                host,
                port,
                data,
                databaseUrl,
                publicUrl,
                trustedProxies,
                savesPerMinute,
                previewsPerMinute,
                metricsToken,
                all);
    }
}
