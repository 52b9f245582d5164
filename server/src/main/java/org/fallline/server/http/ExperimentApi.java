package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;
import org.jspecify.annotations.Nullable;

/**
 * Saving experiments, reading them back and forking them.
 *
 * <p>Saving is idempotent. The first save of a content answers 201 with {@code id}, {@code url} and {@code editToken};
 * every later one answers 200 with the same {@code id} and {@code url} and without a token, because only who saved first
 * may edit. Contents that differ in spelling only (white space, order of fields, defaults written out) are the same. A fork
 * always belongs to who made it.
 */
public final class ExperimentApi implements Resource {
    static final String JSON = "application/json";

    private final Lookup lookup;
    private final SavedExperiments experiments;
    private final Admission saves;
    private final ContentCache cache;

    /**
     * The API of a store.
     *
     * @param lookup what it saves to and reads from
     * @param saves how often a client may save
     * @param cache what was sent lately
     */
    public ExperimentApi(Lookup lookup, Admission saves, ContentCache cache) {
        this.lookup = lookup;
        this.experiments = lookup.experiments();
        this.saves = saves;
        this.cache = cache;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.POST, "/api/experiments", this::save)
                        .withMetadata(Operation.of(
                                        "saveExperiment",
                                        "Save an experiment",
                                        "The same content always has the same id; only its first save gives an edit token.")
                                .taking(Schemas.EXPERIMENT)
                                .limited()
                                .problem(410, "The operator withdrew an experiment of this content.")
                                .reply(201, "It is new.", JSON, Schemas.RECEIPT)
                                .reply(200, "It was saved before.", JSON, Schemas.RECEIPT)),
                new Endpoint(HandlerType.GET, "/api/experiments/{id}", this::get)
                        .withMetadata(Operation.of(
                                        "getExperiment",
                                        "Read an experiment",
                                        "As it was saved, in canonical form; what is behind an id never changes.")
                                .ofOne()
                                .cached()
                                .reply(200, "The experiment.", JSON, Schemas.EXPERIMENT)),
                new Endpoint(HandlerType.POST, "/api/experiments/{id}/fork", this::fork)
                        .withMetadata(Operation.of(
                                        "forkExperiment",
                                        "Fork an experiment",
                                        "A copy of one's own that names its parent; with a body, a changed copy.")
                                .taking(Schemas.EXPERIMENT)
                                .ofOne()
                                .limited()
                                .reply(201, "It is yours.", JSON, Schemas.RECEIPT)));
    }

    private void save(Context ctx) throws IOException {
        saves.admit(ctx);
        String spec = Body.canonical(Body.text(ctx));
        Later.answer(ctx, experiments.save(spec), receipt -> {
            if (receipt.editToken() == null) {
                Lookup.visible(experiments.find(receipt.id()));
            }
            answer(ctx, receipt, null);
        });
    }

    private void fork(Context ctx) throws IOException {
        saves.admit(ctx);
        SavedExperiment parent = lookup.visible(ctx);
        String changed = Body.text(ctx);
        String spec = changed.isBlank() ? parent.spec() : Body.canonical(changed);
        Later.answer(ctx, experiments.fork(parent.id(), spec), receipt -> answer(ctx, receipt, parent.id()));
    }

    private static void answer(Context ctx, SavedExperiments.Receipt receipt, @Nullable String parent) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(receipt.id()));
        members.put("url", new Json.Str("/e/" + receipt.id()));
        if (parent != null) {
            members.put("parent", new Json.Str(parent));
        }
        if (receipt.editToken() != null) {
            members.put("editToken", new Json.Str(receipt.editToken().text()));
        }
        ctx.status(receipt.editToken() != null ? HttpStatus.CREATED : HttpStatus.OK);
        ctx.header("Location", "/api/experiments/" + receipt.id());
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(JSON).result(JsonWriter.write(new Json.Obj(members)));
    }

    private void get(Context ctx) {
        SavedExperiment saved = lookup.visible(ctx);
        SecurityHeaders.allowLoading(ctx);
        cache.of("spec " + saved.id(), saved, () -> Content.text(saved.spec(), JSON))
                .send(ctx, Content.FOR_EVER);
    }
}
