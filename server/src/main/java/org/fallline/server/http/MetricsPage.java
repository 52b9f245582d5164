package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.fallline.server.limit.Networks;
import org.fallline.server.telemetry.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The numbers for Prometheus at {@code /metrics}: for who shows the operator's token, or, where there is none, for programs on
 * this machine that ask directly and not through a proxy.
 */
public final class MetricsPage implements Resource {
    private final Metrics metrics;
    private final @Nullable String token;

    /**
     * The numbers of a server.
     *
     * @param metrics the numbers
     * @param token what must be shown, or null
     */
    public MetricsPage(Metrics metrics, @Nullable String token) {
        this.metrics = metrics;
        this.token = token;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(HandlerType.GET, "/metrics", this::get)
                .withMetadata(Operation.of("metrics", "Numbers for Prometheus", "For the operator only.")
                        .problem(403, "Only the operator may read them.")
                        .reply(200, "The numbers.", "text/plain", null)));
    }

    private void get(Context ctx) {
        if (!isOperator(ctx)) {
            throw new ProblemException(Problem.of(HttpStatus.FORBIDDEN, "Only the operator may read the metrics."));
        }
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(Metrics.TYPE).result(metrics.text());
    }

    private boolean isOperator(Context ctx) {
        if (token != null) {
            String shown = ctx.header("Authorization");
            return shown != null
                    && MessageDigest.isEqual(
                            shown.getBytes(StandardCharsets.UTF_8),
                            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
        }
        InetAddress remote;
        try {
            remote = Networks.address(ctx.req().getRemoteAddr().replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException e) {
            return false;
        }
        return remote.isLoopbackAddress()
                && ctx.header("X-Forwarded-For") == null
                && ctx.header("Forwarded") == null
                && ctx.header("Via") == null;
    }
}
