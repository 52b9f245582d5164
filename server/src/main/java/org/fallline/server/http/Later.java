package org.fallline.server.http;

import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.fallline.server.telemetry.RequestTrace;

/** Answers to requests for which something must be done elsewhere, without a thread that waits for it. */
final class Later {
    private Later() {}

    /**
     * Answers when something has come: at once if it is there, else in another of the server's threads.
     *
     * @param coming what the answer needs; what it fails with is what the request fails with
     * @param answer sets the answer, or throws
     */
    static <T> void answer(Context ctx, CompletableFuture<T> coming, Consumer<T> answer) {
        if (coming.isDone()) {
            answer.accept(outcome(coming));
            return;
        }
        Executor threads = RequestTrace.following(threads(ctx));
        // Not where it comes: that thread has more to do, also when it failed.
        ctx.future(() -> coming.handleAsync(
                (value, failure) -> {
                    answer.accept(outcome(coming));
                    return null;
                },
                threads));
    }

    private static <T> T outcome(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Executor threads(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnector()
                .getExecutor();
    }
}
