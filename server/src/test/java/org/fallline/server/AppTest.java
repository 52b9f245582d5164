package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fallline.server.RunningServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
    @TempDir
    Path data;

    private App start() throws IOException {
        return App.start(Settings.of("127.0.0.1", 0, data));
    }

    @Test
    void experiment_savedBeforeARestart_isThereAfterIt() throws IOException {
        String id;
        String spec;
        try (App app = start()) {
            id = RunningServer.post(app.port(), "/api/experiments", Specs.HIMMELBLAU)
                    .member("id");
            spec = RunningServer.send(app.port(), "GET", "/api/experiments/" + id)
                    .text();
        }
        try (App app = start()) {
            assertEquals(
                    spec,
                    RunningServer.send(app.port(), "GET", "/api/experiments/" + id)
                            .text());
            Answer again = RunningServer.post(app.port(), "/api/experiments", Specs.HIMMELBLAU);
            assertEquals(200, again.status());
            assertEquals(id, again.member("id"));
            assertEquals(200, RunningServer.send(app.port(), "GET", "/e/" + id).status());
        }
    }

    @Test
    @Timeout(30)
    void close_withAnAcceptedRequest_finishesItFirst() throws Exception {
        App app = start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            byte[] body = Specs.HIMMELBLAU.getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head =
                    "POST /api/experiments HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                            + body.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            // The server asks for the body when the handler wants to read it: the request is accepted.
            assertEquals("HTTP/1.1 100 Continue", in.readLine());
            assertEquals("", in.readLine());
            int port = app.port();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(app::close);
            awaitRefusal(port);
            out.write(body);
            assertEquals("HTTP/1.1 201 Created", in.readLine());
            closing.get(20, TimeUnit.SECONDS);
        }
    }

    /** Returns when the server takes no more requests. */
    private static void awaitRefusal(int port) throws IOException {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("GET /health/live HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    return;
                }
            } catch (ConnectException e) {
                return;
            }
        }
    }

    @Test
    void start_onATakenPort_saysSoAndLeavesTheDatabaseFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = Settings.of("127.0.0.1", taken.getLocalPort(), data);
            IOException refused = assertThrows(IOException.class, () -> App.start(settings));
            assertEquals(
                    "cannot listen on 127.0.0.1 port " + taken.getLocalPort() + ": Address already in use",
                    refused.getMessage());
        }
        start().close();
    }

    @Test
    void publicUrl_whenGiven_isTheOneOfTheCards() throws IOException {
        try (App app = App.start(Settings.of("127.0.0.1", 0, data).withPublicUrl("https://fallline.example/play"))) {
            String id = RunningServer.post(app.port(), "/api/experiments", Specs.CHAPTER)
                    .member("id");
            String page = RunningServer.send(app.port(), "GET", "/e/" + id).text();
            assertTrue(page.contains("content=\"https://fallline.example/play/e/" + id + "/preview.png\""), page);
        }
    }
}
