package org.fallline.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.server.http.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on a free port with an empty database for the tests of a class, and a client to talk to it. */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Site site;
    private @Nullable Path data;
    private @Nullable App app;
    private int lastPort;

    /** A server of the site that the build made. */
    public RunningServer() {
        this(new Site(RunningServer.class.getClassLoader()));
    }

    private RunningServer(Site site) {
        this.site = site;
    }

    /** A server whose site is the small one in the test resources, below which lies the one that the build made. */
    public static RunningServer ofTestSite() {
        return new RunningServer(new Site(new ClassLoader(RunningServer.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                InputStream in = super.getResourceAsStream("test" + name);
                return in != null ? in : super.getResourceAsStream(name);
            }
        }));
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The member of the JSON object that came back, as JSON, or "" where there is none. */
        public String member(String name) {
            Json value = ((Json.Obj) JsonReader.read(text())).member(name);
            if (value instanceof Json.Str string) {
                return string.text();
            }
            return value instanceof Json.Num number ? String.valueOf((int) number.value()) : "";
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("fallline");
        app = App.start(settings(0), site);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (app != null) {
            app.close();
        }
        try (Stream<Path> files = Files.walk(Objects.requireNonNull(data))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Tests save faster than a visitor may. */
    private Settings settings(int port) {
        return Settings.of("127.0.0.1", port, Objects.requireNonNull(data)).withLimits(Settings.Limits.NO_RATES);
    }

    /** Stops; whoever asks then finds nobody. */
    public void stop() {
        lastPort = port();
        Objects.requireNonNull(app).close();
        app = null;
    }

    /** Starts again after {@link #stop}, at the same port with the same data. */
    public void startAgain() throws IOException {
        app = App.start(settings(lastPort), site);
    }

    /** The address of its first page. */
    public String home() {
        return "http://127.0.0.1:" + port() + "/";
    }

    public int port() {
        return Objects.requireNonNull(app).port();
    }

    /** The id under which an experiment is saved. */
    public String save(String spec) {
        return post("/api/experiments", spec).member("id");
    }

    /** The id under which an experiment is saved, new to this server, and listed in its gallery. */
    public String list(String spec, String... tags) {
        Answer saved = post("/api/experiments", spec);
        String names = tags.length == 0 ? "" : "\"" + String.join("\",\"", tags) + "\"";
        Answer listed = send(
                "PATCH",
                "/api/experiments/" + saved.member("id"),
                "{\"listed\":true,\"tags\":[" + names + "]}",
                List.of("Authorization", "Bearer " + saved.member("editToken")));
        if (listed.status() != 200) {
            throw new IllegalStateException(listed.text());
        }
        return saved.member("id");
    }

    /** Sends a request; headers are names and values by turns. */
    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public Answer send(String method, String path, String... headers) {
        return send(port(), method, path, headers);
    }

    public Answer post(String path, String body) {
        return post(port(), path, body);
    }

    /** Sends a body by any method; headers are names and values by turns. */
    public Answer send(String method, String path, String body, List<String> headers) {
        HttpRequest.Builder request = request(port(), path).method(method, BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return send(request.build());
    }

    /** A body whose length the request does not tell in advance. */
    public Answer postInChunks(String path, byte[] body) {
        return send(request(port(), path)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    }

    /** The same to a server that is not this one. */
    public static Answer post(int port, String path, String body, String... headers) {
        HttpRequest.Builder request = request(port, path).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The same to a server that is not this one. */
    public static Answer send(int port, String method, String path, String... headers) {
        HttpRequest.Builder request = request(port, path).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response);
            ApiContract.check(request, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
