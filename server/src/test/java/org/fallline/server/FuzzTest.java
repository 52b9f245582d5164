package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fallline.server.RunningServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends whatever the API's own description allows and much that it does not: real experiments with something broken in them,
 * values of the wrong kind everywhere, hostile text. Every response is held against the description; none may be the server's
 * fault; each refusal says what is wrong.
 */
class FuzzTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    private static final int REQUESTS =
            Integer.getInteger("fallline.requests", Boolean.getBoolean("fallline.long") ? 200_000 : 1_500);

    /** A picture costs as much as a hundred other requests, and cannot tell as much: one in so many is asked for. */
    private static final int A_PICTURE = 50;

    private static final List<String> SEEDS = List.of(
            Specs.CHAPTER,
            Specs.HIMMELBLAU,
            Specs.LOOKED_AT,
            Specs.formula("(1-x)^2 + 100*(y-x^2)^2"),
            Specs.titled("Täler & <b>Grate</b> 🏔", "notes"),
            """
            {"version":1,"seed":7,"problem":{"kind":"network","dataset":{"kind":"moons","noise":0.1},"batchSize":10,
             "layers":[{"units":4,"activation":"tanh"},{"units":1,"activation":"sigmoid"}],"loss":"binaryCrossentropy"},
             "steps":30,"optimizers":[{"kind":"adamw","learningRate":0.03,"schedule":{"kind":"cosine","decaySteps":30}}],
             "view":{"scale":"log","layers":["field","critical"],"step":12,"plane":"pca"}}""",
            "{\"version\":1,\"problem\":{\"kind\":\"function\",\"formula\":\"(y-a*x)^2\",\"data\":{\"x\":[1,2],\"y\":[2,4]}},\"start\":[3]}",
            "{\"title\":\"t\",\"notes\":\"n\",\"tags\":[\"a\",\"b\"],\"listed\":true}",
            "{\"reason\":\"because\"}");

    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e308",
            "-1e-308",
            "1e400",
            "9007199254740993",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"' OR 1=1 --\"",
            "\"<script>\"",
            "\"../../etc/passwd\"",
            "NaN",
            "{\"kind\":\"sgd\"}",
            "\"x^x^x^x^x^x\"",
            "\"((((((((((\"",
            "[1,[2,[3,[4]]]]",
            "100000",
            "\"%00\"",
            "1.5",
            "\"🏔\"");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Target(String method, String path, List<String> parameters, boolean hasBody) {}

    @Test
    void whateverIsSent_isAnsweredClearly_andNeverByAFault() {
        // A slow machine answers a hundred a second, once it is warm.
        assertTimeoutPreemptively(Duration.ofSeconds(60 + REQUESTS / 20), FuzzTest::sendAll);
    }

    private static void sendAll() throws Exception {
        long seed = Long.getLong("fallline.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Target> targets = targets();
        List<String> ids = new ArrayList<>();
        String token = "";
        for (int i = 0; i < REQUESTS; i++) {
            Target target = target(targets, random);
            String path = path(target, ids, random);
            List<String> headers = new ArrayList<>();
            if (random.nextInt(3) == 0 && !token.isEmpty()) {
                headers.addAll(List.of("Authorization", "Bearer " + token));
            }
            if (random.nextInt(10) == 0) {
                headers.addAll(
                        List.of("If-None-Match", "\"x\", W/" + text(random).replaceAll("[^\\x20-\\x7e]", "")));
            }
            String body = target.hasBody ? body(random) : "";
            String replay = "seed " + seed + ", request " + i + ": " + target.method + " " + path + "\n" + body + "\n";
            Answer answer;
            try {
                answer = SERVER.send(target.method, path, body, headers);
            } catch (AssertionError e) {
                throw new AssertionError(replay + e.getMessage(), e);
            }
            // A picture that costs too much, or that waits behind others, is refused with 503.
            if (answer.status() >= 500
                    && !(answer.status() == 503 && path.contains(".png"))
                    && answer.status() != 501) {
                fail(replay + answer.status() + " " + answer.text());
            }
            if (answer.status() >= 400) {
                assertTrue(answer.member("detail").length() > 10, replay + answer.text());
                assertEquals(String.valueOf(answer.status()), answer.member("status"), replay);
            } else if (answer.status() == 201) {
                ids.add(answer.member("id"));
                token = answer.member("editToken");
            }
        }
        assertTrue(ids.size() > REQUESTS / 200, "only " + ids.size() + " experiments were good enough to be saved");
        assertEquals(200, SERVER.get("/health/ready").status());
    }

    private static Target target(List<Target> targets, Random random) {
        Target target;
        do {
            target = targets.get(random.nextInt(targets.size()));
        } while (target.path.endsWith(".png") && random.nextInt(A_PICTURE) != 0);
        return target;
    }

    private static List<Target> targets() throws Exception {
        JsonNode document = MAPPER.readTree(SERVER.get("/openapi.json").text());
        List<Target> targets = new ArrayList<>();
        for (var paths = document.get("paths").fields(); paths.hasNext(); ) {
            var path = paths.next();
            for (var methods = path.getValue().fields(); methods.hasNext(); ) {
                var method = methods.next();
                List<String> parameters = new ArrayList<>();
                method.getValue().path("parameters").forEach(each -> {
                    if (each.get("in").asText().equals("query")) {
                        parameters.add(each.get("name").asText());
                    }
                });
                boolean hasBody = method.getValue().has("requestBody");
                Target target =
                        new Target(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), parameters, hasBody);
                // What takes a body has more to go wrong.
                for (int i = 0; i < (hasBody ? 8 : 2); i++) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static String path(Target target, List<String> ids, Random random) {
        String id = ids.isEmpty() || random.nextInt(6) == 0
                ? URLEncoder.encode(text(random), StandardCharsets.UTF_8).replace("+", "%20")
                : ids.get(ids.size() - 1 - random.nextInt(Math.min(ids.size(), 20)));
        // A slash or a dot segment in the path is another path; the front refuses what could be two.
        String safe =
                id.isEmpty() || id.matches("[.]+") || id.matches("(?i).*%(2f|5c|00|25|2e).*") ? "0123456789ab" : id;
        StringBuilder path = new StringBuilder(target.path.replaceAll("\\{[^}]*}", safe.replace("$", "%24")));
        char separator = '?';
        for (String name : target.parameters) {
            if (random.nextInt(3) == 0) {
                path.append(separator).append(name).append('=');
                path.append(URLEncoder.encode(value(name, ids, random), StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return path.toString();
    }

    private static String value(String name, List<String> ids, Random random) {
        if (random.nextInt(3) == 0) {
            return text(random);
        }
        return switch (name) {
            case "sort" -> List.of("newest", "oldest", "title", "forks").get(random.nextInt(4));
            case "limit", "maxwidth", "maxheight" -> String.valueOf(random.nextInt(200));
            case "url" -> SERVER.home() + "e/" + (ids.isEmpty() ? "x" : ids.get(ids.size() - 1));
            case "format" -> random.nextBoolean() ? "json" : "xml";
            default -> "a";
        };
    }

    /** Text that somebody might hope to break something with. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(8);
            text.appendCodePoint(
                    kind == 0
                            ? random.nextInt(32)
                            : kind == 1 ? 0x1f3d4 : kind == 2 ? 0x202e : 32 + random.nextInt(95));
        }
        return text.toString();
    }

    /** A real body with up to three things wrong. */
    private static String body(Random random) {
        String body = SEEDS.get(random.nextInt(SEEDS.size()));
        if (random.nextInt(4) == 0) {
            return body.replaceFirst("\"version\":1", "\"version\":1,\"seed\":" + random.nextInt());
        }
        int mutations = 1 + random.nextInt(3);
        for (int i = 0; i < mutations && !body.isEmpty(); i++) {
            int at = random.nextInt(body.length());
            int end = Math.min(body.length(), at + random.nextInt(12));
            String token = TOKENS.get(random.nextInt(TOKENS.size()));
            body = switch (random.nextInt(5)) {
                case 0 -> body.substring(0, at) + body.substring(end);
                case 1 -> body.substring(0, at) + token + body.substring(end);
                case 2 -> replaceValue(body, at, token);
                case 3 ->
                    replaceValue(body, at, String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(12))));
                default ->
                    body.substring(0, end) + body.substring(at, end).repeat(random.nextInt(50)) + body.substring(end);
            };
        }
        return body;
    }

    /** Puts a token in the place of the value that comes after a position. */
    private static String replaceValue(String body, int at, String token) {
        int colon = body.indexOf(':', at);
        if (colon < 0) {
            return body + token;
        }
        int end = colon + 1;
        while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
            end++;
        }
        return body.substring(0, colon + 1) + token + body.substring(end);
    }
}
