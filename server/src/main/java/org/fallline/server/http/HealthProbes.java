package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import org.fallline.server.store.SavedExperiments;

/** What a supervisor asks: does the process run, and can it do its work. */
public final class HealthProbes implements Resource {
    private final SavedExperiments experiments;

    /**
     * Probes of a store.
     *
     * @param experiments what must answer for the server to be ready
     */
    public HealthProbes(SavedExperiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/health/live", HealthProbes::up),
                new Endpoint(HandlerType.GET, "/health/ready", ctx -> {
                    experiments.check();
                    up(ctx);
                }));
    }

    private static void up(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result("{\"status\":\"up\"}");
    }
}
