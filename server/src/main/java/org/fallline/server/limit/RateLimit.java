package org.fallline.server.limit;

import java.time.Duration;

/** A {@link Rate} for each client. Safe for use by many threads. */
public interface RateLimit {
    /**
     * Counts a request.
     *
     * @param client who asks
     * @return zero when the request may go on; else how long the client should wait, and nothing was counted
     */
    Duration spend(String client);
}
