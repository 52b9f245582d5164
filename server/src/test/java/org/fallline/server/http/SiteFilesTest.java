package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site of these tests is {@code testsite/} in the test resources. */
class SiteFilesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.ofTestSite();

    @ParameterizedTest
    @CsvSource({
        "/,            text/html;charset=utf-8",
        "/index.html,  text/html;charset=utf-8",
        "/learn/,      text/html;charset=utf-8",
        "/start.js,    text/javascript;charset=utf-8",
        "/style.css,   text/css;charset=utf-8",
        "/app.wasm,    application/wasm",
    })
    void file_hasItsMediaTypeAndIsComparedBeforeEachUse(String path, String type) {
        Answer file = SERVER.get(path);
        assertEquals(200, file.status());
        assertEquals(type, file.header("Content-Type").replace(" ", ""));
        assertEquals("no-cache", file.header("Cache-Control"));
        assertTrue(file.bytes().length > 0);
        assertEquals(304, SERVER.get(path, "If-None-Match", file.header("ETag")).status());
    }

    @Test
    void file_withAHashInItsName_isKeptForEver() {
        assertEquals(
                "public, max-age=31536000, immutable",
                SERVER.get("/chunk-0123abcd.js").header("Cache-Control"));
    }

    @Test
    void file_forAClientThatReadsGzip_isCompressed() throws IOException {
        Answer plain = SERVER.get("/start.js");
        Answer compressed = SERVER.get("/start.js", "Accept-Encoding", "gzip;q=0.8, *;q=0.1");
        assertEquals("", plain.header("Content-Encoding"));
        assertEquals("gzip", compressed.header("Content-Encoding"));
        assertEquals("Accept-Encoding", plain.header("Vary"));
        assertEquals("Accept-Encoding", compressed.header("Vary"));
        assertTrue(compressed.bytes().length < plain.bytes().length / 2);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.bytes()))) {
            assertEquals(plain.text(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br;q=0", "gzip;q=0", "gzip; q=0.00", "xgzip"})
    void file_forAClientThatDoesNotReadGzip_isPlain(String acceptEncoding) {
        assertEquals(
                "", SERVER.get("/start.js", "Accept-Encoding", acceptEncoding).header("Content-Encoding"));
    }

    @Test
    void file_smallerThanAPacket_isNotCompressed() {
        assertEquals("", SERVER.get("/style.css", "Accept-Encoding", "gzip").header("Content-Encoding"));
    }

    @Test
    void file_byHead_hasNoBody() {
        Answer head = SERVER.send("HEAD", "/start.js");
        assertEquals(200, head.status());
        assertEquals("", head.text());
        assertFalse(head.header("ETag").isEmpty());
    }

    @Test
    void directory_withoutItsSlash_movesToTheOneWithIt() {
        Answer moved = SERVER.get("/learn");
        assertEquals(308, moved.status());
        assertEquals("/learn/", moved.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope.js",
                "/site/",
                "/notes.internal",
                "/learn/nope/",
                "/.hidden.js",
                "/learn/..%2findex.html",
                "/%2e%2e/db/migration/V1__experiments.sql",
                "/..%5cindex.html",
                "/index.html%00.js",
                "//index.html",
                "/learn//index.html",
                "/org/fallline/server/Main.class",
                "/db/migration/V1__experiments.sql",
                "/simplelogger.properties",
            })
    void path_thatNamesNoFileOfTheSite_isRefused(String path) {
        Answer refused = SERVER.get(path);
        assertTrue(refused.status() == 404 || refused.status() == 400, path + ": " + refused.status());
        assertEquals("application/problem+json", refused.header("Content-Type"));
    }

    @Test
    void largeText_forAClientThatReadsBrotli_isInBrotli() throws Exception {
        Answer plain = SERVER.get("/start.js");
        Answer compressed = SERVER.get("/start.js", "Accept-Encoding", "gzip, deflate, br, zstd");
        assertEquals("br", compressed.header("Content-Encoding"));
        Brotli4jLoader.ensureAvailability();
        assertArrayEquals(plain.bytes(), Decoder.decompress(compressed.bytes()).getDecompressedData());
        assertEquals(plain.header("ETag"), compressed.header("ETag"));
    }
}
