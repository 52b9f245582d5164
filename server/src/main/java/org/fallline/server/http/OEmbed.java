package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.experiment.Experiment;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.SavedExperiment;

/**
 * How to embed a shared link, for the publishing systems that ask.
 *
 * <p>Reference: <a href="https://oembed.com/">oEmbed</a>, 2.2 and 2.3: type {@code rich}; an address that is not one of ours is
 * 404, a format that is not known 501; nothing is larger than {@code maxwidth} × {@code maxheight}.
 */
public final class OEmbed implements Resource {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final int THUMBNAIL_WIDTH = 480;
    private static final int THUMBNAIL_HEIGHT = 252;
    private static final int CACHE_SECONDS = 86_400;
    private static final Pattern PATH = Pattern.compile("/(?:e|embed)/([0-9a-z]+)/?(?:[?#].*)?");
    private static final String XML = "text/xml";

    private final Lookup lookup;
    private final PublicUrl publicUrl;

    /**
     * The endpoint of the saved experiments.
     *
     * @param lookup what can be embedded
     * @param publicUrl where visitors reach it
     */
    public OEmbed(Lookup lookup, PublicUrl publicUrl) {
        this.lookup = lookup;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Endpoint> endpoints() {
        Json text = JsonReader.read("{\"type\":\"string\"}");
        Json size = JsonReader.read("{\"type\":\"integer\",\"minimum\":1}");
        return List.of(new Endpoint(HandlerType.GET, "/oembed", this::get)
                .withMetadata(Operation.of("oembed", "How to embed a shared link", "By the specification of oEmbed.")
                        .parameter("url", "The link: …/e/{id} or …/embed/{id}.", text)
                        .parameter("format", "json or xml; json if not given.", text)
                        .parameter("maxwidth", "The widest it may be, in CSS pixels.", size)
                        .parameter("maxheight", "The highest it may be, in CSS pixels.", size)
                        .problem(400, "A parameter is wrong.")
                        .ofOne()
                        .problem(501, "There is no such format.")
                        .cached()
                        .reply(200, "How to embed it.", ExperimentApi.JSON + "," + XML, Schemas.OEMBED)));
    }

    private void get(Context ctx) {
        String format = ctx.queryParam("format");
        if (format != null && !format.equals("json") && !format.equals("xml")) {
            throw new ProblemException(
                    Problem.of(HttpStatus.NOT_IMPLEMENTED, "The parameter format is wrong; expected json or xml."));
        }
        int widest = size(ctx, "maxwidth");
        int highest = size(ctx, "maxheight");
        String home = publicUrl.of(ctx, "");
        SavedExperiment saved = Lookup.visible(lookup.experiments().find(id(ctx, home)));
        Map<String, Json> answer = answer(saved, home, Math.min(WIDTH, widest), Math.min(HEIGHT, highest));
        if (THUMBNAIL_WIDTH <= widest && THUMBNAIL_HEIGHT <= highest) {
            answer.put("thumbnail_url", new Json.Str(home + "/e/" + saved.id() + "/thumbnail.png"));
            answer.put("thumbnail_width", new Json.Num(THUMBNAIL_WIDTH));
            answer.put("thumbnail_height", new Json.Num(THUMBNAIL_HEIGHT));
        }
        SecurityHeaders.allowLoading(ctx);
        Content content = "xml".equals(format)
                ? Content.text(xml(answer), XML + "; charset=utf-8")
                : Content.text(JsonWriter.write(new Json.Obj(answer)), ExperimentApi.JSON);
        content.send(ctx, Content.REVALIDATED);
    }

    private static String id(Context ctx, String home) {
        String url = ctx.queryParam("url");
        if (url == null || url.isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST, "The parameter url is missing; expected a link to a saved experiment."));
        }
        // A link may have been copied with http where the site has https, or the other way round.
        String place = url.replaceFirst("^https?://", "");
        String ours = home.replaceFirst("^https?://", "");
        Matcher path = PATH.matcher(place.startsWith(ours) ? place.substring(ours.length()) : "");
        if (!path.matches()) {
            throw new ProblemException(
                    Problem.of(HttpStatus.NOT_FOUND, "The parameter url is no link to an experiment on this server."));
        }
        return path.group(1);
    }

    private static int size(Context ctx, String name) {
        String text = ctx.queryParam(name);
        if (text == null || text.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST, "The parameter " + name + " is wrong; expected a whole number from 1 on."));
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Json> answer(SavedExperiment saved, String home, int width, int height) {
        Experiment experiment = Lookup.experiment(saved);
        String named = Lookup.title(saved, experiment);
        String title = named.isBlank() ? PageHead.UNTITLED : named;
        String html = "<iframe src=\"" + Html.escape(home + "/embed/" + saved.id()) + "\" title=\""
                + Html.escape(title) + "\" width=\"" + width + "\" height=\"" + height
                + "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>";
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", new Json.Str("rich"));
        members.put("version", new Json.Str("1.0"));
        members.put("title", new Json.Str(title));
        members.put("provider_name", new Json.Str("Fallline"));
        members.put("provider_url", new Json.Str(home + "/"));
        members.put("cache_age", new Json.Num(CACHE_SECONDS));
        members.put("html", new Json.Str(html));
        members.put("width", new Json.Num(width));
        members.put("height", new Json.Num(height));
        return members;
    }

    private static String xml(Map<String, Json> members) {
        StringBuilder out =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
        members.forEach((name, value) -> {
            String text = value instanceof Json.Str string ? string.text() : JsonWriter.write(value);
            out.append("  <").append(name).append('>').append(Html.escape(text));
            out.append("</").append(name).append(">\n");
        });
        return out.append("</oembed>\n").toString();
    }
}
