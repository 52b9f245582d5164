package org.fallline.server.telemetry;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Follows each request: gives it an id, which the client gets as {@code X-Request-Id} and every line of the log about it has,
 * counts it, and logs it when an operator may want to know: when it changed something, failed on our side, or was slow.
 *
 * <p>What a client sent is never logged but for method and path, and of the path only printable characters.
 */
public final class RequestTrace {
    private static final Logger LOG = LoggerFactory.getLogger("org.fallline.server.Requests");
    private static final String ROUTE = "fallline.route";
    private static final String ID = "request";
    private static final double SLOW_MILLIS = 1000;
    private static final int LONGEST_PATH = 200;
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final Metrics metrics;
    private final boolean logsAll;

    /**
     * A trace.
     *
     * @param metrics where requests are counted
     * @param logsAll whether every request is logged
     */
    public RequestTrace(Metrics metrics, boolean logsAll) {
        this.metrics = metrics;
        this.logsAll = logsAll;
    }

    /** Follows the requests of a server. */
    public void register(JavalinConfig config) {
        config.requestLogger.http(this::answered);
    }

    /** Names the request; called before anything else is done with it. */
    public static void begin(Context ctx) {
        String id = id();
        MDC.put(ID, id);
        ctx.header("X-Request-Id", id);
    }

    /** Threads in which the present thread's request goes on: what they log is about it. The present one is done with it. */
    public static Executor following(Executor threads) {
        String id = MDC.get(ID);
        MDC.remove(ID);
        return task -> threads.execute(() -> {
            MDC.put(ID, id);
            try {
                task.run();
            } finally {
                MDC.remove(ID);
            }
        });
    }

    /** Says which route the request took: its template, of which there are few. */
    public static void took(Context ctx, String route) {
        ctx.attribute(ROUTE, route);
    }

    private void answered(Context ctx, float millis) {
        String route = ctx.attribute(ROUTE);
        String known = route == null ? "none" : route;
        int status = ctx.statusCode();
        String method = ctx.method().name();
        String counted = switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
        metrics.answered(known, counted, status, millis / 1000.0);
        boolean isRead = counted.equals("GET") || counted.equals("HEAD");
        if (logsAll || status >= 500 || millis > SLOW_MILLIS || (!isRead && status < 400)) {
            LOG.atInfo()
                    .addKeyValue("method", counted)
                    .addKeyValue("path", printable(ctx.path()))
                    .addKeyValue("status", status)
                    .addKeyValue("millis", Math.round(millis))
                    .log("answered");
        }
        MDC.remove(ID);
    }

    /** A path in a form that cannot start a line of its own in the log, nor fill it. */
    public static String printable(String path) {
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
        return shown.replaceAll("[^\\x21-\\x7e]|\"", "?");
    }

    /** Twelve digits that are not likely to come twice in a day's log; no secret. */
    private static String id() {
        long bits = ThreadLocalRandom.current().nextLong();
        char[] id = new char[12];
        for (int i = 0; i < id.length; i++) {
            id[i] = DIGITS[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(id);
    }
}
