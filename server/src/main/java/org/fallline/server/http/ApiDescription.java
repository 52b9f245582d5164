package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;

/** What the API is, for programs at {@code /openapi.json} and for people at {@code /api}. */
public final class ApiDescription implements Resource {
    private final Content document;
    private final Content page;
    private final Content schema;

    /**
     * The description of resources, and of this one.
     *
     * @param described what is described
     * @param version of the server
     */
    public ApiDescription(List<Resource> described, String version) {
        List<Resource> all = new ArrayList<>(described);
        all.add(this);
        Json.Obj json = OpenApi.document(all, version);
        document = Content.text(JsonWriter.write(json), ExperimentApi.JSON);
        page = Content.text(ApiPage.html(json), SharedPages.HTML);
        schema = Content.text(JsonWriter.write(ExperimentSchema.standalone()), "application/schema+json");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/openapi.json", ctx -> send(ctx, document))
                        .withMetadata(Operation.of("describeApi", "This description", "In OpenAPI 3.1.")
                                .cached()
                                .reply(200, "The description.", ExperimentApi.JSON, Schemas.DOCUMENT)),
                new Endpoint(HandlerType.GET, "/schema/experiment-v1.json", ctx -> send(ctx, schema))
                        .withMetadata(Operation.of("experimentSchema", "The JSON Schema of an experiment", "")
                                .cached()
                                .reply(200, "The schema.", "application/schema+json", Schemas.DOCUMENT)),
                new Endpoint(HandlerType.GET, "/api", ctx -> page.send(ctx, Content.REVALIDATED)));
    }

    private static void send(Context ctx, Content content) {
        SecurityHeaders.allowLoading(ctx);
        content.send(ctx, Content.REVALIDATED);
    }
}
