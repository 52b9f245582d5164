package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import org.fallline.server.store.Database;

/** What a supervisor asks: does the process run, and can it do its work. */
public final class HealthProbes implements Resource {
    private final Database database;

    /**
     * Probes of a store.
     *
     * @param database what must answer for the server to be ready
     */
    public HealthProbes(Database database) {
        this.database = database;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/health/live", HealthProbes::up)
                        .withMetadata(operation("live", "Does the process run?")),
                new Endpoint(HandlerType.GET, "/health/ready", ctx -> {
                            database.check();
                            up(ctx);
                        })
                        .withMetadata(operation("ready", "Can it do its work?"))); // default: the store does not answer
    }

    private static Operation operation(String id, String summary) {
        return Operation.of(id, summary, "").reply(200, "It does.", "application/json", Schemas.HEALTH);
    }

    private static void up(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result("{\"status\":\"up\"}");
    }
}
