package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.Gallery;

/** The experiments that their owners listed, for programs; {@link GalleryPage} is the same for people. */
public final class GalleryApi implements Resource {
    private static final int USUAL = 24;
    private static final int MOST_TAGS = 100;

    private final Gallery gallery;

    /**
     * The API of a gallery.
     *
     * @param gallery what it searches
     */
    public GalleryApi(Gallery gallery) {
        this.gallery = gallery;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/api/experiments", this::page)
                        .withMetadata(Operation.of(
                                        "listExperiments",
                                        "The gallery",
                                        "What owners listed, page by page: \"next\" is the cursor of the next page.")
                                .parameter(
                                        "q",
                                        "Words that title, notes or tags have, in either case.",
                                        schema("{\"type\":\"string\",\"maxLength\":" + GalleryQuery.LONGEST_SEARCH
                                                + "}"))
                                .parameter("tag", "A tag that all have.", schema("{\"type\":\"string\"}"))
                                .parameter(
                                        "parent",
                                        "What all are forks of.",
                                        schema("{\"$ref\":\"#/components/schemas/Id\"}"))
                                .parameter("sort", "The order; newest if not given.", sorts())
                                .parameter("cursor", "Where the page begins.", schema("{\"type\":\"string\"}"))
                                .parameter(
                                        "limit",
                                        "How many at most; " + USUAL + " if not given.",
                                        schema("{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + GalleryQuery.MOST
                                                + "}"))
                                .problem(400, "A parameter is wrong.")
                                .cached()
                                .reply(200, "A page.", ExperimentApi.JSON, Schemas.GALLERY)),
                new Endpoint(HandlerType.GET, "/api/tags", this::tags)
                        .withMetadata(Operation.of("listTags", "The tags of the gallery", "The most used first.")
                                .cached()
                                .reply(200, "The tags.", ExperimentApi.JSON, Schemas.TAGS)));
    }

    private static Json schema(String text) {
        return JsonReader.read(text);
    }

    private static Json sorts() {
        return new Json.Obj(Map.of("enum", OwnerApi.strings(GalleryQuery.labels())));
    }

    private void page(Context ctx) {
        Gallery.Query query = GalleryQuery.of(ctx, USUAL);
        Gallery.Page page = gallery.page(query);
        Map<String, Json> members = new LinkedHashMap<>();
        List<Json> items = new ArrayList<>();
        page.items().forEach(item -> items.add(json(item)));
        members.put("items", new Json.Arr(items));
        if (page.next() != null) {
            members.put("next", new Json.Str(GalleryQuery.text(page.next(), query.order())));
        }
        answer(ctx, new Json.Obj(members));
    }

    private static Json json(Gallery.Item item) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(item.id()));
        members.put("url", new Json.Str("/e/" + item.id()));
        members.put("title", new Json.Str(item.title()));
        members.put("notes", new Json.Str(item.notes()));
        members.put("tags", OwnerApi.strings(item.tags()));
        members.put("listedAt", new Json.Str(item.listedAt().toString()));
        members.put("forks", new Json.Num(item.forks()));
        return new Json.Obj(members);
    }

    private void tags(Context ctx) {
        List<Json> tags = new ArrayList<>();
        for (Gallery.TagCount each : gallery.tags(MOST_TAGS)) {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("tag", new Json.Str(each.tag()));
            members.put("count", new Json.Num(each.count()));
            tags.add(new Json.Obj(members));
        }
        answer(ctx, new Json.Obj(Map.of("tags", new Json.Arr(tags))));
    }

    private static void answer(Context ctx, Json json) {
        SecurityHeaders.allowLoading(ctx);
        Content.text(JsonWriter.write(json), ExperimentApi.JSON).send(ctx, Content.REVALIDATED);
    }
}
