package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import org.fallline.server.limit.ClientAddress;
import org.fallline.server.limit.RateLimit;

/**
 * Lets a client do something costly only so often.
 *
 * @param limit for each client
 * @param clients who is one
 * @param what what is limited, in words for the refusal: "saves"
 */
public record Admission(RateLimit limit, ClientAddress clients, String what) {
    /** Counts the request, or ends it with 429 and when to come back. */
    void admit(Context ctx) {
        Duration wait = limit.spend(client(ctx, clients));
        if (!wait.isZero()) {
            long seconds = wait.plusMillis(999).toSeconds();
            ctx.header("Retry-After", Long.toString(seconds));
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "That were many " + what + " from your address just now. Try again in " + seconds
                            + (seconds == 1 ? " second." : " seconds.")));
        }
    }

    /** The client of a request. */
    static String client(Context ctx, ClientAddress clients) {
        var headers = ctx.req().getHeaders("X-Forwarded-For");
        StringBuilder forwarded = new StringBuilder();
        while (headers.hasMoreElements()) {
            forwarded.append(forwarded.isEmpty() ? "" : ",").append(headers.nextElement());
        }
        return clients.of(ctx.req().getRemoteAddr(), forwarded.isEmpty() ? null : forwarded.toString());
    }
}
