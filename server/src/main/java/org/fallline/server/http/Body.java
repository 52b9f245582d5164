package org.fallline.server.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentException;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonReader;

/**
 * What a request brings along, bounded in size, time and shape before anything is made of it.
 *
 * <p>What is too large, too slow or not what it should be ends the request with a {@link Problem}.
 */
public final class Body {
    /** How long all of it may take; a client that sends a byte now and then would else keep a thread. */
    public static final Key<Duration> TIME = new Key<>("fallline.body.time");

    /** The largest body that is read. An experiment of this size has some ten thousand numbers. */
    static final int LARGEST = 256 * 1024;

    /** Beyond this the connection of a client that sends too much is cut. */
    private static final int LARGEST_DRAINED = 16 * LARGEST;

    /** Levels of objects and arrays; an experiment has six. */
    private static final int DEEPEST = 32;

    /** Values in all; each costs memory many times its text. */
    private static final int MOST_VALUES = 40_000;

    private Body() {}

    /** The body as text; empty where there is none. */
    static String text(Context ctx) throws IOException {
        InputStream in = ctx.bodyInputStream();
        Duration time = ctx.appData(TIME);
        if (ctx.req().getContentLengthLong() > LARGEST) {
            drain(in, time);
            throw tooLarge();
        }
        byte[] bytes = read(in, time);
        if (bytes.length > LARGEST) {
            drain(in, time);
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

    /** Up to one byte more than may be. */
    private static byte[] read(InputStream in, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        byte[] bytes = new byte[8192];
        int length = 0;
        for (int n = 0; n >= 0 && length <= LARGEST; n = in.read(bytes, length, bytes.length - length)) {
            length += n;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            if (System.nanoTime() - end > 0) {
                throw new ProblemException(Problem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body did not arrive within " + time.toSeconds() + " seconds."));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Lets a client that sends somewhat too much come to its end: only then does it read the answer. */
    private static void drain(InputStream in, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        byte[] ignored = new byte[8192];
        int length = 0;
        for (int n = 0; n >= 0 && length < LARGEST_DRAINED && System.nanoTime() - end < 0; n = in.read(ignored)) {
            length += n;
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than " + LARGEST / 1024 + " kB, the most an experiment may have."));
    }

    /** The body as JSON. */
    static Json json(Context ctx) throws IOException {
        String text = text(ctx);
        try {
            requireShape(text);
            return JsonReader.read(text);
        } catch (JsonException e) {
            throw new ProblemException(Problem.malformedJson(e.line(), e.column(), message(e)));
        }
    }

    /** The canonical text of the experiment that a text is. */
    static String canonical(String text) {
        try {
            requireShape(text);
            return ExperimentCodec.canonical(text);
        } catch (JsonException e) {
            throw new ProblemException(Problem.malformedJson(e.line(), e.column(), message(e)));
        } catch (ExperimentException e) {
            throw new ProblemException(
                    e.position() < 0
                            ? Problem.wrongField(e.pointer(), message(e))
                            : Problem.wrongFormula(e.pointer(), e.position(), message(e)));
        }
    }

    /** Counts what there is without making anything of it. */
    private static void requireShape(String text) {
        int depth = 0;
        int values = 0;
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    isQuoted = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> isQuoted = true;
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case ',' -> values++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "The body is nested deeper than " + DEEPEST + " levels."));
            }
            if (values > MOST_VALUES) {
                throw new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "The body has more than " + MOST_VALUES + " values."));
            }
        }
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
