package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.fallline.server.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route: headers, methods, errors. */
class RoutesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.ofTestSite();

    /** All that a page may do, but for who may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; worker-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors ";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/start.js", "/nope", "/api/experiments", "/api/nope", "/health/live", "/..%2f"})
    void everyResponse_carriesTheHeadersThatProtectVisitors(String path) {
        assertProtected(SERVER.get(path));
    }

    @Test
    void sharedExperiment_mayDoWhatThePageMay_andItsEmbedPageMayBeFramed() {
        String id = SERVER.save(Specs.CHAPTER);
        for (String path : new String[] {"/e/" + id, "/e/" + id + "/preview.png", "/api/experiments/" + id}) {
            assertEquals(POLICY + "'none'", SERVER.get(path).header("Content-Security-Policy"), path);
        }
        for (String path : new String[] {"/embed/" + id, "/embed/" + id + "/", "/embed.html"}) {
            assertEquals(POLICY + "*", SERVER.get(path).header("Content-Security-Policy"), path);
        }
    }

    private static void assertProtected(Answer answer) {
        assertEquals(POLICY + "'none'", answer.header("Content-Security-Policy"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertFalse(answer.header("Referrer-Policy").isEmpty());
        assertFalse(answer.header("Permissions-Policy").isEmpty());
        assertFalse(answer.header("Cross-Origin-Resource-Policy").isEmpty());
        assertEquals("", answer.header("Set-Cookie"));
        assertEquals("", answer.header("Server"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,     /api/experiments,              'GET, HEAD, POST'",
        "DELETE,  /api/experiments,              'GET, HEAD, POST'",
        "POST,    /api/experiments/0123456789ab, 'DELETE, GET, HEAD, PATCH'",
        "PUT,     /e/0123456789ab,               'GET, HEAD'",
        "OPTIONS, /health/live,                  'GET, HEAD'",
    })
    void route_byAnotherMethod_is405WithThoseItAnswers(String method, String path, String allow) {
        Answer refused = SERVER.send(method, path);
        assertEquals(405, refused.status());
        assertEquals(allow, refused.header("Allow"));
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertProtected(refused);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/nope", "POST, /api/nope", "POST, /", "GET, /health", "BREW, /pot"})
    void unknownRoute_forAProgram_isAProblem(String method, String path) {
        Answer refused = SERVER.send(method, path, "Accept", "application/json");
        assertTrue(refused.status() == 404 || refused.status() == 405, method + " " + refused.status());
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertEquals(String.valueOf(refused.status()), refused.member("status"));
    }

    @Test
    void unknownRoute_forABrowser_isAPage() {
        Answer page = SERVER.get("/nope?%3Cscript%3E", "Accept", "text/html");
        assertEquals(404, page.status());
        assertTrue(page.text().contains("<h1>Not Found</h1>"), page.text());
        assertFalse(page.text().contains("script"), page.text());
    }

    @Test
    void unknownApiRoute_forABrowser_isStillAProblem() {
        assertEquals(
                "application/problem+json",
                SERVER.get("/api/nope", "Accept", "text/html").header("Content-Type"));
    }

    @Test
    void health_isUp() {
        assertEquals("up", SERVER.get("/health/live").member("status"));
        assertEquals("up", SERVER.get("/health/ready").member("status"));
        assertEquals("no-store", SERVER.get("/health/ready").header("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
            })
    void bytesThatAreNoRequest_areAnsweredWithoutAWordOfTheInside(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
        }
    }

    @Test
    void exceptionInAHandler_is500ThatTellsNothingOfTheInside() {
        assertFailure(500, "It was logged.", ctx -> {
            throw new IllegalStateException("secret");
        });
    }

    @Test
    void errorInAHandler_is500ThatTellsNothingOfTheInside() {
        assertFailure(500, "It was logged.", ctx -> {
            throw new StackOverflowError("secret");
        });
    }

    @Test
    void storeThatDoesNotAnswer_is503() {
        assertFailure(503, "Nothing is lost", ctx -> {
            throw new StoreException(StoreException.Reason.UNAVAILABLE, "could not save", new SQLException("secret"));
        });
    }

    private static void assertFailure(int status, String expected, Handler handler) {
        Resource resource = () -> List.of(new Endpoint(HandlerType.GET, "/fail", handler));
        Javalin http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.router.javaLangErrorHandler(PlainErrors::answer);
            Routes.register(config.routes, List.of(resource));
        });
        try {
            Answer answer = RunningServer.send(http.start("127.0.0.1", 0).port(), "GET", "/fail");
            assertEquals(status, answer.status());
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(answer.member("detail").contains(expected), answer.text());
            assertFalse(answer.text().contains("secret"), answer.text());
            assertFalse(answer.text().contains("org.fallline"), answer.text());
        } finally {
            http.stop();
        }
    }
}
