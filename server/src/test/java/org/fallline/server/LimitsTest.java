package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.limit.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a client may not do, however it tries; each is a threat of {@code docs/threat-model.md}. */
class LimitsTest {
    private static final String PATH = "/api/experiments";

    @TempDir
    Path data;

    private App app;

    @BeforeEach
    void start() throws IOException {
        app = App.start(Settings.of("127.0.0.1", 0, data)
                .withLimits(new Settings.Limits(3, 2, Duration.ofSeconds(1), Networks.parse("127.0.0.1")))
                .withMetricsToken("open sesame"));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Answer save(String title, String... headers) {
        return RunningServer.post(app.port(), PATH, Specs.titled(title, ""), headers);
    }

    private Answer get(String path, String... headers) {
        return RunningServer.send(app.port(), "GET", path, headers);
    }

    @Test
    void saves_beyondTheRate_are429_howeverTheClientCallsItself() {
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    201,
                    save("Save " + i, "X-Forwarded-For", "1.1.1." + i + ", 203.0.113.7")
                            .status());
        }
        Answer refused = save("Save 3", "X-Forwarded-For", "9.9.9.9, 203.0.113.7");
        assertEquals(429, refused.status());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        assertTrue(refused.member("detail").contains("Try again in"), refused.text());
        assertEquals(201, save("Save 3", "X-Forwarded-For", "203.0.113.8").status());
        assertEquals(200, get("/").status());
    }

    @Test
    void pictures_beyondTheRate_are429_butThoseThatAreThereAreGiven() {
        String[] ids = new String[3];
        for (int i = 0; i < 3; i++) {
            ids[i] = save("Picture " + i).member("id");
        }
        assertEquals(200, get("/e/" + ids[0] + "/preview.png").status());
        assertEquals(200, get("/e/" + ids[1] + "/preview.png").status());
        assertEquals(429, get("/e/" + ids[2] + "/preview.png").status());
        assertEquals(200, get("/e/" + ids[0] + "/preview.png").status());
        assertEquals(200, get("/e/" + ids[0] + "/thumbnail.png").status());
    }

    @Test
    void bodies_beyondDepthAndNumber_areRefusedBeforeTheyAreParsed() {
        Answer deep = RunningServer.post(app.port(), PATH, "[".repeat(40));
        assertEquals(400, deep.status());
        assertTrue(deep.member("detail").contains("32 levels"), deep.text());
        Answer many = RunningServer.post(app.port(), PATH, "[" + "0,".repeat(50_000) + "0]");
        assertEquals(400, many.status());
        assertTrue(many.member("detail").contains("40000 values"), many.text());
        assertEquals(
                400,
                RunningServer.post(app.port(), PATH, "{\"a\":\"" + "[".repeat(100))
                        .status());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void clientThatFallsSilent_isLetGo_andHoldsNobodyUp() throws IOException {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            silent.getOutputStream()
                    .write(("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(201, save("Meanwhile").status());
            String answer = new String(silent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(answer.startsWith("HTTP/1.1 2"), answer);
            assertFalse(
                    answer.contains("org.") || answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\nX: ",
                "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n"
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void clientThatSendsByteByByte_isLetGo_andHoldsNobodyUp(String begin) throws IOException {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            slow.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            assertEquals(201, save("Meanwhile").status());
            String answer = answerToDrops(slow);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer);
            assertEquals(200, get("/").status());
        }
    }

    /** Sends a byte ten times a second, for ever if it is let, and tells what is answered. */
    private static String answerToDrops(Socket slow) throws IOException {
        slow.setSoTimeout(100);
        while (true) {
            try {
                slow.getOutputStream().write('a');
                return new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            } catch (SocketTimeoutException e) {
                // no answer yet
            } catch (SocketException e) {
                return ""; // cut
            }
        }
    }

    @Test
    void connection_thatIsUsedAgainAndAgain_isKept() throws IOException {
        try (Socket busy = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(busy.getInputStream(), StandardCharsets.US_ASCII));
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos(); // three times as long as a head may take
            while (System.nanoTime() < end) {
                busy.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals("HTTP/1.1 200 OK", in.readLine());
                while (!"".equals(in.readLine())) {
                    // the rest of the head
                }
            }
        }
    }

    @Test
    void metrics_areForTheOperator() {
        save("Counted");
        assertEquals(403, get("/metrics").status());
        assertEquals(403, get("/metrics", "Authorization", "Bearer open").status());
        Answer metrics = get("/metrics", "Authorization", "Bearer open sesame");
        assertEquals(200, metrics.status());
        for (String line : new String[] {
            "fallline_http_requests_total{method=\"POST\",route=\"/api/experiments\",status=\"201\"} 1",
            "fallline_http_request_duration_seconds_count{route=\"/api/experiments\"}",
            "fallline_store_connections_active",
            "fallline_previews_pending",
            "jvm_memory_used_bytes"
        }) {
            assertTrue(metrics.text().contains(line), line + " is missing in\n" + metrics.text());
        }
    }

    @Test
    void metrics_withoutAToken_areForThisMachine_notForWhoComesThroughAProxy() throws IOException {
        try (App other = App.start(Settings.of("127.0.0.1", 0, data.resolve("other")))) {
            assertEquals(
                    200, RunningServer.send(other.port(), "GET", "/metrics").status());
            assertEquals(
                    403,
                    RunningServer.send(other.port(), "GET", "/metrics", "X-Forwarded-For", "127.0.0.1")
                            .status());
        }
    }

    @Test
    void log_ofARequest_isOneLineWithItsId_whateverTheClientSends() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger root = (Logger) LoggerFactory.getLogger("org.fallline");
        root.addAppender(lines);
        try {
            Answer saved = save("Logged");
            String request = saved.header("X-Request-Id");
            assertTrue(request.matches("[0-9a-z]{12}"), request);
            assertNotEquals(request, save("Logged too").header("X-Request-Id"));
            RunningServer.send(
                    app.port(),
                    "DELETE",
                    PATH + "/" + saved.member("id") + "%0d%0aERROR%20forged",
                    "Authorization",
                    "Bearer " + saved.member("editToken"));
            RunningServer.send(
                    app.port(),
                    "DELETE",
                    PATH + "/" + saved.member("id"),
                    "Authorization",
                    "Bearer " + saved.member("editToken"));
            assertTrue(
                    lines.list.stream()
                            .anyMatch(line -> request.equals(
                                            line.getMDCPropertyMap().get("request"))
                                    && String.valueOf(line.getKeyValuePairs()).contains("status")),
                    lines.list.toString());
            for (ILoggingEvent line : lines.list) {
                String all = line.getFormattedMessage() + line.getKeyValuePairs();
                assertFalse(all.contains("\n") || all.contains("\r"), all);
                assertFalse(all.contains(saved.member("editToken")), all);
            }
        } finally {
            root.detachAppender(lines);
        }
    }
}
