package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentException;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;

/**
 * Saving experiments and reading them back.
 *
 * <p>Saving is idempotent. The first save of a content answers 201 with {@code id}, {@code url} and {@code editToken};
 * every later one answers 200 with the same {@code id} and {@code url} and without a token, because only who saved first
 * may edit. Contents that differ in spelling only (white space, order of fields, defaults written out) are the same.
 */
public final class ExperimentApi implements Resource {
    /** The largest body that is read. An experiment of this size has some ten thousand numbers. */
    static final int LARGEST_BODY = 256 * 1024;

    /** Beyond this the connection of a client that sends too much is cut. */
    private static final int LARGEST_DRAINED = 16 * LARGEST_BODY;

    private static final String JSON = "application/json";

    private final SavedExperiments experiments;

    /**
     * The API of a store.
     *
     * @param experiments what it saves to and reads from
     */
    public ExperimentApi(SavedExperiments experiments) {
        this.experiments = experiments;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.POST, "/api/experiments", this::save),
                new Endpoint(HandlerType.GET, "/api/experiments/{id}", this::get));
    }

    private void save(Context ctx) throws IOException {
        SavedExperiments.Receipt receipt = experiments.save(canonical(body(ctx)));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(receipt.id()));
        members.put("url", new Json.Str("/e/" + receipt.id()));
        if (receipt.editToken() != null) {
            members.put("editToken", new Json.Str(receipt.editToken().text()));
        }
        ctx.status(receipt.editToken() != null ? HttpStatus.CREATED : HttpStatus.OK);
        ctx.header("Location", "/api/experiments/" + receipt.id());
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(JSON).result(JsonWriter.write(new Json.Obj(members)));
    }

    private void get(Context ctx) {
        SavedExperiment saved = experiments.find(ctx.pathParam("id"));
        if (saved == null) {
            throw new ProblemException(Problem.unknownExperiment());
        }
        SecurityHeaders.allowLoading(ctx);
        Content.text(saved.spec(), JSON).send(ctx, Content.FOR_EVER);
    }

    private static String body(Context ctx) throws IOException {
        InputStream in = ctx.bodyInputStream();
        boolean announced = ctx.req().getContentLengthLong() > LARGEST_BODY;
        byte[] bytes = announced ? new byte[0] : in.readNBytes(LARGEST_BODY + 1);
        if (announced || bytes.length > LARGEST_BODY) {
            drain(in);
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The body is not text in UTF-8."));
        }
    }

    /** Lets a client that sends somewhat too much come to its end: only then does it read the answer. */
    private static void drain(InputStream in) throws IOException {
        byte[] ignored = new byte[8192];
        int length = 0;
        for (int n = 0; n >= 0 && length < LARGEST_DRAINED; n = in.read(ignored)) {
            length += n;
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than " + LARGEST_BODY / 1024 + " kB, the most an experiment may have."));
    }

    private static String canonical(String body) {
        try {
            return ExperimentCodec.write(ExperimentCodec.read(body));
        } catch (JsonException e) {
            throw new ProblemException(Problem.malformedJson(e.line(), e.column(), text(e)));
        } catch (ExperimentException e) {
            throw new ProblemException(
                    e.position() < 0
                            ? Problem.wrongField(e.pointer(), text(e))
                            : Problem.wrongFormula(e.pointer(), e.position(), text(e)));
        }
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
