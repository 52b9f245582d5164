package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What the API is, for programs at {@code /openapi.json} and for people at {@code /api}. */
public final class ApiDescription implements Resource {
    /** The description in its three forms. */
    private record Described(Content document, Content page, Content schema) {}

    private final List<Resource> resources;
    private final String version;
    private volatile @Nullable Described described;

    /**
     * The description of resources, and of this one.
     *
     * @param described what is described
     * @param version of the server
     */
    public ApiDescription(List<Resource> described, String version) {
        List<Resource> all = new ArrayList<>(described);
        all.add(this);
        this.resources = List.copyOf(all);
        this.version = version;
    }

    /** Made when first asked for: it takes a part of the time to start. */
    private Described described() {
        Described known = described;
        if (known == null) {
            Json.Obj json = OpenApi.document(resources, version);
            known = new Described(
                    Content.text(JsonWriter.write(json), ExperimentApi.JSON),
                    Content.text(ApiPage.html(json), SharedPages.HTML),
                    Content.text(JsonWriter.write(ExperimentSchema.standalone()), "application/schema+json"));
            described = known;
        }
        return known;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/openapi.json", ctx -> send(ctx, described().document))
                        .withMetadata(Operation.of("describeApi", "This description", "In OpenAPI 3.1.")
                                .cached()
                                .reply(200, "The description.", ExperimentApi.JSON, Schemas.DOCUMENT)),
                new Endpoint(HandlerType.GET, "/schema/experiment-v1.json", ctx -> send(ctx, described().schema))
                        .withMetadata(Operation.of("experimentSchema", "The JSON Schema of an experiment", "")
                                .cached()
                                .reply(200, "The schema.", "application/schema+json", Schemas.DOCUMENT)),
                new Endpoint(HandlerType.GET, "/api", ctx -> described().page.send(ctx, Content.REVALIDATED)));
    }

    private static void send(Context ctx, Content content) {
        SecurityHeaders.allowLoading(ctx);
        content.send(ctx, Content.REVALIDATED);
    }
}
