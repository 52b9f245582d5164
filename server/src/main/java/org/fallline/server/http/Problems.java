package org.fallline.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.RootCause;
import org.fallline.server.store.StoreException;
import org.fallline.server.telemetry.RequestTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what a handler throws into an answer: a page for who reads pages, a JSON problem for everybody else.
 *
 * <p>What went wrong on our side is logged, and the client learns no more than that it did.
 */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, fromRouter(ctx, e)));
        routes.exception(StoreException.class, (e, ctx) -> {
            LOG.error(
                    "{} {}: {}: {}",
                    ctx.method().name(),
                    RequestTrace.printable(ctx.path()),
                    e.getMessage(),
                    RootCause.text(e));
            ctx.header("Retry-After", "10");
            answer(ctx, of(e.reason()));
        });
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {}: an unforeseen failure", ctx.method().name(), RequestTrace.printable(ctx.path()), e);
            answer(ctx, unforeseen());
        });
    }

    private static Problem of(StoreException.Reason reason) {
        return switch (reason) {
            case FULL ->
                Problem.of(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "The store of experiments is full; its operator has to make room. What was saved before is safe.");
            case BUSY ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store of experiments has more to do than it can. Nothing is lost; try again in a moment.");
            case UNAVAILABLE ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store of experiments does not answer just now. Nothing is lost; try again in a moment.");
        };
    }

    static Problem unforeseen() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on the server that should not have. It was logged.");
    }

    /** Writes a problem as the answer; headers set before stay. */
    static void answer(Context ctx, Problem problem) {
        ctx.status(problem.status());
        ctx.header("Cache-Control", "no-store");
        ctx.header("Vary", "Accept");
        if (readsPages(ctx)) {
            ctx.contentType("text/html; charset=utf-8").result(ProblemPage.html(problem));
        } else {
            ctx.contentType(Problem.MEDIA_TYPE).result(JsonWriter.write(problem.toJson()));
        }
    }

    private static boolean readsPages(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/html") && !ctx.path().startsWith("/api/");
    }

    private static Problem fromRouter(Context ctx, HttpResponseException e) {
        HttpStatus status = HttpStatus.forStatus(e.getStatus());
        return status == HttpStatus.NOT_FOUND ? unknownAddress(ctx) : Problem.of(status, status.getMessage() + ".");
    }

    /** Nothing is at this address, for this method at least. */
    static Problem unknownAddress(Context ctx) {
        boolean reading = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        String what = reading
                ? "There is nothing at this address."
                : "Nothing at this address answers " + ctx.method().name() + ".";
        return Problem.of(HttpStatus.NOT_FOUND, what + " The playground is at the address /.");
    }
}
